/** Turns the catalog into what a build ships: one small index, three chunks for each category, one of drills. */
import { LEVELS } from './card.ts';
import { compileCard } from './compile-card.ts';
import { compileComparison, summarizeComparison } from './compile-comparison.ts';
import { compilePage, linksBack } from './compile-page.ts';
import { drawingName } from './diagram.ts';
import type { DrillTemplate } from './drill.ts';
import { hashText } from './hash.ts';
import { splitIndex, type LibraryRoster } from './library-guide.ts';
import {
	PATTERNS_A_PART,
	type CardChunk,
	type ComparisonChunk,
	type LibraryIndex,
	type PageChunk,
	type PatternSummary,
	type SourceChunk,
} from './library.ts';
import type { PatternPage, PatternSource } from './pattern.ts';
import { questionNeeds } from './question-needs.ts';
import type { Question } from './question.ts';
import type { Catalog } from './read-catalog.ts';

export interface CompiledLibrary {
	index: LibraryIndex;
	/** The part of the index that a start needs; the rest is among the files. */
	roster: LibraryRoster;
	/** Text of every chunk by file name. */
	files: Map<string, string>;
}

/** A plain order of characters: the same on every machine, unlike that of a locale. */
function byName(a: PatternSource, b: PatternSource): number {
	const [x, y] = [a.name.toLowerCase(), b.name.toLowerCase()];
	return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : 1;
}

/** Easier ones first, those for the quick sets before those that take a while. */
function inOrder(drills: DrillTemplate[]): DrillTemplate[] {
	const rank = ({ level, quick }: DrillTemplate) => LEVELS.indexOf(level) * 2 + (quick ? 0 : 1);
	return drills.toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

/** Paths named after a level come in the order of levels, others after them. */
function rankOf(pathId: string): number {
	const rank = LEVELS.findIndex((level) => level === pathId);
	return rank < 0 ? LEVELS.length : rank;
}

function summarize(source: PatternSource): PatternSummary {
	return {
		id: source.id,
		name: source.name,
		aliases: source.aliases,
		category: source.category,
		level: source.level,
		oneLine: (source.sections['In one line'] ?? '').replace(/\s+/g, ' '),
		cards: source.cards.map(({ id, kind, level, retired }) => ({
			slug: id.slice(source.id.length + 1),
			kind,
			level,
			...(retired ? { retired } : {}),
		})),
	};
}

function chunksOf(
	patterns: PatternSource[],
	back: Map<string, PatternPage['related']>,
	drawings: ReadonlyMap<string, string>,
) {
	const cards: CardChunk[] = [];
	const pages: PageChunk = {};
	const sources: SourceChunk = {};
	for (const [at, pattern] of patterns.entries()) {
		const part = (cards[Math.floor(at / PATTERNS_A_PART)] ??= {});
		const drawing = (fence: string) => drawings.get(drawingName(pattern.id, fence));
		pages[pattern.id] = compilePage(pattern, back.get(pattern.id) ?? [], drawing);
		for (const card of pattern.cards) {
			part[card.id] = compileCard(card, drawing);
			sources[card.id] = card;
		}
	}
	return { cards, pages, sources };
}

/** Entries and pages of all comparisons; nothing where there are none. */
function compareAll(
	{ comparisons, patterns }: Catalog,
	store: (chunk: ComparisonChunk) => string,
): Pick<LibraryIndex, 'comparisons' | 'comparisonPages'> {
	if (comparisons.length === 0) return {};
	const pages = comparisons.map((source) => [source.id, compileComparison(source)] as const);
	return {
		comparisons: comparisons
			.map((source) => summarizeComparison(source, patterns))
			.sort((a, b) => (a.name < b.name ? -1 : 1)),
		comparisonPages: store(Object.fromEntries(pages)),
	};
}

const DIFFICULTIES: readonly Question['difficulty'][] = ['warm-up', 'core', 'hard'];

/** What a person chooses interviews from, each with a file of its own; nothing where there are none. */
function askAll(
	{ questions }: Catalog,
	store: (question: Question) => string,
): Pick<LibraryIndex, 'questions'> {
	if (questions.length === 0) return {};
	const rank = ({ difficulty }: Question) => DIFFICULTIES.indexOf(difficulty);
	const ordered = questions.toSorted((a, b) => rank(a) - rank(b) || (a.title < b.title ? -1 : 1));
	return {
		questions: ordered.map((question) => {
			const { id, version, title, aliases, difficulty, kind, retired } = question;
			const [file, needs] = [store(question), questionNeeds(question)];
			return { id, version, title, aliases, difficulty, kind, retired, file, needs };
		}),
	};
}

/**
 * Compiles a catalog without mistakes. The same catalog gives the same bytes, and a file name changes
 * only when its content does, so a release downloads again only what it changed.
 * @param drawings SVG by file name; a diagram without one shows its text
 */
export function compileLibrary(
	catalog: Catalog,
	drawings: ReadonlyMap<string, string>,
): CompiledLibrary {
	const files = new Map<string, string>();
	const store = (category: string, part: string, chunk: unknown): string => {
		const text = JSON.stringify(chunk);
		const name = `${category}-${part}-${hashText(text)}.json`;
		files.set(name, text);
		return name;
	};
	const back = linksBack(catalog.patterns);
	const categories: LibraryIndex['categories'] = [];
	const patterns: PatternSummary[] = [];
	for (const category of catalog.categories) {
		const own = catalog.patterns.filter((pattern) => pattern.category === category.id).sort(byName);
		if (own.length === 0) continue;
		const { cards, pages, sources } = chunksOf(own, back, drawings);
		categories.push({
			...category,
			chunks: {
				cards: cards.map((part) => store(category.id, 'cards', part)),
				pages: store(category.id, 'pages', pages),
				sources: store(category.id, 'sources', sources),
			},
		});
		patterns.push(...own.map(summarize));
	}
	const { scenarios, groupings } = catalog;
	const drills = inOrder(catalog.drills);
	const paths = catalog.paths.toSorted((a, b) => rankOf(a.id) - rankOf(b.id));
	const body = {
		...{ categories, patterns, paths, scenarios, groupings },
		...compareAll(catalog, (chunk) => store('catalog', 'comparisons', chunk)),
		...(drills.length > 0 ? { drills: store('catalog', 'drills', drills) } : {}),
		...askAll(catalog, (question) => store('question', question.id, question)),
	};
	const index: LibraryIndex = { version: hashText(JSON.stringify(body)), ...body };
	const roster = splitIndex(index, (guide) => store('catalog', 'guide', guide));
	return { index, roster, files };
}
