/** Builds the least app of the same kind: one SvelteKit page that opens a database and schedules one answer. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const APP = fileURLToPath(new URL('baseline/minimal', import.meta.url));
const VITE = fileURLToPath(new URL('../node_modules/vite/bin/vite.js', import.meta.url));

/** @param {string} place a folder to build in @returns {string} the folder that holds the built pages */
export function buildMinimal(place) {
	const folder = join(place, 'minimal');
	const { status, stderr } = spawnSync(process.execPath, [VITE, 'build', '--logLevel', 'error'], {
		cwd: APP,
		encoding: 'utf8',
		env: { ...process.env, BENCH_MINIMAL: folder },
	});
	if (status !== 0) throw new Error(`The least app cannot be built: ${stderr}`);
	return join(folder, 'pages');
}
