/** Loads a TypeScript module of src/ into Node by Vite's own transform, which every machine with this project has. */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * @template T
 * @param {string} path from the root, such as `src/lib/content/read-catalog.ts`
 * @returns {Promise<T>}
 */
export async function loadModule(path) {
	/** @type {{ module: T }} */
	const { module } = await runnerImport(`/${path}`, {
		root: ROOT,
		configFile: false,
		logLevel: 'error',
	});
	return module;
}
