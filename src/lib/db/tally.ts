/** Counters kept beside the rows, so that nothing counts rows to show a number. */
import type { MemoryStart } from '../scheduler/memory-start.ts';
import type { Review } from '../scheduler/review.ts';
import { QUEUE, type CardRow, type Queue } from './card-row.ts';

/** What was done on a study day in a deck. */
export interface DayCount {
	day: number;
	deckId: string;
	/** Graded answers of every kind. */
	answers: number;
	/** First answers of a card. */
	news: number;
	learn: number;
	review: number;
	relearn: number;
	cram: number;
	/** Answers graded Again. */
	again: number;
	/** Answers of kind `review` graded Again. */
	failed: number;
	/** Milliseconds of answering. */
	ms: number;
}

export const DAY_COUNTERS = [
	'answers',
	'news',
	'learn',
	'review',
	'relearn',
	'cram',
	'again',
	'failed',
	'ms',
] as const satisfies (keyof DayCount)[];

/** Cards that wait for a study day. */
export interface DueCount {
	deckId: string;
	day: number;
	cards: number;
}

/** Cards of a deck by queue. */
export interface Total {
	deckId: string;
	new: number;
	intraday: number;
	due: number;
	suspended: number;
	buried: number;
	gone: number;
}

export type TotalCounter = Exclude<keyof Total, 'deckId'>;

/** Cards that are held apart are counted nowhere. */
const COUNTER_OF: Partial<Record<Queue, TotalCounter>> = {
	[QUEUE.new]: 'new',
	[QUEUE.intraday]: 'intraday',
	[QUEUE.due]: 'due',
	[QUEUE.suspended]: 'suspended',
	[QUEUE.buried]: 'buried',
	[QUEUE.gone]: 'gone',
};

export function emptyDay(day: number, deckId: string): DayCount {
	return {
		...{ day, deckId, answers: 0, news: 0, learn: 0 },
		...{ review: 0, relearn: 0, cram: 0, again: 0, failed: 0, ms: 0 },
	};
}

export function emptyTotal(deckId: string): Total {
	return { deckId, new: 0, intraday: 0, due: 0, suspended: 0, buried: 0, gone: 0 };
}

/** Changes to the counters, gathered before they are written. */
export class Tally {
	readonly days = new Map<string, DayCount>();
	readonly due = new Map<string, DueCount>();
	readonly totals = new Map<string, Total>();

	/** Moves a card from where `before` stands to where `after` stands; either may be missing. */
	move(before: CardRow | undefined, after: CardRow | undefined): void {
		if (before) this.#place(before, -1);
		if (after) this.#place(after, 1);
	}

	/** Adds `count` to its study day, or takes it away with `sign` −1. */
	day(count: DayCount, sign: 1 | -1 = 1): void {
		const key = `${count.day} ${count.deckId}`;
		let sum = this.days.get(key);
		if (!sum) this.days.set(key, (sum = emptyDay(count.day, count.deckId)));
		for (const name of DAY_COUNTERS) sum[name] += sign * count[name];
	}

	#place(row: CardRow, sign: 1 | -1): void {
		const total = this.totals.get(row.deckId) ?? emptyTotal(row.deckId);
		const counter = COUNTER_OF[row.queue];
		if (counter) total[counter] += sign;
		this.totals.set(row.deckId, total);
		if (row.queue !== QUEUE.due) return;
		const key = `${row.deckId} ${row.order}`;
		const due = this.due.get(key) ?? { deckId: row.deckId, day: row.order, cards: 0 };
		due.cards += sign;
		this.due.set(key, due);
	}
}

/** What one review counts for; `first` tells that the card was new. */
export function countOf(review: Review, deckId: string, first: boolean): DayCount {
	const count = emptyDay(review.day, deckId);
	if (review.void || review.grade === 0) return count;
	count.answers = 1;
	count.ms = review.duration;
	count.news = first ? 1 : 0;
	count.again = review.grade === 1 ? 1 : 0;
	switch (review.kind) {
		case 'learn':
		case 'relearn':
		case 'cram':
			count[review.kind] = 1;
			break;
		case 'review':
			count.review = 1;
			count.failed = count.again;
	}
	return count;
}

/**
 * What all reviews of one card, sorted by (t, id), count for, one entry each.
 * @param start where the log does not reach back to the first answer: none of it was the first then
 */
export function countsOf(
	reviews: readonly Review[],
	deckId: string,
	start?: MemoryStart,
): DayCount[] {
	let fresh = start === undefined;
	return reviews.map((review) => {
		const counts = !review.void && review.grade !== 0 && review.kind !== 'cram';
		const count = countOf(review, deckId, counts && fresh);
		if (counts) fresh = false;
		if (!review.void && review.kind === 'reset') fresh = true;
		return count;
	});
}
