/** Reads every file of decks/ into one catalog and checks what only the whole can show. */
import { checkCatalog } from './check-catalog.ts';
import { checkDrawings } from './check-drawings.ts';
import { checkScenarios } from './check-scenarios.ts';
import { DRAWINGS_FOLDER } from './diagram.ts';
import type { Category, LearningPath, Scenario } from './library.ts';
import { sortMistakes, type Mistake } from './mistake.ts';
import type { PatternSource } from './pattern.ts';
import { readCategories, readPath, readScenarios } from './read-catalog-lists.ts';
import { PATTERN_PATH, readPattern, type ReadPattern } from './read-pattern.ts';
import { checkReleasedIds, IDS_FILE } from './released-ids.ts';

/** Text by path from the root of the project, such as `decks/patterns/caching/cdn.md`. */
export type DeckFiles = ReadonlyMap<string, string>;

/** A learning path with the lines that its checks need. */
export interface ReadPath {
	file: string;
	path: LearningPath;
	lineOf(path: readonly (string | number)[]): number;
}

export interface Catalog {
	categories: Category[];
	patterns: PatternSource[];
	paths: LearningPath[];
	scenarios: Scenario[];
}

export interface ReadCatalog {
	catalog: Catalog;
	/** With lines, for those who check further. */
	read: ReadPattern[];
	/** SVG by file name, as `drawingName` gives it. */
	drawings: Map<string, string>;
	mistakes: Mistake[];
}

export const CATEGORIES_FILE = 'decks/categories.yaml';
export const SCENARIOS_FILE = 'decks/scenarios.yaml';

/** Reads all of it. Never throws; sorted by path, so the same files give the same catalog. */
export function readCatalog(files: DeckFiles): ReadCatalog {
	const mistakes: Mistake[] = [];
	const read: ReadPattern[] = [];
	const paths: ReadPath[] = [];
	const drawings = new Map<string, string>();
	const list = readCategories(CATEGORIES_FILE, files.get(CATEGORIES_FILE) ?? '[]');
	const scenarios = readScenarios(SCENARIOS_FILE, files.get(SCENARIOS_FILE) ?? '[]');
	mistakes.push(...list.mistakes, ...scenarios.mistakes);
	for (const [file, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
		if (PATTERN_PATH.test(file)) {
			const pattern = readPattern(file, text);
			read.push(pattern);
			mistakes.push(...pattern.mistakes);
		} else if (/^decks\/paths\/[^/]+\.yaml$/.test(file)) {
			const { value, lineOf, mistakes: found } = readPath(file, text);
			mistakes.push(...found);
			if (value) paths.push({ file, path: value, lineOf });
		} else if (file.startsWith(DRAWINGS_FOLDER)) {
			drawings.set(file.slice(DRAWINGS_FOLDER.length), text);
		} else if (/^decks\/(patterns|paths)\//.test(file)) {
			mistakes.push({
				file,
				line: 1,
				what: 'a file that is neither a pattern nor a path',
				right: 'patterns are decks/patterns/<category>/<id>.md, paths decks/paths/<id>.yaml',
			});
		}
	}
	const categories = list.value ?? [];
	const ids = new Set(read.flatMap((pattern) => pattern.cards.map(({ card }) => card.id)));
	mistakes.push(
		...checkCatalog(categories, read, paths),
		...checkScenarios(
			SCENARIOS_FILE,
			scenarios.value ?? [],
			new Set(read.map(({ id }) => id)),
			scenarios.lineOf,
		),
		...checkDrawings(read, drawings),
		...checkReleasedIds(files.get(IDS_FILE) ?? '', ids),
	);
	return {
		catalog: {
			categories,
			patterns: read.flatMap((pattern) => pattern.source ?? []),
			paths: paths.map(({ path }) => path),
			scenarios: scenarios.value ?? [],
		},
		read,
		drawings,
		mistakes: sortMistakes(mistakes),
	};
}
