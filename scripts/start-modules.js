/** Which modules a start needs, so that what only later screens share stays out of its way. */
import { resolve } from 'node:path';
import { ROOT } from './load-module.js';

/** What a first visit goes through until its first card. */
const FIRST_VISIT = [
	'+layout.svelte',
	'+error.svelte',
	'welcome/+page.svelte',
	'review/+page.svelte',
	'(places)/+layout.svelte',
	'(places)/+page.svelte',
];
/** What every later start shows. */
const TODAY = ['(places)/TodayScreen.svelte'];

/** @typedef {{ getModuleInfo(id: string): { importedIds: readonly string[] } | null }} Graph */

/**
 * @returns {(id: string, graph: Graph) => 'app' | 'today' | null} to which part of a start a module
 * belongs: to what each needs, or to what Today adds; what loads late belongs to neither
 */
export function startParts() {
	/** @type {Set<string> | undefined} */
	let first;
	/** @type {Set<string> | undefined} */
	let today;
	return (id, graph) => {
		first ??= reachedFrom(FIRST_VISIT, graph);
		today ??= reachedFrom(TODAY, graph);
		if (first.has(id)) return 'app';
		return today.has(id) ? 'today' : null;
	};
}

/** @param {readonly string[]} screens @param {Graph} graph @returns {Set<string>} ids */
function reachedFrom(screens, graph) {
	const reached = new Set(
		screens.map((file) => resolve(ROOT, 'src/routes', file).replaceAll('\\', '/')),
	);
	// A set that grows while it is walked: every module is visited once.
	for (const module of reached) {
		for (const next of graph.getModuleInfo(module)?.importedIds ?? []) reached.add(next);
	}
	return reached;
}
