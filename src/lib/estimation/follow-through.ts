/** Judges an answer by the person's own earlier numbers, so that one wrong number does not sink the next ones. */
import type { Band, GradeSuggestion } from './band.ts';
import { targetFrom, type DrillInstance } from './drill-instance.ts';
import { judge, type Verdict } from './judge.ts';
import { sameUnits, type Quantity } from './quantity.ts';
import type { Target } from './target.ts';

/** One number of the person's own, beside what the drill gives or finds for it. */
export interface OwnInput {
	name: string;
	/** `assumed` in place of a given number, or `answered` to an earlier ask. */
	kind: 'assumed' | 'answered';
	own: Quantity;
	given: Quantity;
	/** An assumption inside of what is plausible, or an answer of the same order as the target. */
	sensible: boolean;
}

export interface FollowThrough {
	/** First result: are the numbers that went in sensible? */
	inputs: OwnInput[];
	sensible: boolean;
	/** Second result: does the answer follow from the numbers that went in? */
	arithmetic: Verdict;
	/** What follows from the person's own numbers. */
	ownTarget: Target;
	/** The answer against the reference, as if nothing had come before. */
	reference: Verdict;
	/**
	 * What counts: the arithmetic, unless an assumption is implausible. An earlier wrong answer was judged when it was
	 * given and does not count again.
	 */
	verdict: Verdict;
}

const SENSIBLE: readonly Band[] = ['spot-on', 'good', 'same-order'];

/**
 * @param own the person's numbers by the names of inputs and earlier asks; unknown names are ignored
 * @throws RangeError for an ask that the drill does not have
 */
export function judgeFollowThrough(
	drill: DrillInstance,
	askId: string,
	answer: Quantity,
	own: ReadonlyMap<string, Quantity>,
): FollowThrough {
	const inputs = ownInputs(drill, askId, own);
	const used = new Map(inputs.map((each) => [each.name, each.own]));
	const ownTarget = targetFrom(drill, askId, used);
	const reference = judge(answer, targetFrom(drill, askId, new Map()));
	const arithmetic = judge(answer, ownTarget);
	const implausible = inputs.some(({ kind, sensible }) => kind === 'assumed' && !sensible);
	return {
		inputs,
		sensible: inputs.every(({ sensible }) => sensible),
		arithmetic,
		ownTarget,
		reference,
		verdict: implausible ? reference : arithmetic,
	};
}

function ownInputs(
	drill: DrillInstance,
	askId: string,
	own: ReadonlyMap<string, Quantity>,
): OwnInput[] {
	const assumed = drill.inputs.flatMap(({ name, quantity: given, plausible }): OwnInput[] => {
		const value = own.get(name);
		if (!value || !sameUnits(value, given) || value.value <= 0) return [];
		const { low, high } = plausible ?? { low: given.value, high: given.value };
		const hair = 1e-9;
		const sensible = value.value >= low * (1 - hair) && value.value <= high * (1 + hair);
		return [{ name, kind: 'assumed', own: value, given, sensible }];
	});
	const earlier = drill.asks.slice(
		0,
		drill.asks.findIndex(({ id }) => id === askId),
	);
	const answered = earlier.flatMap(({ id, target }): OwnInput[] => {
		const value = own.get(id);
		if (!value || !sameUnits(value, target.quantity) || value.value <= 0) return [];
		const verdict = judge(value, target);
		const sensible = verdict.kind === 'size' && SENSIBLE.includes(verdict.band);
		return [{ name: id, kind: 'answered', own: value, given: target.quantity, sensible }];
	});
	return [...assumed, ...answered];
}

/**
 * One grade for a drill of several asks: that of the worst answer, but no worse than Hard where most of three or more
 * asks went well, since one slip on a long way is not a skill forgotten.
 */
export function gradeOfAll(suggestions: readonly GradeSuggestion[]): GradeSuggestion {
	const grades = suggestions.map(({ grade }) => grade);
	const worst = grades.toSorted((a, b) => a - b)[0] ?? 1;
	const well = grades.filter((grade) => grade >= 3).length;
	if (worst === 1 && grades.length >= 3 && well > grades.length / 2) return { grade: 2, also: [1] };
	if (worst >= 3) {
		const easy = suggestions.length > 0 && suggestions.every(({ also }) => also.includes(4));
		return { grade: 3, also: easy ? [4] : [] };
	}
	return { grade: worst, also: [] };
}
