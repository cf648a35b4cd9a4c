/** What a mock interview question is: everything the interviewer knows, as an author writes it. */
import * as v from 'valibot';
import { DIMENSIONS } from './dimension.ts';
import { TOLERANCES } from './drill.ts';
import { CHIPS, INTERVIEW_LEVELS, PHASES, RUBRIC_DIMENSIONS } from './question-terms.ts';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());
const kebab = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
const name = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/));
const number = v.pipe(v.number(), v.finite());
const text = v.pipe(v.union([words, number]), v.transform(String));
const lines = v.pipe(v.array(words), v.minLength(1));

/** A key with its entry in the author's manual. */
function told<S extends v.GenericSchema>(schema: S, manual: string) {
	return v.pipe(schema, v.description(manual));
}

const level = told(v.picklist(INTERVIEW_LEVELS), `one of: ${INTERVIEW_LEVELS.join(', ')}`);
const patterns = told(
	v.optional(v.array(kebab), []),
	'ids of the patterns that it turns on, the best first, as [caching-strategies, cdn]',
);
const byLevel = v.strictObject({ mid: lines, senior: lines, staff: lines });

const clarify = v.strictObject({
	id: told(kebab, 'q- and a word, as q-scale'),
	need: told(
		v.picklist(['must', 'good', 'trivia']),
		'must where the design depends on it, good where it helps, trivia where it changes nothing',
	),
	chip: told(v.picklist(CHIPS), `the chip under which it is found: ${CHIPS.join(', ')}`),
	ask: told(words, 'the question in full, as a good candidate puts it; shown after "Did you mean"'),
	match: told(
		v.pipe(v.array(words), v.minLength(3)),
		'at least three other ways to ask it, from a whole question to two telling words; word forms and typos are taken care of',
	),
	a: told(words, 'the answer, always the same, with its number where there is one'),
	sets: told(v.optional(v.array(name), []), 'the inputs whose value the answer gives'),
});

const requirement = v.strictObject({
	id: told(kebab, 'f1, f2… for what it does, n1, n2… for how well'),
	t: told(words, 'the requirement in a few words; one for how well has a number'),
});

const requirements = v.strictObject({
	must: told(v.pipe(v.array(requirement), v.minLength(2)), 'what the design must do'),
	nice: told(v.optional(v.array(requirement), []), 'what may follow when there is time'),
	out: told(v.pipe(v.array(requirement), v.minLength(1)), 'what a good scope leaves out'),
	nfr: told(v.pipe(v.array(requirement), v.minLength(2)), 'how well, each with a number'),
});

const input = v.strictObject({
	say: told(words, 'what the number is, as a person names it: "new links a day"'),
	v: told(number, 'the value, in its unit'),
	unit: told(v.optional(text, '1'), '1 for a count, %, $, a unit such as KB or a rate such as /s'),
	plausible: told(
		v.tuple([number, number]),
		'[least, most]: what a candidate may assume instead and still be sensible',
	),
});

const known = v.strictObject({
	factor: told(text, 'a factor over the inputs, such as peak or copies'),
	slip: told(v.picklist(['left out', 'counted']), 'left out where it is forgotten, else counted'),
	say: told(words, 'the slip as a clause after "Perhaps": "the peak factor was left out"'),
	fine: told(v.optional(v.boolean(), false), 'true if it is a fair choice when said aloud'),
});

const estimate = v.strictObject({
	id: told(name, 'e1, e2…; later formulas may use it'),
	ask: told(words, 'the quantity, as the interviewer asks for it'),
	expect: told(v.picklist(DIMENSIONS), `one of: ${DIMENSIONS.join(', ')}`),
	unit: told(v.optional(text, '1'), 'the unit of the answer, as for inputs'),
	formula: told(text, 'over inputs, earlier estimates and units, as in a drill: links / day'),
	tolerance: told(v.optional(v.picklist(TOLERANCES), 'log'), `one of: ${TOLERANCES.join(', ')}`),
	answer: told(number, 'what the formula gives, in the unit, to three digits; computed again'),
	known: told(v.optional(v.array(known), []), 'factors easily forgotten or counted too often'),
	so_what: told(words, 'the decision that the number drives, in one sentence'),
});

