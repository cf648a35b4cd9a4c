/** What the pad and the course of an interview show by themselves, so that nobody has to be taken at their word. */
import type { Question, RubricLine } from '../content/question.ts';
import type { InterviewState } from './replay-interview.ts';
import type { Gate } from './score-interview.ts';

/** `seen` was there, `unseen` was not; what only a person can judge is in neither. */
export interface Evidence {
	seen: string[];
	unseen: string[];
}

/** Amounts as people write them: 12k, 3.5 TB, 20,833/s, 10^9. A year or a list number is none. */
const AMOUNT =
	/(?:\d[\d.,]{0,20}\s{0,3}(?:k|m|b|bn|million|billion|thousand|[kmgtp]i?b|bytes?|%|ms|s|rps|qps|tps|\/\s?s|per\s|a\s|users|req)|\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,9})?e\d+|10\s?\^\s?\d+)(?![a-z])/giu;

/** Beyond it a text was pasted and not thought. */
const LONGEST = 20_000;

/** How many amounts with a unit or a magnitude stand in a text. */
export function countAmounts(text: string): number {
	return text.slice(0, LONGEST).match(AMOUNT)?.length ?? 0;
}

/**
 * What is known of each id of the question: asked questions, drawn components, requirements and flows with a
 * path, thrown curveballs whose broken assumption was named. Estimates are seen where `judged` has them.
 * @param judged ids of estimates that were judged right
 */
export function findEvidence(
	{ clarify, requirements, design, estimates, probes, curveballs }: Question,
	state: InterviewState,
	judged: readonly string[],
): Evidence {
	const { coverage } = state;
	const asked = new Set(state.asked.flatMap(({ answers }) => answers ?? []));
	const drawn = new Set(coverage.found.map(({ component }) => component));
	const reached = new Set(state.probes.map(({ probe }) => probe));
	const thrown = new Map(state.curveballs.map(({ curveball, broke }) => [curveball, broke]));
	const traced = new Set(coverage.traced);
	const known: [id: string, seen: boolean][] = [
		...clarify.map(({ id }): [string, boolean] => [id, asked.has(id)]),
		...design.components.map(({ id }): [string, boolean] => [id, drawn.has(id)]),
		...design.flows
			.filter(({ kind }) => kind !== 'failure')
			.map((flow): [string, boolean] => [flow.id, flow.path.every((id) => drawn.has(id))]),
		...requirements.must.map(({ id }): [string, boolean] => [id, traced.has(id)]),
		...estimates.map(({ id }): [string, boolean] => [id, judged.includes(id)]),
	];
	const never: string[] = [
		...probes.filter(({ id }) => !reached.has(id)).map(({ id }) => id),
		...curveballs.filter(({ id }) => (thrown.get(id) ?? '') === '').map(({ id }) => id),
	];
	return {
		seen: known.filter(([, seen]) => seen).map(([id]) => id),
		unseen: [...known.filter(([, seen]) => !seen).map(([id]) => id), ...never],
	};
}

/** What the app knows of a line before the person says anything. */
export type Verdict = 'shown' | 'not-shown' | 'open';

/**
 * `shown` where all that decides a line was seen, `not-shown` where none of it was: such a line cannot be ticked.
 * Everything else is the person's to judge.
 */
export function judgeLine({ from }: RubricLine, { seen, unseen }: Evidence): Verdict {
	if (from.length === 0) return 'open';
	if (from.every((id) => seen.includes(id))) return 'shown';
	return from.every((id) => unseen.includes(id)) ? 'not-shown' : 'open';
}

/** The gates that the app can see; that speech contradicts the drawing only the person can. */
export function findGates(question: Question, state: InterviewState): Gate[] {
	const gates: Gate[] = [];
	if (state.untraced.length > 0) gates.push('no-path');
	const asked = new Set(state.asked.flatMap(({ answers }) => answers ?? []));
	const scale = question.clarify.some(({ id, sets }) => sets.length > 0 && asked.has(id));
	const written = [state.pad.requirements, state.pad.estimates, state.pad.notes].join('\n');
	if (!scale && countAmounts(written) === 0) gates.push('no-scale');
	return gates;
}
