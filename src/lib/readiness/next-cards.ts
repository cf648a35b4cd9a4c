/** Which cards raise the readiness for a question most in a given time. */
import { recallNow } from '../scheduler/card-standing.ts';
import type { CardState } from '../scheduler/card-state.ts';
import { elapsedDays } from '../scheduler/entry-order.ts';
import { nextMemory, retrievability } from '../scheduler/memory-model.ts';
import { sessionMinutes, USUAL_TIMES, type AnswerTimes } from '../scheduler/session-forecast.ts';
import { wantedCards, type PatternRecall } from './pattern-recall.ts';
import { SHARES, type Knowledge } from './question-readiness.ts';

export interface NextCards {
	/** Ids in the order in which they are asked: what fades first, then new cards as they are met. */
	cards: string[];
	/** Ids of their patterns, those that gain most first. */
	patterns: string[];
	fresh: number;
	minutes: number;
	/** What the readiness gains, 0 to 1, if all are known at the end; as it will be tomorrow. */
	gain: number;
}

/** A card that is recalled as surely as this gains nothing worth the time. */
const SURE = 0.9;
/** More than this at once does not stick. */
const MOST_FRESH = 15;
/** Further showings of a new card in steps. */
const STEPS = 1.5;

interface Choice {
	id: string;
	pattern: string;
	fresh: boolean;
	seconds: number;
	gain: number;
}

/**
 * Takes the card with the most gain for its time, one after the other, until the minutes are used. Of a pattern the
 * next new card comes before those that build on it. Undefined where no card would gain anything.
 */
export function nextCards(
	patterns: readonly PatternRecall[],
	knowledge: Pick<Knowledge, 'cardsOf' | 'weights' | 'now'>,
	minutes: number,
	times: Partial<AnswerTimes> = {},
): NextCards | undefined {
	const each = { ...USUAL_TIMES, ...times };
	const waiting = patterns.map((pattern) => choicesOf(pattern, knowledge, each));
	const taken: Choice[] = [];
	let seconds = minutes * 60;
	for (;;) {
		const fresh = taken.filter((choice) => choice.fresh).length;
		const open = waiting
			.flatMap((list) => firstOfEach(list))
			.filter((choice) => choice.seconds <= seconds && !(choice.fresh && fresh >= MOST_FRESH))
			.sort((a, b) => b.gain / b.seconds - a.gain / a.seconds);
		const [best] = open;
		if (!best) break;
		taken.push(best);
		seconds -= best.seconds;
		for (const list of waiting) if (list.includes(best)) list.splice(list.indexOf(best), 1);
	}
	if (taken.length === 0) return undefined;
	const gains = new Map<string, number>();
	for (const { pattern, gain } of taken) gains.set(pattern, (gains.get(pattern) ?? 0) + gain);
	const fresh = taken.filter((choice) => choice.fresh);
	const reviews = taken.filter((choice) => !choice.fresh);
	return {
		cards: [...reviews, ...fresh].map(({ id }) => id),
		patterns: [...gains].sort(([, a], [, b]) => b - a).map(([pattern]) => pattern),
		fresh: fresh.length,
		minutes: sessionMinutes({ new: fresh.length, review: reviews.length, learning: 0 }, each),
		gain: taken.reduce((sum, { gain }) => sum + gain, 0),
	};
}

/** The review and the new card of a list that may come next. */
function firstOfEach(list: readonly Choice[]): Choice[] {
	const fresh = list.find((choice) => choice.fresh);
	return [...list.filter((choice) => !choice.fresh), ...(fresh ? [fresh] : [])];
}

/** The cards of a pattern that may be asked today and gain by it. */
function choicesOf(
	{ pattern, weight, cards }: PatternRecall,
	{ cardsOf, weights, now }: Pick<Knowledge, 'cardsOf' | 'weights' | 'now'>,
	times: AnswerTimes,
): Choice[] {
	const share = (SHARES.patterns * weight) / cards;
	return wantedCards(cardsOf(pattern)).flatMap(({ id, state }): Choice[] => {
		if (state && !mayBeAsked(state, now.day)) return [];
		const recall = state ? recallNow(state, weights, now) : null;
		const fresh = recall === null;
		if (!fresh && recall >= SURE) return [];
		const gain = share * Math.max(0, recallTomorrow(fresh ? undefined : state, weights, now.day));
		const seconds = fresh ? times.new + STEPS * times.step : times.review;
		return gain > 0 ? [{ id, pattern, fresh, seconds, gain }] : [];
	});
}

function mayBeAsked({ suspended, buriedOn, phase, lastDay }: CardState, day: number): boolean {
	return !suspended && buriedOn < day && (phase === 'new' || lastDay < day);
}

/** How much surer the card is tomorrow if it is known today, than if it is not asked. */
function recallTomorrow(
	state: CardState | undefined,
	weights: readonly number[],
	day: number,
): number {
	if (!state) return retrievability(nextMemory(null, 0, 3, weights).stability, 1, weights);
	const elapsed = elapsedDays(state.lastDay, day);
	const after = nextMemory(state, elapsed, 3, weights);
	return (
		retrievability(after.stability, 1, weights) -
		retrievability(state.stability, elapsed + 1, weights)
	);
}
