/** Reads `decks/drills/<id>.yaml`: an estimation drill, with the lines that later checks need. */
import { DRILL, type DrillTemplate } from './drill.ts';
import { readYaml, type YamlValue } from './front-matter.ts';
import { quote, type Mistake } from './mistake.ts';
import { checkProse } from './prose-rules.ts';

export interface ReadDrill {
	file: string;
	/** The name of the file, which is the drill's for good. */
	id: string;
	/** Absent where the file does not fit the schema. */
	template?: DrillTemplate;
	mistakes: Mistake[];
	lineOf: YamlValue<unknown>['lineOf'];
}

export const DRILL_PATH = /^decks\/drills\/([^/]+)\.yaml$/;

/** Reads one file. Never throws. */
export function readDrill(file: string, text: string): ReadDrill {
	const id = DRILL_PATH.exec(file)?.[1] ?? '';
	const { value, mistakes, lineOf } = readYaml(file, { text, line: 1 }, DRILL);
	if (!value) return { file, id, mistakes, lineOf };
	const found = textsOf(value).flatMap(([path, prose]) =>
		checkProse({ text: prose, line: lineOf(path) }).map((mistake) => ({ file, ...mistake })),
	);
	if (value.id !== id) {
		const what = `the id is ${quote(value.id)}`;
		found.unshift({ file, line: lineOf(['id']), what, right: "it is the file's name" });
	}
	return { file, id, template: value, mistakes: found, lineOf };
}

type Path = (string | number)[];

/** Everything that a person reads, with where it stands. */
function textsOf({ title, story, inputs, asks }: DrillTemplate): [path: Path, text: string][] {
	return [
		[['title'], title],
		[['story'], story],
		...Object.entries(inputs).map(([name, { say }]): [Path, string] => [
			['inputs', name, 'say'],
			say,
		]),
		...asks.flatMap(({ ask, steps, known, so_what: decision }, at): [Path, string][] => [
			[['asks', at, 'ask'], ask],
			...steps.map(({ say }, k): [Path, string] => [['asks', at, 'steps', k, 'say'], say]),
			...known.map(({ say }, k): [Path, string] => [['asks', at, 'known', k, 'say'], say]),
			...(decision?.options ?? []).flatMap(({ say, why }, k): [Path, string][] => [
				[['asks', at, 'so_what', 'options', k, 'say'], say],
				[['asks', at, 'so_what', 'options', k, 'why'], why],
			]),
		]),
	];
}
