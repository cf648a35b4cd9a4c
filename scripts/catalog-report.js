/** What check:decks says about the catalog as a whole, besides its mistakes. */
import { loadModule } from './load-module.js';

/** @type {typeof import('../src/lib/content/check-drawings.ts')} */
const { drawingWidth } = await loadModule('src/lib/content/check-drawings.ts');
/** @type {typeof import('../src/lib/content/diagram.ts')} */
const { READABLE_WIDTH } = await loadModule('src/lib/content/diagram.ts');
/** @type {typeof import('../src/lib/content/near-duplicates.ts')} */
const { findNearDuplicates, SIMILAR_CARD } = await loadModule('src/lib/content/near-duplicates.ts');
/** @type {typeof import('../src/lib/content/visible-text.ts')} */
const { visibleText } = await loadModule('src/lib/content/visible-text.ts');

/** @param {import('../src/lib/content/read-catalog.ts').ReadCatalog} catalog */
function similarCards({ read }) {
	const asked = read.flatMap(({ cards }) =>
		cards.map(({ card }) => ({ id: card.id, text: visibleText(card.front) })),
	);
	return findNearDuplicates(asked, SIMILAR_CARD);
}

/**
 * @param {import('../src/lib/content/read-catalog.ts').ReadCatalog} catalog
 * @returns {string[]} one line for each pair of cards that resemble each other, most alike first
 */
export function listSimilar(catalog) {
	return similarCards(catalog).map(
		({ a, b, likeness }) => `${Math.round(likeness * 100)}%  ${a}  ${b}`,
	);
}

/**
 * @param {import('../src/lib/content/read-catalog.ts').ReadCatalog} catalog
 * @returns {string}
 */
export function reportTotals(catalog) {
	const { read, drills, drawings } = catalog;
	const cards = read.flatMap((pattern) => pattern.cards.map(({ card }) => card));
	/** @type {Map<string, number>} */
	const kinds = new Map();
	for (const { kind } of cards) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
	const byKind = [...kinds].sort((a, b) => b[1] - a[1]).map(([kind, count]) => `${count} ${kind}`);
	/** @type {Map<string, number>} */
	const topics = new Map();
	for (const { template } of drills) {
		if (template) topics.set(template.topic, (topics.get(template.topic) ?? 0) + 1);
	}
	const byTopic = [...topics].sort((a, b) => b[1] - a[1]).map(([topic, n]) => `${n} ${topic}`);
	const quick = drills.filter(({ template }) => template?.quick).length;
	const words = read.reduce((sum, pattern) => sum + pattern.words, 0);
	const diagrams = read.reduce((sum, pattern) => sum + pattern.diagrams.length, 0);
	const bare = read.filter((pattern) => pattern.diagrams.length === 0).map(({ id }) => id);
	const small = [...drawings.values()].filter((svg) => drawingWidth(svg) > READABLE_WIDTH).length;
	return [
		`${read.length} patterns, ${words} words on their pages`,
		`${cards.length} cards: ${byKind.join(', ')}; ${similarCards(catalog).length} pairs alike (list them with -- --similar)`,
		`${drills.length} drills, ${quick} of them quick: ${byTopic.join(', ') || 'none'}`,
		`${diagrams} diagrams, ${small} of them wider than ${READABLE_WIDTH} px (text below 11 px on a phone)`,
		`${bare.length} patterns without a diagram: ${bare.join(', ') || 'none'}`,
	].join('\n');
}
