/** How far the catalog is: what stands of the list of ids, and how many cards each pattern has. */
import { loadModule } from './load-module.js';

/** @type {typeof import('../src/lib/content/card.ts')} */
const { CARD_KINDS } = await loadModule('src/lib/content/card.ts');

/** `category/id` of every pattern that the catalog is to hold, one a line. */
export const COVERAGE_FILE = 'decks/coverage.txt';
const FEW = 3;

/** @typedef {import('../src/lib/content/read-catalog.ts').ReadCatalog} ReadCatalog */

/** @param {number[]} numbers */
export function spread(numbers) {
	const sorted = numbers.toSorted((a, b) => a - b);
	return `${sorted[0] ?? 0} to ${sorted.at(-1) ?? 0}, median ${sorted[Math.floor(sorted.length / 2)] ?? 0}`;
}

/**
 * @param {ReadCatalog} catalog
 * @param {string} list text of `COVERAGE_FILE`
 * @returns {string[]} one line for the whole, and one for each category that lacks a pattern
 */
export function reportCoverage({ read }, list) {
	const wanted = list.split(/\r?\n/).filter(Boolean);
	const standing = new Set(read.map(({ id }) => id));
	const listed = new Set(wanted.map((line) => line.slice(line.indexOf('/') + 1)));
	/** @type {Map<string, { all: number; missing: string[] }>} */
	const categories = new Map();
	for (const line of wanted) {
		const [category = '', id = ''] = line.split('/');
		const entry = categories.get(category) ?? { all: 0, missing: [] };
		categories.set(category, entry);
		entry.all += 1;
		if (!standing.has(id)) entry.missing.push(id);
	}
	const missing = [...categories.values()].reduce((sum, each) => sum + each.missing.length, 0);
	const extra = read.map(({ id }) => id).filter((id) => !listed.has(id));
	const whole = [...categories.values()].filter((each) => each.missing.length === 0).length;
	return [
		`coverage: ${wanted.length - missing} of ${wanted.length} patterns, ${whole} of ${categories.size} categories whole`,
		...(extra.length > 0 ? [`  not on the list: ${extra.join(', ')}`] : []),
		...[...categories]
			.filter(([, each]) => each.missing.length > 0)
			.map(([id, { all, missing }]) => {
				return `  ${id}: ${all - missing.length} of ${all}, missing ${missing.join(', ')}`;
			}),
	];
}

/**
 * @param {ReadCatalog} catalog
 * @returns {string[]} cards per pattern, in all and by kind
 */
export function reportCards({ read }) {
	const counted = read.map(({ id, cards }) => ({ id, cards: cards.map(({ card }) => card) }));
	const kinds = CARD_KINDS.map((kind) => {
		const counts = counted.map(({ cards }) => cards.filter((card) => card.kind === kind).length);
		return `${kind} ${spread(counts)}`;
	});
	const few = counted.filter(({ cards }) => cards.length < FEW).map(({ id }) => id);
	return [
		`cards per pattern: ${spread(counted.map(({ cards }) => cards.length))}; by kind: ${kinds.join('; ')}`,
		`patterns with fewer than ${FEW} cards: ${few.join(', ') || 'none'}`,
	];
}
