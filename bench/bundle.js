/** Bundles what the pages of the bench run: the app's own db and scheduler, which the app itself does not expose. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { fitEngine } from '../scripts/fit-engine.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} folder where `bench-page.js` and the workers beside it are written */
export async function bundlePage(folder) {
	await bundle(folder, 'bench/page/main.ts', 'bench-page.js');
	await bundle(folder, 'bench/page/import-worker.ts', 'bench-worker.js');
	await bundle(folder, 'bench/page/fit-bare-worker.ts', 'bench-fit-bare.js');
	await bundle(folder, 'src/lib/state/fit.worker.ts', 'bench-fit.js');
	await bundle(folder, 'src/lib/state/statistics.worker.ts', 'bench-statistics.js');
	const wasm = join(ROOT, 'node_modules/fsrs-browser/fsrs_browser_bg.wasm');
	copyFileSync(wasm, join(folder, 'fsrs.wasm'));
}

/** @param {string} folder @param {string} entry @param {string} name */
async function bundle(folder, entry, name) {
	await build({
		root: ROOT,
		configFile: false,
		logLevel: 'error',
		publicDir: false,
		plugins: [fitEngine()],
		resolve: { alias: { $lib: `${ROOT}src/lib` } },
		build: {
			outDir: folder,
			emptyOutDir: false,
			target: 'esnext',
			rolldownOptions: { output: { codeSplitting: false } },
			lib: { entry: `${ROOT}${entry}`, formats: ['es'], fileName: () => name },
		},
	});
}
