/** What an estimation drill is: a template whose numbers are drawn anew each time, as an author writes it. */
import * as v from 'valibot';
import { LEVELS } from './card.ts';
import { DIMENSIONS } from './dimension.ts';
import { DRILL_TOPICS } from './drill-topic.ts';

export const TOLERANCES = ['log', 'whole', 'exact', 'availability'] as const;

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());
const kebab = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
const name = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/));
const number = v.pipe(v.number(), v.finite());
const formula = v.pipe(
	v.union([words, number]),
	v.transform(String),
	v.description(
		'over inputs, earlier asks and steps, and units (day, year, KB, GiB, ms…), with + - * / ^ ( ) and ceil, floor, round, log (natural), log2, log10, sqrt, min, max, exp, mod; units are calculated along, so write users * posts / day',
	),
);

const pick = v.strictObject({
	say: v.pipe(words, v.description('what stands in the story in place of {name}')),
	is: v.pipe(number, v.description('its value, in the unit of the input')),
	low: v.pipe(
		v.optional(number),
		v.description('where sources disagree: the smallest right value'),
	),
	high: v.pipe(
		v.optional(number),
		v.description('where sources disagree: the largest right value'),
	),
});

const input = v.pipe(
	v.strictObject({
		say: v.pipe(
			words,
			v.description('what the number is, as a person would name it: "daily users"'),
		),
		unit: v.pipe(
			v.optional(v.pipe(v.union([words, number]), v.transform(String)), '1'),
			v.description(
				'1 for a count, %, $, a unit such as KB, ms or day, or a rate such as /s, /day, MB/s, $/month',
			),
		),
		from: v.pipe(
			v.optional(number),
			v.description('with "to": the least that is drawn, in the unit'),
		),
		to: v.pipe(
			v.optional(number),
			v.description('with "from": the most that is drawn, in the unit'),
		),
		of: v.pipe(
			v.optional(v.pipe(v.array(number), v.minLength(1))),
			v.description('instead of from and to: the numbers to draw from, as [2, 3, 5]'),
		),
		pick: v.pipe(
			v.optional(v.pipe(v.array(pick), v.minLength(1))),
			v.description(
				'instead of from and to: named cases to draw from, each { say, is }; the number stays hidden',
			),
		),
		is: v.pipe(v.optional(number), v.description('instead of from and to: always this number')),
		whole: v.pipe(
			v.optional(v.boolean()),
			v.description(
				'whether only whole numbers are drawn; by default for counts and not for others',
			),
		),
		plausible: v.pipe(
			v.optional(v.tuple([number, number])),
			v.description(
				'[least, most] in the unit: what a person may assume instead and still be sensible',
			),
		),
	}),
	v.check(
		({ from, to, of, pick: cases, is }) =>
			(from === undefined) === (to === undefined) &&
			[from, of, cases, is].filter((each) => each !== undefined).length === 1,
		'one of: from and to, of, pick, is',
	),
);

const step = v.strictObject({
	id: v.pipe(v.optional(name), v.description('a name by which later steps use the result')),
	say: v.pipe(words, v.description('what this step does, in a few words: "Spread over the day"')),
	formula,
	head: v.pipe(
		v.optional(formula),
		v.description(
			'the formula for the head where it is another one; by itself day is 10^5 s, a year 400 days, KiB is KB, and each result is rounded to two digits',
		),
	),
});

const known = v.strictObject({
	factor: v.pipe(formula, v.description('a factor over the inputs, such as peak or copies')),
	slip: v.pipe(
		v.picklist(['left out', 'counted']),
		v.description(
			'"left out" where the answer forgets the factor, "counted" where it has one too many',
		),
	),
	say: v.pipe(
		words,
		v.description('the slip as a clause that follows "Perhaps": "the peak factor was left out"'),
	),
	fine: v.pipe(
		v.optional(v.boolean(), false),
		v.description(
			'true if it is a legitimate choice when said aloud, such as counting the replicas',
		),
	),
});

