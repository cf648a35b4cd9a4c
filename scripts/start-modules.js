/** Which modules the first card needs, so that what only later screens share stays out of its way. */
import { resolve } from 'node:path';
import { ROOT } from './load-module.js';

const SCREENS = [
	'+layout.svelte',
	'+error.svelte',
	'welcome/+page.svelte',
	'review/+page.svelte',
	'(places)/+layout.svelte',
	'(places)/+page.svelte',
].map((file) => resolve(ROOT, 'src/routes', file).replaceAll('\\', '/'));

/** @typedef {{ getModuleInfo(id: string): { importedIds: readonly string[] } | null }} Graph */

/** @returns {(id: string, graph: Graph) => boolean} whether a screen of a start imports the module; what loads late does not count */
export function neededAtStart() {
	/** @type {Set<string> | undefined} */
	let needed;
	return (id, graph) => {
		if (!needed) {
			needed = new Set(SCREENS);
			// A set that grows while it is walked: every module is visited once.
			for (const module of needed) {
				for (const next of graph.getModuleInfo(module)?.importedIds ?? []) needed.add(next);
			}
		}
		return needed.has(id);
	};
}
