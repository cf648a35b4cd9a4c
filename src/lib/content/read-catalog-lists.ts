/** The lists beside the patterns: categories, learning paths, scenarios and groups, as YAML. */
import * as v from 'valibot';
import { readYaml, type YamlValue } from './front-matter.ts';
import type { Grouping } from './grouping.ts';
import type { Category, LearningPath, Scenario } from './library.ts';

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

const SCENARIOS = v.array(
	v.strictObject({
		id: v.pipe(words, v.description('kebab-case, once in the file')),
		need: v.pipe(words, v.description('the problem in plain words, at most 90 characters')),
		patterns: v.pipe(
			v.pipe(v.array(words), v.minLength(1)),
			v.description('ids of the patterns that solve it, the best first, as [one, two]'),
		),
	}),
);

const GROUPINGS = v.array(
	v.strictObject({
		id: v.pipe(words, v.description('kebab-case, once in the file')),
		name: v.pipe(words, v.description('what the groups are, such as "challenge"')),
		groups: v.array(
			v.strictObject({
				id: v.pipe(words, v.description('kebab-case, once in its grouping')),
				name: v.pipe(words, v.description('the group in a few words')),
				patterns: v.pipe(
					v.pipe(v.array(words), v.minLength(1)),
					v.description('ids of patterns, as [one, two]'),
				),
			}),
		),
	}),
);

/** Reads `decks/categories.yaml`. */
export function readCategories(file: string, text: string): YamlValue<Category[]> {
	return readYaml(file, { text, line: 1 }, CATEGORIES);
}

/** Reads `decks/paths/<id>.yaml`. */
export function readPath(file: string, text: string): YamlValue<LearningPath> {
	return readYaml(file, { text, line: 1 }, PATH);
}

/** Reads `decks/scenarios.yaml`. */
export function readScenarios(file: string, text: string): YamlValue<Scenario[]> {
	return readYaml(file, { text, line: 1 }, SCENARIOS);
}

/** Reads `decks/groups.yaml`. */
export function readGroupings(file: string, text: string): YamlValue<Grouping[]> {
	return readYaml(file, { text, line: 1 }, GROUPINGS);
}
