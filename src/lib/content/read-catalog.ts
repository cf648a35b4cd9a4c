/** Reads every file of decks/ into one catalog and checks what only the whole can show. */
import { addComparisons } from './add-comparisons.ts';
import { checkCatalog } from './check-catalog.ts';
import { checkDrillFiles } from './check-drill-files.ts';
import { checkDrawings } from './check-drawings.ts';
import { checkQuestionFiles } from './check-question-files.ts';
import { checkGroupings } from './check-groupings.ts';
import { checkScenarios } from './check-scenarios.ts';
import type { ComparisonSource } from './comparison.ts';
import { DRAWINGS_FOLDER } from './diagram.ts';
import type { DrillTemplate } from './drill.ts';
import type { Grouping } from './grouping.ts';
import type { Category, LearningPath, Scenario } from './library.ts';
import { sortMistakes, type Mistake } from './mistake.ts';
import type { PatternSource } from './pattern.ts';
import { readCategories, readGroupings, readPath, readScenarios } from './read-catalog-lists.ts';
import { drillCardId } from './drill-id.ts';
import { DRILL_PATH, readDrill, type ReadDrill } from './read-drill.ts';
import type { Question } from './question.ts';
import { COMPARISON_PATH, readComparison, type ReadComparison } from './read-comparison.ts';
import { PATTERN_PATH, readPattern, type ReadPattern } from './read-pattern.ts';
import { QUESTION_PATH, readQuestion, type ReadQuestion } from './read-question.ts';
import { checkReleasedIds, IDS_FILE, QUESTION_PREFIX } from './released-ids.ts';

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
	/** By id. */
	drills: DrillTemplate[];
	/** By id. */
	questions: Question[];
	comparisons: ComparisonSource[];
	groupings: Grouping[];
}

export interface ReadCatalog {
	catalog: Catalog;
	/** With lines, for those who check further. */
	read: ReadPattern[];
	drills: ReadDrill[];
	questions: ReadQuestion[];
	comparisons: ReadComparison[];
	/** SVG by file name, as `drawingName` gives it. */
	drawings: Map<string, string>;
	mistakes: Mistake[];
}

export const CATEGORIES_FILE = 'decks/categories.yaml';
export const SCENARIOS_FILE = 'decks/scenarios.yaml';
export const GROUPS_FILE = 'decks/groups.yaml';

/** Reads all of it. Never throws; sorted by path, so the same files give the same catalog. */
export function readCatalog(files: DeckFiles): ReadCatalog {
	const mistakes: Mistake[] = [];
	const read: ReadPattern[] = [];
	const paths: ReadPath[] = [];
	const drills: ReadDrill[] = [];
	const questions: ReadQuestion[] = [];
	const comparisons: ReadComparison[] = [];
	const drawings = new Map<string, string>();
	const list = readCategories(CATEGORIES_FILE, files.get(CATEGORIES_FILE) ?? '[]');
	const scenarios = readScenarios(SCENARIOS_FILE, files.get(SCENARIOS_FILE) ?? '[]');
	const groupings = readGroupings(GROUPS_FILE, files.get(GROUPS_FILE) ?? '[]');
	mistakes.push(...list.mistakes, ...scenarios.mistakes, ...groupings.mistakes);
	for (const [file, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
		if (PATTERN_PATH.test(file)) {
			const pattern = readPattern(file, text);
			read.push(pattern);
			mistakes.push(...pattern.mistakes);
		} else if (/^decks\/paths\/[^/]+\.yaml$/.test(file)) {
			const { value, lineOf, mistakes: found } = readPath(file, text);
			mistakes.push(...found);
			if (value) paths.push({ file, path: value, lineOf });
		} else if (COMPARISON_PATH.test(file)) {
			const comparison = readComparison(file, text);
			comparisons.push(comparison);
			mistakes.push(...comparison.mistakes);
		} else if (DRILL_PATH.test(file)) {
			const drill = readDrill(file, text);
			drills.push(drill);
			mistakes.push(...drill.mistakes);
		} else if (QUESTION_PATH.test(file)) {
			const question = readQuestion(file, text);
			questions.push(question);
			mistakes.push(...question.mistakes);
		} else if (file.startsWith(DRAWINGS_FOLDER)) {
			drawings.set(file.slice(DRAWINGS_FOLDER.length), text);
		} else if (/^decks\/(patterns|paths|drills|questions|comparisons)\//.test(file)) {
			mistakes.push({
				file,
				line: 1,
				what: 'a file that is no pattern, path, drill, question or comparison',
				right:
					'patterns are decks/patterns/<category>/<id>.md, paths decks/paths/<id>.yaml, drills decks/drills/<id>.yaml, questions decks/questions/<id>.yaml, comparisons decks/comparisons/<id>.md',
			});
		}
	}
	const categories = list.value ?? [];
	const known = new Set(read.map(({ id }) => id));
	mistakes.push(...addComparisons(comparisons, read));
	const cards = new Set(read.flatMap((pattern) => pattern.cards.map(({ card }) => card.id)));
	mistakes.push(
		...checkCatalog(categories, read, paths),
		...checkScenarios(SCENARIOS_FILE, scenarios.value ?? [], known, scenarios.lineOf),
		...checkGroupings(GROUPS_FILE, groupings.value ?? [], known, groupings.lineOf),
		...checkDrillFiles(drills, known),
		...checkQuestionFiles(questions, known, cards),
		...checkDrawings(read, drawings),
		...checkReleasedIds(files.get(IDS_FILE) ?? '', new Set(releasableIds(read, drills, questions))),
	);
	return {
		catalog: {
			categories,
			patterns: read.flatMap((pattern) => pattern.source ?? []),
			paths: paths.map(({ path }) => path),
			scenarios: scenarios.value ?? [],
			drills: drills.flatMap(({ template }) => template ?? []),
			questions: questions.flatMap(({ question }) => question ?? []),
			comparisons: comparisons.flatMap(({ source }) => source ?? []),
			groupings: groupings.value ?? [],
		},
		read,
		drills,
		questions,
		comparisons,
		drawings,
		mistakes: sortMistakes(mistakes),
	};
}

/** Every id that progress may hang on once it is released. */
export function releasableIds(
	patterns: ReadPattern[],
	drills: ReadDrill[],
	questions: ReadQuestion[],
): string[] {
	return [
		...patterns.flatMap(({ cards }) => cards.map(({ card }) => card.id)),
		...drills.map(({ id }) => drillCardId(id)),
		...questions.map(({ id }) => QUESTION_PREFIX + id),
	];
}
