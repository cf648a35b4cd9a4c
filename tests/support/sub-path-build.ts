/** Builds the app for a sub-path, beside the build that the other journeys use. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NEEDED = [
	...['src', 'static', 'decks', 'scripts', 'package.json', 'package-lock.json'],
	...['svelte.config.js', 'vite.config.ts', 'tsconfig.json'],
];

/** @returns the folder to serve below `base` @throws Error with what the build printed */
export function buildForSubPath(base: string): string {
	const project = mkdtempSync(join(tmpdir(), 'onsite-sub-path-'));
	for (const name of NEEDED) cpSync(join(ROOT, name), join(project, name), { recursive: true });
	symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'), 'junction');
	const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build'], {
		cwd: project,
		encoding: 'utf8',
		shell: process.platform === 'win32',
		env: { ...process.env, BASE_PATH: base },
	});
	if (status !== 0) throw new Error(`The build for ${base} failed:\n${stdout}\n${stderr}`);
	return join(project, 'build');
}
