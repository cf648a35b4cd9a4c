/** Cramming: going through cards before an interview without touching when they come back. */
import type { EntryStamp } from './answer.ts';
import type { CardState } from './card-state.ts';
import { parametersId } from './default-preset.ts';
import { dayAfter, stampAfter } from './entry-order.ts';
import type { Preset } from './preset.ts';
import type { Queue } from './queue.ts';
import type { Grade, Review } from './review.ts';
import type { Moment } from './study-day.ts';

/** Cards that come between a card that was not known and its next showing; those known come no more. */
const CARDS_BETWEEN: Partial<Record<Grade, number>> = { 1: 3, 2: 10 };

/** What each grade does while cramming, for the buttons. */
export const CRAM_LABELS: Record<Grade, string> = {
	1: 'soon again',
	2: 'again',
	3: 'done',
	4: 'done',
};

/** A queue of these cards as they stand, whether due or not; suspended ones are left out. */
export function cramQueue(cards: readonly CardState[]): Queue {
	const main = cards.filter(({ suspended }) => !suspended);
	return { main, learning: [], last: '', learnAhead: 0 };
}

/** Whether an answer ends the cramming of its card. */
export function endsCram(grade: Grade): boolean {
	return CARDS_BETWEEN[grade] === undefined;
}

/** The queue after an answer: a card that was not known comes again a few cards later. */
export function afterCram(queue: Queue, card: CardState, grade: Grade): Queue {
	const rest = (cards: readonly CardState[]) => cards.filter(({ id }) => id !== card.id);
	const main = rest(queue.main);
	const learning = queue.learning.filter((entry) => entry.card.id !== card.id);
	const between = CARDS_BETWEEN[grade];
	if (between !== undefined) main.splice(between, 0, card);
	return { ...queue, main, learning, last: card.id };
}

/**
 * An answer that is kept in the log and does nothing: replaying the log with it or without it gives the
 * same memory.
 */
export function cramCard(
	card: CardState,
	grade: Grade,
	{ now, preset }: { now: Moment; preset: Preset },
	{ id, dev, duration, capped }: EntryStamp,
): { review: Review; card: CardState; becameLeech: false } {
	const spent = Number.isFinite(duration) ? Math.max(0, Math.round(duration)) : 0;
	const review: Review = {
		...{ id, dev, grade, cardId: card.id, kind: 'cram', next: 0 },
		t: stampAfter(card.lastEntryT, now.t),
		tz: now.tz,
		day: dayAfter(card.lastDay, now.day),
		duration: capped ? Math.min(spent, preset.answerCap * 1000) : spent,
		...{ phase: card.phase, left: card.left, params: parametersId(preset.weights) },
	};
	return { review, card, becameLeech: false };
}
