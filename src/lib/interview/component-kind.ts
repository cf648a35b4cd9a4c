/** The parts that systems are drawn from, and how each looks as a box of a flowchart. */

export const COMPONENT_KINDS = [
	'client',
	'load-balancer',
	'api-gateway',
	'service',
	'cache',
	'database',
	'queue',
	'worker',
	'cdn',
	'object-storage',
	'search-index',
	'external',
] as const;
export type ComponentKind = (typeof COMPONENT_KINDS)[number];

export interface KindTraits {
	/** What it is called until it is renamed. */
	name: string;
	/** What its id begins with. */
	id: string;
	/** What stands before and behind its label. */
	brackets: readonly [string, string];
	/** It answers and calls nothing, so that the next box hangs on the one before. */
	leaf: boolean;
}

const BOX = ['[', ']'] as const;
const ROUND = ['([', '])'] as const;
const STORE = ['[(', ')]'] as const;
const CROSSING = ['{{', '}}'] as const;

export const KIND_TRAITS: Readonly<Record<ComponentKind, KindTraits>> = {
	client: { name: 'Client', id: 'client', brackets: ROUND, leaf: false },
	'load-balancer': { name: 'Load balancer', id: 'lb', brackets: CROSSING, leaf: false },
	'api-gateway': { name: 'API gateway', id: 'gateway', brackets: CROSSING, leaf: false },
	service: { name: 'Service', id: 'service', brackets: BOX, leaf: false },
	cache: { name: 'Cache', id: 'cache', brackets: STORE, leaf: true },
	database: { name: 'Database', id: 'db', brackets: STORE, leaf: true },
	queue: { name: 'Queue', id: 'queue', brackets: ['[[', ']]'], leaf: false },
	worker: { name: 'Worker', id: 'worker', brackets: BOX, leaf: false },
	cdn: { name: 'CDN', id: 'cdn', brackets: ROUND, leaf: false },
	'object-storage': { name: 'Object storage', id: 'storage', brackets: STORE, leaf: true },
	'search-index': { name: 'Search index', id: 'search', brackets: STORE, leaf: true },
	external: { name: 'External service', id: 'external', brackets: ['[/', '/]'], leaf: true },
};
