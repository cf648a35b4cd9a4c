/** The rules inside a question that its schema cannot see: ids that resolve, weights, paths through the drawing. */
import { quote } from './mistake.ts';
import type { Question } from './question.ts';
import { RUBRIC_DIMENSIONS } from './question-terms.ts';
import { readFlowchart } from './read-flowchart.ts';

export interface QuestionFault {
	/** Where in the question, such as `['rubric', 0, 'weight']`. */
	path: (string | number)[];
	what: string;
	/** What would be right, as a clause. */
	right: string;
}

/** Everything wrong with a question that fits the schema, patterns and numbers aside; empty for a sound one. */
export function checkQuestion(question: Question, id: string): QuestionFault[] {
	const ids = idsOf(question);
	return [
		...(question.id === id
			? []
			: [fault(['id'], `the id is ${quote(question.id)}`, "it is the file's name")]),
		...checkIds(ids),
		...checkReferences(question, new Set(ids.map(([name]) => name))),
		...checkDrawing(question),
		...checkRubric(question),
		...checkOrder(question),
		...checkPhrases(question),
		...checkSentences(question),
	];
}

type Path = (string | number)[];

function fault(path: Path, what: string, right: string): QuestionFault {
	return { path, what, right };
}

/** Every id that something else may name, with where it stands. */
function idsOf(question: Question): [id: string, path: Path][] {
	const { must, nice, out, nfr } = question.requirements;
	const listed = <T extends { id: string }>(path: Path, list: readonly T[]) =>
		list.map(({ id }, at): [string, Path] => [id, [...path, at, 'id']]);
	return [
		...listed(['clarify'], question.clarify),
		...Object.entries({ must, nice, out, nfr }).flatMap(([key, list]) =>
			listed(['requirements', key], list),
		),
		...listed(['estimates'], question.estimates),
		...listed(['design', 'components'], question.design.components),
		...listed(['design', 'flows'], question.design.flows),
		...listed(['decisions'], question.decisions),
		...listed(['probes'], question.probes),
		...listed(['curveballs'], question.curveballs),
		...listed(['rubric'], question.rubric),
	];
}

function checkIds(ids: [id: string, path: Path][]): QuestionFault[] {
	const seen = new Set<string>();
	return ids.flatMap(([id, path]) => {
		const twice = seen.has(id);
		seen.add(id);
		return twice ? [fault(path, `the id "${id}" stands twice`, 'give each its own')] : [];
	});
}

function checkReferences(question: Question, ids: ReadonlySet<string>): QuestionFault[] {
	const unknown = (path: Path, names: readonly string[], known: ReadonlySet<string>) =>
		names.flatMap((name, at) =>
			known.has(name)
				? []
				: [fault([...path, at], `nothing is called "${name}"`, 'name an id of this file')],
		);
	const { must, nice, nfr } = question.requirements;
	const wanted = new Set([...must, ...nice, ...nfr].map(({ id }) => id));
	const inputs = new Set(Object.keys(question.inputs));
	return [
		...question.clarify.flatMap(({ sets }, at) => unknown(['clarify', at, 'sets'], sets, inputs)),
		...question.design.flows.flatMap((flow, at) =>
			unknown(['design', 'flows', at, 'for'], flow.for, wanted),
		),
		...question.rubric.flatMap(({ from }, at) => unknown(['rubric', at, 'from'], from, ids)),
		...Object.keys(question.cards_on_miss).flatMap((id) =>
			ids.has(id)
				? []
				: [fault(['cards_on_miss', id], `nothing is called "${id}"`, 'name an id of this file')],
		),
	];
}