const soWhat = v.strictObject({
	ask: v.pipe(words, v.description('which decision the number drives, as a question')),
	options: v.pipe(
		v.pipe(
			v.array(
				v.strictObject({
					up_to: v.pipe(
						v.optional(number),
						v.description(
							'right up to this value, in the unit of the ask; rising from option to option',
						),
					),
					never: v.pipe(
						v.optional(v.boolean()),
						v.description('true for a choice that is never right'),
					),
					say: v.pipe(words, v.description('the choice: "one machine holds it"')),
					why: v.pipe(words, v.description('one sentence: why it is right, or why not')),
				}),
			),
			v.minLength(2),
			v.maxLength(5),
		),
		v.description(
			'two to five choices by rising size; the last without up_to holds above all others',
		),
	),
});

const ask = v.strictObject({
	id: v.pipe(name, v.description('a name by which later asks use the result')),
	ask: v.pipe(
		words,
		v.description('the quantity asked for, as a question, with {name} for inputs'),
	),
	expect: v.pipe(v.picklist(DIMENSIONS), v.description(`one of: ${DIMENSIONS.join(', ')}`)),
	unit: v.pipe(
		v.optional(v.pipe(v.union([words, number]), v.transform(String))),
		v.description('the unit of the numbers in so_what, as for inputs'),
	),
	formula,
	tolerance: v.pipe(
		v.optional(v.picklist(TOLERANCES), 'log'),
		v.description(
			'log by the ratio (usual), whole for servers and shards, exact for code lengths and quorums, availability by what is missing to the whole',
		),
	),
	steps: v.pipe(
		v.pipe(v.array(step), v.minLength(1)),
		v.description('the worked solution; the last step gives the same as the formula'),
	),
	known: v.pipe(
		v.optional(v.array(known), []),
		v.description('factors that are easily forgotten or counted too often'),
	),
	so_what: v.pipe(v.optional(soWhat), v.description('what the number decides')),
});

/** Each description is the author's manual for its key and the second half of every error about it. */
export const DRILL = v.strictObject({
	id: v.pipe(kebab, v.description('kebab-case, the name of the file without .yaml; never renamed')),
	title: v.pipe(words, v.description('what is practised, in a few words, without its numbers')),
	topic: v.pipe(v.picklist(DRILL_TOPICS), v.description(`one of: ${DRILL_TOPICS.join(', ')}`)),
	level: v.pipe(v.picklist(LEVELS), v.description(`one of: ${LEVELS.join(', ')}`)),
	quick: v.pipe(
		v.optional(v.boolean(), false),
		v.description('true for one that is answered in some seconds, for the quick-fire sets'),
	),
	retired: v.pipe(
		v.optional(v.boolean(), false),
		v.description('true for one that must go: kept for who practiced it, never offered as new'),
	),
	patterns: v.pipe(
		v.optional(v.array(kebab), []),
		v.description('ids of patterns that the number bears on, as [caching, sharding]'),
	),
	inputs: v.pipe(
		v.record(name, input),
		v.description('the numbers by name: small letters, digits and _, no name of a unit'),
	),
	story: v.pipe(
		words,
		v.description('the situation in one to four sentences, with {name} where a number stands'),
	),
	asks: v.pipe(
		v.pipe(v.array(ask), v.minLength(1), v.maxLength(8)),
		v.description('what is asked, in order; several walk through a whole system'),
	),
	sources: v.pipe(
		v.optional(v.array(words), []),
		v.description('where a reader can check facts that are not drawn, in quotes'),
	),
});

/** A template as its author wrote it, defaults filled in. */
export type DrillTemplate = v.InferOutput<typeof DRILL>;
export type DrillInput = v.InferOutput<typeof input>;
export type DrillAsk = v.InferOutput<typeof ask>;
export type DrillStep = v.InferOutput<typeof step>;
