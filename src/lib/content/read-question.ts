/** Reads `decks/questions/<id>.yaml`: a mock interview question, with the lines that later checks need. */
import { checkQuestion } from './check-question.ts';
import { readYaml, type YamlValue } from './front-matter.ts';
import type { Mistake } from './mistake.ts';
import { checkProse } from './prose-rules.ts';
import { QUESTION, type Question } from './question.ts';

export interface ReadQuestion {
	file: string;
	/** The name of the file, which is the question's for good. */
	id: string;
	/** Absent where the file does not fit the schema. */
	question?: Question;
	mistakes: Mistake[];
	lineOf: YamlValue<unknown>['lineOf'];
}

export const QUESTION_PATH = /^decks\/questions\/([^/]+)\.yaml$/;

/** Keys whose text is no prose: ids, formulas, drawings, what candidates may type. */
const NO_PROSE = new Set(['mermaid', 'formula', 'factor', 'match', 'synonyms', 'call', 'key']);

type Path = (string | number)[];

/** Reads one file. Never throws. */
export function readQuestion(file: string, text: string): ReadQuestion {
	const id = QUESTION_PATH.exec(file)?.[1] ?? '';
	const { value, mistakes, lineOf } = readYaml(file, { text, line: 1 }, QUESTION);
	if (!value) return { file, id, mistakes, lineOf };
	const found = textsOf(value).flatMap(([path, prose]) =>
		checkProse({ text: prose, line: lineOf(path) }).map((mistake) => ({ file, ...mistake })),
	);
	const faults = checkQuestion(value, id).map(({ path, what, right }) => ({
		...{ file, line: lineOf(path), what, right },
	}));
	return { file, id, question: value, mistakes: [...faults, ...found], lineOf };
}

/** Everything that a person reads, with where it stands. */
function textsOf(value: unknown, path: Path = []): [path: Path, text: string][] {
	if (typeof value === 'string') return [[path, value]];
	if (Array.isArray(value)) return value.flatMap((each, at) => textsOf(each, [...path, at]));
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, each]) =>
		NO_PROSE.has(key) ? [] : textsOf(each, [...path, key]),
	);
}