function checkDrawing({ design, requirements }: Question): QuestionFault[] {
	const { nodes, edges } = readFlowchart(design.mermaid);
	const drawn = new Set(nodes.map(({ id }) => id));
	const listed = new Set(design.components.map(({ id }) => id));
	const joined = new Set(edges.flatMap(({ from, to }) => [`${from} ${to}`, `${to} ${from}`]));
	const served = new Set(design.flows.flatMap((flow) => flow.for));
	const kinds = new Set(design.flows.map(({ kind }) => kind));
	const at = ['design', 'mermaid'];
	return [
		...design.components
			.map(({ id }, index) => ({ id, path: ['design', 'components', index, 'id'] }))
			.filter(({ id }) => !drawn.has(id))
			.map(({ id, path }) => fault(path, `"${id}" is not in the drawing`, 'draw it or remove it')),
		...nodes
			.filter(({ id }) => !listed.has(id))
			.map(({ id }) => fault(at, `the box "${id}" is no component`, 'list it with its reason')),
		...design.flows.flatMap(({ path }, index) =>
			path.flatMap((id, step) => {
				const where = ['design', 'flows', index, 'path', step];
				const before = path[step - 1];
				if (!listed.has(id)) return [fault(where, `"${id}" is no component`, 'name one')];
				if (before === undefined || joined.has(`${before} ${id}`)) return [];
				return [fault(where, `no edge joins "${before}" and "${id}"`, 'draw it, or name the way')];
			}),
		),
		...design.variants.flatMap(({ instead_of: replaced }, index) =>
			replaced
				.filter((id) => !listed.has(id))
				.map((id) => fault(['design', 'variants', index], `"${id}" is no component`, 'name one')),
		),
		...requirements.must
			.map(({ id }, index) => ({ id, path: ['requirements', 'must', index] }))
			.filter(({ id }) => !served.has(id))
			.map(({ id, path }) => fault(path, `no flow serves "${id}"`, 'add a flow for it')),
		...(['write', 'read', 'failure'] as const)
			.filter((kind) => !kinds.has(kind))
			.map((kind) => fault(['design', 'flows'], `no ${kind} path`, 'walk through one')),
	];
}

function checkRubric({ rubric }: Question): QuestionFault[] {
	const sum = rubric.reduce((total, { weight }) => total + weight, 0);
	const judged = new Set(rubric.map(({ dimension }) => dimension));
	return [
		...(sum === 100 ? [] : [fault(['rubric'], `the weights sum to ${sum}`, 'let them sum to 100')]),
		...RUBRIC_DIMENSIONS.filter((each) => !judged.has(each)).map((each) =>
			fault(['rubric'], `no line judges ${each}`, 'add one'),
		),
	];
}

function checkOrder({ curveballs, inputs }: Question): QuestionFault[] {
	return [
		...curveballs.flatMap(({ at }, index) =>
			index > 0 && at <= (curveballs[index - 1]?.at ?? 0)
				? [fault(['curveballs', index, 'at'], 'the minutes do not rise', 'order them by minute')]
				: [],
		),
		...Object.entries(inputs).flatMap(
			([
				name,
				{
					v: value,
					plausible: [least, most],
				},
			]) =>
				value < least || value > most
					? [fault(['inputs', name, 'plausible'], 'the value is outside', 'let it hold the value')]
					: [],
		),
	];
}

/** The same words under two questions would make the interviewer guess. */
function checkPhrases({ clarify }: Question): QuestionFault[] {
	const first = new Map<string, string>();
	return clarify.flatMap(({ id, ask, match }, at) =>
		[ask, ...match].flatMap((phrase, k) => {
			const key = phrase
				.toLowerCase()
				.replace(/[^\p{L}\p{N}]+/gu, ' ')
				.trim();
			const taken = first.get(key);
			first.set(key, taken ?? id);
			if (taken === undefined) return [];
			const path = ['clarify', at, ...(k === 0 ? ['ask'] : ['match', k - 1])];
			return [fault(path, `${quote(phrase)} stands under ${taken} already`, 'keep one')];
		}),
	);
}

/** A comma without quotes cuts a sentence of a [list] in two; the second half begins small, or inside a number. */
function checkSentences(question: Question): QuestionFault[] {
	const { expect, probes, curveballs, wrap_up: end, mistakes, red_flags: flags } = question;
	const lists: [path: Path, list: readonly string[]][] = [
		...Object.entries(expect).map(([level, list]): [Path, string[]] => [['expect', level], list]),
		...probes.flatMap(({ good, weak }, at): [Path, string[]][] => [
			...Object.entries(good).map(([level, list]): [Path, string[]] => [
				['probes', at, 'good', level],
				list,
			]),
			[['probes', at, 'weak'], weak],
		]),
		...curveballs.map(({ good }, at): [Path, string[]] => [['curveballs', at, 'good'], good]),
		...Object.entries(end).map(([key, list]): [Path, string[]] => [['wrap_up', key], list]),
		[['mistakes'], mistakes],
		[['red_flags'], flags],
	];
	return lists.flatMap(([path, list]) =>
		list.flatMap((line, at) => {
			const small = /^\p{Ll}/u.test(line) && !/^p\d/.test(line);
			const rest = /^\d{3}(?!\d)/.test(line) && /\d$/.test(list[at - 1] ?? '');
			if (!small && !rest) return [];
			const what = `${quote(line)} ${small ? 'begins small' : 'is the rest of a number'}`;
			return [fault([...path, at], what, 'quote a text with a comma')];
		}),
	);
}
