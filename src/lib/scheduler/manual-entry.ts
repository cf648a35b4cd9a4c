/** Entries that a person or a rule makes without answering: forget a card, or move its date. */
import type { CardState } from './card-state.ts';
import type { Review } from './review.ts';
import type { Moment } from './study-day.ts';

/** What these need of a context. */
export interface ManualContext {
	now: Moment;
	/** Id of the FSRS parameters in force (`parametersId`). */
	params: string;
}

/** Forgets a card: it is new again, with no leech mark; flag, position and suspension stay. */
export function resetCard(
	card: CardState,
	context: ManualContext,
	stamp: { id: string; dev: string },
): { review: Review; card: CardState } {
	throw new Error(`Not written yet: ${card.id} ${context.now.day} ${stamp.id}`);
}

/**
 * Moves the due day of a card that was answered before; stability, difficulty, interval, `lastT` and
 * `lastDay` stay, so that FSRS later counts the days that really passed. A card in learning leaves
 * its steps. A day in the past becomes today.
 * @throws RangeError for a new card, which has no date: move its `position` instead
 */
export function rescheduleCard(
	card: CardState,
	toDay: number,
	context: ManualContext,
	stamp: { id: string; dev: string },
): { review: Review; card: CardState } {
	throw new Error(`Not written yet: ${card.id} ${toDay} ${context.now.day} ${stamp.id}`);
}
