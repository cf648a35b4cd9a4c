/** Bundles what the pages of the bench run: the app's own db and scheduler, which the app itself does not expose. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} folder where `bench-page.js` is written */
export async function bundlePage(folder) {
	await build({
		root: ROOT,
		configFile: false,
		logLevel: 'error',
		publicDir: false,
		resolve: { alias: { $lib: `${ROOT}src/lib` } },
		build: {
			outDir: folder,
			target: 'esnext',
			rolldownOptions: { output: { codeSplitting: false } },
			lib: { entry: `${ROOT}bench/page/main.ts`, formats: ['es'], fileName: () => 'bench-page.js' },
		},
	});
}