const component = v.strictObject({
	id: told(name, "the name of the box's node in the drawing, as link_store"),
	name: told(words, 'what it is called on the board'),
	match: told(
		v.optional(v.array(words), []),
		'other labels that candidates give it, as [database, key-value store]',
	),
	need: told(v.optional(v.picklist(['must', 'good']), 'must'), 'must, or good where it may lack'),
	why: told(words, 'why the box is there, with the number or requirement that asks for it'),
});

const flow = v.strictObject({
	id: told(kebab, 'a word, as create or cache-gone'),
	kind: told(v.picklist(['write', 'read', 'async', 'failure']), 'write, read, async or failure'),
	for: told(lines, 'ids of the requirements that it serves'),
	path: told(
		v.pipe(v.array(name), v.minLength(2)),
		'component ids in order; each two in a row have an edge in the drawing',
	),
	say: told(lines, 'the walk through it, a step a line'),
});

const variant = v.strictObject({
	match: told(lines, 'labels by which the other way is recognized in a drawing'),
	instead_of: told(v.array(name), 'the component ids that it replaces, [] for an addition'),
	fine_if: told(words, 'when it is equally good, as a clause after "Equally good if"'),
});

const design = v.strictObject({
	components: told(v.pipe(v.array(component), v.minLength(4)), 'every box with its reason'),
	mermaid: told(words, 'a flowchart whose nodes carry the ids of the components'),
	flows: told(v.pipe(v.array(flow), v.minLength(3)), 'write, read and failure paths, walked'),
	variants: told(v.optional(v.array(variant), []), 'other designs that are equally good'),
});

const option = v.strictObject({
	o: told(text, 'the option'),
	good: told(words, 'when it is the better one'),
	cost: told(words, 'what it costs'),
});

const decision = v.strictObject({
	id: told(kebab, 'd1, d2…'),
	q: told(words, 'what is to be decided'),
	options: told(v.pipe(v.array(option), v.minLength(2)), 'at least two that can be defended'),
	pick: told(words, 'what the reference design takes, why, and what would change it'),
	patterns,
});

const probe = v.strictObject({
	id: told(kebab, 'p1, p2…'),
	level,
	ask: told(words, 'the question that opens the deep dive'),
	good: told(byLevel, 'what a good answer holds at each level, { mid: [], senior: [], staff: [] }'),
	weak: told(lines, 'answers that sound right and are not'),
	follow_up: told(words, 'what is asked next'),
	hints: told(
		v.strictObject({ nudge: words, prescribe: words, sketch: words }),
		'three hints, each giving more: a nudge, what to look at, the answer sketched',
	),
	patterns,
});

const curveball = v.strictObject({
	id: told(kebab, 'c1, c2…'),
	at: told(v.pipe(number, v.minValue(5), v.maxValue(43)), 'minute of a 45-minute interview'),
	level,
	say: told(words, 'the change, as the interviewer announces it'),
	breaks: told(lines, 'the assumptions that it breaks: ids or words'),
	good: told(lines, 'what a good reaction holds'),
	patterns,
});

const rubricLine = v.strictObject({
	id: told(kebab, 'r1, r2…'),
	dimension: told(v.picklist(RUBRIC_DIMENSIONS), `one of: ${RUBRIC_DIMENSIONS.join(', ')}`),
	phase: told(v.picklist(PHASES), `where it shows: ${PHASES.join(', ')}`),
	level,
	weight: told(v.pipe(number, v.integer(), v.minValue(1)), 'percent; all lines sum to 100'),
	line: told(words, 'what another person could see on the board or hear, in the past tense'),
	from: told(
		v.optional(v.array(words), []),
		'ids (question, requirement, estimate, decision, probe, curveball, flow, component) that decide it',
	),
	patterns,
});

