import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterAddress, groupPatterns, isNarrowed, readFilter, VIEWS } from './catalog-filter.ts';
import { LEVELS } from './card.ts';
import type { LibraryIndex, PatternSummary } from './library.ts';

function pattern(id: string, category: string, level: PatternSummary['level']): PatternSummary {
	return { id, name: id, aliases: [], category, level, oneLine: '', cards: [] };
}

function category(id: string): LibraryIndex['categories'][number] {
	return { id, name: `All of ${id}`, short: id, chunks: { cards: [], pages: '', sources: '' } };
}

const INDEX: LibraryIndex = {
	version: '1',
	categories: [category('caching'), category('messaging')],
	patterns: [
		pattern('cdn', 'caching', 'beginner'),
		pattern('ttl', 'caching', 'expert'),
		pattern('saga', 'messaging', 'expert'),
	],
	paths: [
		{
			...{ id: 'first', name: 'First', audience: '' },
			stages: [
				{ title: 'Late', steps: [{ id: 'saga', why: '' }] },
				{ title: 'Early', steps: [{ id: 'cdn', why: '' }] },
			],
		},
	],
	groupings: [
		{
			...{ id: 'layer', name: 'layer' },
			groups: [
				{ id: 'edge', name: 'Edge', patterns: ['cdn', 'ttl'] },
				{ id: 'service', name: 'Service', patterns: ['saga', 'ttl'] },
			],
		},
	],
};
const ALL = {
	view: 'pattern',
	query: '',
	category: null,
	level: null,
	path: null,
	grouping: null,
	group: null,
} as const;

function read(address: string) {
	const parameters = new URLSearchParams(address);
	return readFilter((name) => parameters.get(name), INDEX);
}

const shape = (groups: ReturnType<typeof groupPatterns>) =>
	groups.map(({ title, patterns }) => [title, ...patterns.map(({ id }) => id)]);

test('an address gives back the filter that it was made from', () => {
	const filter = fc.record({
		view: fc.constantFrom(...VIEWS),
		query: fc.string().map((text) => text.trim()),
		category: fc.constantFrom(null, 'caching', 'messaging'),
		level: fc.constantFrom(null, ...LEVELS),
		path: fc.constantFrom(null, 'first'),
	});
	const groups = fc.constantFrom(
		{ grouping: null, group: null },
		{ grouping: 'layer', group: null },
		{ grouping: 'layer', group: 'edge' },
	);
	fc.assert(
		fc.property(filter, groups, (rest, group) => {
			const given = { ...rest, ...group };
			expect(read(filterAddress(given))).toEqual(given);
		}),
	);
});

test('what the catalog does not know lets all pass', () => {
	expect(read('?category=cooking&level=guru&path=none&by=color')).toEqual(ALL);
	expect(isNarrowed(ALL)).toBe(false);
	expect(isNarrowed({ ...ALL, level: 'expert' })).toBe(true);
});

test('patterns stand by the groups of a grouping, some in several of them', () => {
	const layers = { ...ALL, grouping: 'layer' };
	expect(shape(groupPatterns(INDEX, layers))).toEqual([
		['Edge', 'cdn', 'ttl'],
		['Service', 'saga', 'ttl'],
	]);
	expect(isNarrowed(layers)).toBe(false);
	const service = { ...layers, group: 'service' };
	expect(shape(groupPatterns(INDEX, service))).toEqual([['Service', 'saga', 'ttl']]);
	expect(shape(groupPatterns(INDEX, service, ['cdn', 'ttl']))).toEqual([['', 'ttl']]);
	expect(isNarrowed(service)).toBe(true);
	expect(read('?in=edge')).toEqual(ALL);
});

test('patterns stand by category, those of a path by its stages', () => {
	expect(shape(groupPatterns(INDEX, ALL))).toEqual([
		['All of caching', 'cdn', 'ttl'],
		['All of messaging', 'saga'],
	]);
	expect(shape(groupPatterns(INDEX, { ...ALL, path: 'first' }))).toEqual([
		['Late', 'saga'],
		['Early', 'cdn'],
	]);
});

test('filters narrow together, and leave out groups that they empty', () => {
	expect(shape(groupPatterns(INDEX, { ...ALL, level: 'expert', category: 'caching' }))).toEqual([
		['All of caching', 'ttl'],
	]);
	expect(groupPatterns(INDEX, { ...ALL, level: 'expert', path: 'first' })).toHaveLength(1);
	expect(groupPatterns(INDEX, { ...ALL, level: 'advanced' })).toEqual([]);
});

test('what was found keeps its order of relevance and the filters', () => {
	const found = ['saga', 'ttl', 'cdn'];
	expect(shape(groupPatterns(INDEX, ALL, found))).toEqual([['', 'saga', 'ttl', 'cdn']]);
	expect(shape(groupPatterns(INDEX, { ...ALL, path: 'first' }, found))).toEqual([
		['', 'saga', 'cdn'],
	]);
});
