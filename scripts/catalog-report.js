/** What check:decks says about the catalog as a whole, besides its mistakes. */
import { COVERAGE_FILE, reportCards, reportCoverage } from './catalog-coverage.js';
import { loadModule } from './load-module.js';

/** @type {typeof import('../src/lib/content/check-drawings.ts')} */
const { drawingWidth } = await loadModule('src/lib/content/check-drawings.ts');
/** @type {typeof import('../src/lib/content/diagram.ts')} */
const { READABLE_WIDTH } = await loadModule('src/lib/content/diagram.ts');
/** @type {typeof import('../src/lib/content/near-duplicates.ts')} */
const { findNearDuplicates, SIMILAR_CARD } = await loadModule('src/lib/content/near-duplicates.ts');
/** @type {typeof import('../src/lib/content/visible-text.ts')} */
const { visibleText } = await loadModule('src/lib/content/visible-text.ts');
/** @type {typeof import('../src/lib/content/reading-ease.ts')} */
const { readingEase } = await loadModule('src/lib/content/reading-ease.ts');
/** @type {typeof import('../src/lib/content/style-terms.ts')} */
const { findOffSheetTerms } = await loadModule('src/lib/content/style-terms.ts');

const HARDEST = 5;

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

/** @param {import('../src/lib/content/read-catalog.ts').ReadCatalog} catalog */
function reportEase({ read }) {
	const pages = read.flatMap(({ id, source }) => {
		const sections = Object.entries(source?.sections ?? {}).filter(
			([title]) => title !== 'Diagram',
		);
		const ease = readingEase(visibleText(sections.map(([, text]) => text).join('\n\n')));
		return ease === undefined ? [] : [{ id, ease: Math.round(ease) }];
	});
	pages.sort((a, b) => a.ease - b.ease);
	const hardest = pages.slice(0, HARDEST).map(({ id, ease }) => `${id} ${ease}`);
	const median = pages[Math.floor(pages.length / 2)]?.ease ?? 0;
	return `reading ease of pages (Flesch): median ${median}; hardest: ${hardest.join(', ')}`;
}

/** @param {import('../src/lib/content/read-catalog.ts').ReadCatalog} catalog */
function reportLinks({ read }) {
	const links = read.flatMap(({ id, source }) =>
		(source?.related ?? []).map((related) => ({ from: id, to: related.id })),
	);
	const pages = new Set(read.map(({ id }) => id));
	const written = new Set(links.map(({ from, to }) => `${from} ${to}`));
	const oneWay = links.filter(({ from, to }) => !written.has(`${to} ${from}`)).length;
	const lost = links.filter(({ to }) => !pages.has(to)).length;
	return `${links.length} links between pages, ${oneWay} written on one side only: the way back of each is added by itself; without a way back: ${lost}`;
}

/**
 * @param {import('../src/lib/content/read-catalog.ts').ReadCatalog} catalog
 * @param {import('../src/lib/content/read-catalog.ts').DeckFiles} files
 */
function reportTerms({ read }, files) {
	const found = read.flatMap(({ file }) =>
		findOffSheetTerms({ text: files.get(file) ?? '', line: 1 }).map(
			({ line, found: word, instead }) => `  ${file}:${line}: "${word}"; ${instead}`,
		),
	);
	return [`terms outside the style sheet: ${found.length}`, ...found];
}

/** @param {import('../src/lib/content/read-catalog.ts').ReadCatalog} catalog */
function reportPaths({ read, catalog }) {
	const named = new Set(
		catalog.paths.flatMap(({ stages }) => stages.flatMap(({ steps }) => steps)).map(({ id }) => id),
	);
	return `${read.filter(({ id }) => named.has(id)).length} of ${read.length} patterns stand in a learning path`;
}

/**
 * @param {import('../src/lib/content/read-catalog.ts').ReadCatalog} catalog
 * @param {import('../src/lib/content/read-catalog.ts').DeckFiles} files what the catalog was read from
 * @returns {string}
 */
export function reportTotals(catalog, files) {
	const { read, drills, questions, drawings } = catalog;
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
		`${questions.length} interview questions`,
		`${diagrams} diagrams, ${small} of them wider than ${READABLE_WIDTH} px (text below 11 px on a phone)`,
		`${bare.length} patterns without a diagram: ${bare.join(', ') || 'none'}`,
		...reportCards(catalog),
		reportEase(catalog),
		reportLinks(catalog),
		reportPaths(catalog),
		...reportTerms(catalog, files),
		...reportCoverage(catalog, files.get(COVERAGE_FILE) ?? ''),
	].join('\n');
}
