/** The history from which FSRS parameters are fitted: the graded answers of each card, as memory saw them. */
import { dayAfter, elapsedDays } from '../scheduler/entry-order.ts';
import { isSoundReview } from '../scheduler/replay.ts';
import type { Grade, Review } from '../scheduler/review.ts';

export interface FitAnswer {
	grade: Grade;
	/** Study days since the answer before; 0 for the first one and for further ones of a day. */
	elapsed: number;
	/** ms since the epoch. */
	t: number;
}

/** The answers of one card from its first on, oldest first. */
export type FitCard = readonly FitAnswer[];

/** More answers than this of one card fit nothing: the optimizer passes over longer histories. */
const MOST_ANSWERS = 64;

/**
 * The answers of a card that memory rests on. Practice outside of the schedule and what was moved by
 * hand say nothing, a reset begins anew, and entries that cannot be are passed over, as in a replay.
 * Empty where the beginning is missing: what memory was before is then a guess, and nothing to fit to.
 * @param log sorted by time and id
 */
export function fitCard(log: readonly Review[]): FitCard {
	let answers: FitAnswer[] = [];
	let lastDay = 0;
	let whole = true;
	for (const review of log) {
		if (review.void || review.kind === 'cram' || !isSoundReview(review)) continue;
		if (review.kind === 'reset') {
			answers = [];
			lastDay = 0;
			whole = true;
			continue;
		}
		const { grade, t } = review;
		if (grade === 0) continue;
		if (answers.length === 0) whole = review.kind === 'learn';
		const day = dayAfter(lastDay, review.day);
		answers.push({ grade, elapsed: answers.length === 0 ? 0 : elapsedDays(lastDay, day), t });
		lastDay = day;
	}
	return whole ? answers.slice(0, MOST_ANSWERS) : [];
}

/** Times of all answers that came a day or more after the one before, oldest first: these can be foretold. */
export function askedTimes(cards: readonly FitCard[]): Float64Array {
	const times: number[] = [];
	for (const card of cards) for (const { elapsed, t } of card) if (elapsed > 0) times.push(t);
	return Float64Array.from(times).sort();
}

/** Histories as the optimizer of FSRS takes them, one behind the other. */
export interface PackedItems {
	ratings: Uint32Array;
	deltas: Uint32Array;
	/** Answers of each item. */
	lengths: Uint32Array;
}

/**
 * One item for each answer that can be foretold, with all answers of the card up to it. Oldest first,
 * as the optimizer gives the later ones more weight.
 * @param before ms since the epoch: only answers given before it
 */
export function packItems(cards: readonly FitCard[], before: number): PackedItems {
	const items: { card: FitCard; end: number; t: number }[] = [];
	let size = 0;
	for (const card of cards) {
		for (const [at, { elapsed, t }] of card.entries()) {
			if (elapsed === 0 || t >= before) continue;
			items.push({ card, end: at + 1, t });
			size += at + 1;
		}
	}
	items.sort((a, b) => a.t - b.t);
	const packed = {
		ratings: new Uint32Array(size),
		deltas: new Uint32Array(size),
		lengths: Uint32Array.from(items, ({ end }) => end),
	};
	let place = 0;
	for (const { card, end } of items) {
		for (let at = 0; at < end; at += 1, place += 1) {
			packed.ratings[place] = card[at]?.grade ?? 0;
			packed.deltas[place] = card[at]?.elapsed ?? 0;
		}
	}
	return packed;
}
