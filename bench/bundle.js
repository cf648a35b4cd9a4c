/** Bundles what the pages of the bench run: the app's own db and scheduler, which the app itself does not expose. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} folder where `bench-page.js` and the worker beside it are written */
export async function bundlePage(folder) {
	await bundle(folder, 'main.ts', 'bench-page.js');
	await bundle(folder, 'import-worker.ts', 'bench-worker.js');
	await bundle(folder, '../../src/lib/state/statistics.worker.ts', 'bench-statistics.js');
}

/** @param {string} folder @param {string} entry @param {string} name */
async function bundle(folder, entry, name) {
	await build({
		root: ROOT,
		configFile: false,
		logLevel: 'error',
		publicDir: false,
		resolve: { alias: { $lib: `${ROOT}src/lib` } },
		build: {
			outDir: folder,
			emptyOutDir: false,
			target: 'esnext',
			rolldownOptions: { output: { codeSplitting: false } },
			lib: { entry: `${ROOT}bench/page/${entry}`, formats: ['es'], fileName: () => name },
		},
	});
}
