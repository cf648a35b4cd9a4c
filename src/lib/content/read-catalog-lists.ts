/** The lists beside the patterns: categories and learning paths, as YAML. */
import * as v from 'valibot';
import { readYaml, type YamlValue } from './front-matter.ts';
import type { Category, LearningPath } from './library.ts';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());

const CATEGORIES = v.array(
	v.strictObject({
		id: v.pipe(words, v.description('the name of a folder of decks/patterns')),
		name: v.pipe(words, v.description('the name in full')),
		short: v.pipe(words, v.description('the name in one or two words')),
	}),
);

const PATH = v.strictObject({
	id: v.pipe(words, v.description('the name of the file without .yaml')),
	name: v.pipe(words, v.description('what the path is called')),
	audience: v.pipe(words, v.description('whom it is for, in one sentence')),
	stages: v.pipe(
		v.array(
			v.strictObject({
				title: v.pipe(words, v.description('the name of the stage')),
				steps: v.array(
					v.strictObject({
						id: v.pipe(words, v.description('the id of a pattern')),
						why: v.pipe(words, v.description('one line: why it comes now, in quotes')),
					}),
				),
			}),
		),
		v.description('a list of { title, steps: [{ id, why }] }'),
	),
});

/** Reads `decks/categories.yaml`. */
export function readCategories(file: string, text: string): YamlValue<Category[]> {
	return readYaml(file, { text, line: 1 }, CATEGORIES);
}

/** Reads `decks/paths/<id>.yaml`. */
export function readPath(file: string, text: string): YamlValue<LearningPath> {
	return readYaml(file, { text, line: 1 }, PATH);
}
