/**
 * Lets the optimizer of FSRS be bundled into a worker: without its own search for its WebAssembly, whose
 * address it is handed, and without its threads, which need an isolated page that few hosts give.
 */

const ENGINE = /\/node_modules\/fsrs-browser\/fsrs_browser\.js/;
const NO_THREADS = '\0no-threads';

/** @returns {import('vite').Plugin} */
export function fitEngine() {
	return {
		name: 'fit-engine',
		enforce: 'pre',
		resolveId: (source, importer) =>
			source.endsWith('/workerHelpers.js') && ENGINE.test(importer ?? '') ? NO_THREADS : null,
		load: (id) =>
			id === NO_THREADS
				? `export const startWorkers = () => { throw new Error('Threads are left out.'); };`
				: null,
		transform(code, id) {
			if (!ENGINE.test(id)) return null;
			const own = `new URL('fsrs_browser_bg.wasm', import.meta.url)`;
			if (!code.includes(own)) this.error(`${id} finds its WebAssembly in another way now.`);
			return { code: code.replace(own, 'undefined'), map: null };
		},
	};
}