/** Each description is the author's manual for its key and the second half of every error about it. */
export const QUESTION = v.strictObject({
	id: told(kebab, 'kebab-case, the name of the file without .yaml; never renamed'),
	version: told(v.pipe(number, v.integer(), v.minValue(1)), 'raised when an answer changes'),
	title: told(words, 'the system, in a few words'),
	aliases: told(v.optional(v.array(words), []), 'products and other names it is known by'),
	difficulty: told(v.picklist(['warm-up', 'core', 'hard']), 'one of: warm-up, core, hard'),
	kind: told(v.picklist(['product', 'infrastructure']), 'one of: product, infrastructure'),
	retired: told(v.optional(v.boolean(), false), 'true: kept for its history, never offered'),
	patterns: told(v.pipe(v.array(kebab), v.minLength(1)), 'ids of the patterns it turns on'),
	prompt: told(words, 'what the interviewer says at the start, one to three sentences'),
	tests: told(words, 'what the question is really about; shown only afterwards'),
	expect: told(byLevel, 'what each level is seen doing, { mid: [], senior: [], staff: [] }'),
	clarify: told(
		v.pipe(v.array(clarify), v.minLength(10), v.maxLength(16)),
		'ten to sixteen questions that a candidate may ask',
	),
	fallback_answer: told(words, 'what the interviewer says to a question that is not among them'),
	synonyms: told(
		v.optional(v.array(v.pipe(v.array(words), v.minLength(2))), []),
		'words that mean the same in this question, as [[link, url], [follower, friend]]',
	),
	requirements: told(requirements, '{ must, nice, out, nfr }, each a list of { id, t }'),
	inputs: told(v.record(name, input), 'the given figures by name'),
	estimates: told(v.pipe(v.array(estimate), v.minLength(3)), 'at least three, each deciding'),
	api: told(
		v.pipe(v.array(v.strictObject({ call: words, returns: words, note: words })), v.minLength(2)),
		'the calls, each { call, returns, note }',
	),
	data: told(
		v.pipe(
			v.array(v.strictObject({ entity: words, key: words, fields: lines, access: words })),
			v.minLength(1),
		),
		'what is stored, each { entity, key, fields, access }',
	),
	design: told(design, '{ components, mermaid, flows, variants }'),
	decisions: told(v.pipe(v.array(decision), v.minLength(2)), 'choices with two sides'),
	probes: told(v.pipe(v.array(probe), v.minLength(4), v.maxLength(6)), 'four to six deep dives'),
	curveballs: told(
		v.pipe(v.array(curveball), v.minLength(3), v.maxLength(5)),
		'three to five changes in the middle, by rising minute',
	),
	mistakes: told(lines, 'what candidates often get wrong, short and observable'),
	red_flags: told(lines, 'what an interviewer writes down as a no'),
	wrap_up: told(
		v.strictObject({ bottlenecks: lines, watch: lines, next: lines }),
		'{ bottlenecks, watch, next }: what gives way first, what to measure, what comes after',
	),
	rubric: told(
		v.pipe(v.array(rubricLine), v.minLength(12), v.maxLength(20)),
		'twelve to twenty lines to tick',
	),
	cards_on_miss: told(
		v.optional(v.record(words, v.pipe(v.array(words), v.minLength(1))), {}),
		'by the id of what was missed, the patterns or cards that teach it: p1: [cdn, cdn/viral-expiry]',
	),
	sources: told(lines, 'where a reader can check, in quotes: title, author, chapter'),
});

/** A question as its author wrote it, defaults filled in. */
export type Question = v.InferOutput<typeof QUESTION>;
export type Clarification = v.InferOutput<typeof clarify>;
export type QuestionEstimate = v.InferOutput<typeof estimate>;
export type DesignComponent = v.InferOutput<typeof component>;
export type DesignFlow = v.InferOutput<typeof flow>;
export type Decision = v.InferOutput<typeof decision>;
export type Probe = v.InferOutput<typeof probe>;
export type Curveball = v.InferOutput<typeof curveball>;
export type RubricLine = v.InferOutput<typeof rubricLine>;
