import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileLibrary } from './compile-library.ts';
import { CatalogSearch } from './catalog-search.ts';
import { readCatalog } from './read-catalog.ts';

function decks(): Map<string, string> {
	const files = new Map<string, string>();
	for (const entry of readdirSync('decks', { recursive: true, withFileTypes: true })) {
		if (!entry.isFile() || !/\.(md|yaml)$/.test(entry.name)) continue;
		const path = `${entry.parentPath}/${entry.name}`;
		files.set(path, readFileSync(path, 'utf8'));
	}
	return files;
}

let search: CatalogSearch;
let names: Map<string, { name: string; aliases: string[] }>;

beforeAll(() => {
	const { index } = compileLibrary(readCatalog(decks()).catalog, new Map());
	search = new CatalogSearch(index);
	names = new Map(index.patterns.map((pattern) => [pattern.id, pattern]));
	// The whole catalog is compiled here.
}, 60_000);

const first = (query: string) => search.find(query)[0]?.id;
const top = (query: string) =>
	search
		.find(query)
		.slice(0, 3)
		.map(({ id }) => id);

describe('names', () => {
	test('every pattern is found first by its name and within three by each other name', () => {
		for (const [id, { name, aliases }] of names) {
			expect(first(name), name).toBe(id);
			for (const alias of aliases) expect(top(alias), `${alias} for ${id}`).toContain(id);
		}
	});

	test('the first letters are enough', () => {
		expect(top('bulk')).toContain('bulkhead');
		expect(top('idemp')).toContain('idempotency-key');
	});

	test.each([
		['circut braker', 'circuit-breaker'],
		['bulkhed', 'bulkhead'],
		['consistant hashing', 'consistent-hashing'],
		['idempotancy', 'idempotency-key'],
		['chache aside', 'cache-aside'],
		['hartbeat', 'heartbeat'],
		['exponental backof', 'retry-backoff'],
		['CIRCUIT-BREAKER', 'circuit-breaker'],
	])('%s finds %s first', (query, id) => {
		expect(first(query)).toBe(id);
	});

	test.each([
		['pubsub', 'pub-sub'],
		['ratelimit', 'rate-limiting'],
		['bulk head', 'bulkhead'],
		['heart beat', 'heartbeat'],
	])('%s, with its words parted otherwise, finds %s', (query, id) => {
		expect(top(query)).toContain(id);
	});
});

test('a problem in plain words finds what solves it', () => {
	expect(top('charged twice')).toContain('idempotency-key');
});

test('a problem is found by some of its words, also mistyped', () => {
	const [best] = search.findScenarios('payed twise');
	expect(best?.patterns).toContain('idempotency-key');
	expect(search.findScenarios('')).toEqual([]);
});

test('a comparison is found by its name and by what it compares', () => {
	const found = (query: string) => search.findComparisons(query)[0]?.id;
	expect(found('kafka vs queue pub sub')).toBe('queue-vs-pubsub');
	expect(found('WebSockets vs SSE')).toBe('client-push');
	expect(found('saga or tcc')).toBe('transactions');
	expect(found('paginaton')).toBe('pagination');
	expect(search.findComparisons('  ')).toEqual([]);
});

test('the other name is told where it is what matched', () => {
	expect(search.find('lazy loading')[0]).toEqual({ id: 'cache-aside', alias: 'Lazy loading' });
	expect(search.find('cache aside')[0]).toEqual({ id: 'cache-aside' });
});

test('what is spelled right finds nothing that is merely spelled alike', () => {
	const ids = search.find('cach').map(({ id }) => id);
	for (const id of ids.slice(0, 5)) expect(id).toMatch(/cach/);
	expect(ids).not.toContain('data-mesh');
});

test('words that no pattern holds together still find something', () => {
	expect(top('how do I stop a bulkhead zzzz')).toContain('bulkhead');
});

test('nothing typed, and nothing alike, find nothing', () => {
	expect(search.find('  ')).toEqual([]);
	expect(search.find('xqzwvv')).toEqual([]);
});
