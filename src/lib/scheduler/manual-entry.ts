/** Entries that a person or a rule makes without answering: forget a card, or move its date. */
import type { CardState } from './card-state.ts';
import { dayAfter, stampAfter } from './entry-order.ts';
import { applyReview } from './replay.ts';
import type { Review } from './review.ts';
import type { Moment } from './study-day.ts';

/** What these need of a context. */
export interface ManualContext {
	now: Moment;
	/** Id of the FSRS parameters in force (`parametersId`). */
	params: string;
}

/** Ids of the entry and of the device that makes it. */
export interface ManualStamp {
	/** UUIDv7. */
	id: string;
	dev: string;
}

export interface ManualEntry {
	/** To append to the log. */
	review: Review;
	/** To store. */
	card: CardState;
}

type Effect = Pick<Review, 'kind' | 'next' | 'phase' | 'left'>;

function enter(
	card: CardState,
	context: ManualContext,
	stamp: ManualStamp,
	effect: Effect,
): ManualEntry {
	const { now, params } = context;
	const review: Review = {
		id: stamp.id,
		cardId: card.id,
		t: stampAfter(card.lastEntryT, now.t),
		tz: now.tz,
		day: dayAfter(card.lastDay, now.day),
		grade: 0,
		duration: 0,
		params,
		dev: stamp.dev,
		...effect,
	};
	// Neither kind asks FSRS, so no weights are needed.
	return { review, card: { ...card, ...applyReview(card, review, []) } };
}

/** Forgets a card: it is new again, no leech and not ahead of others; flag, position and suspension stay. */
export function resetCard(
	card: CardState,
	context: ManualContext,
	stamp: ManualStamp,
): ManualEntry {
	const effect: Effect = { kind: 'reset', next: 0, phase: 'new', left: 0 };
	const entry = enter(card, context, stamp, effect);
	return { ...entry, card: { ...entry.card, leech: false, ahead: 0 } };
}

/**
 * Moves the due day of a card that was answered before; stability, difficulty, interval, `lastT` and
 * `lastDay` stay, so that FSRS later counts the days that really passed. A card in learning leaves
 * its steps. A day in the past becomes today.
 * @throws RangeError for a new card, which has no date: move its `position` instead; and for a day
 * that is no day or more than 36,500 days away
 */
export function rescheduleCard(
	card: CardState,
	toDay: number,
	context: ManualContext,
	stamp: ManualStamp,
): ManualEntry {
	if (card.phase === 'new') {
		throw new RangeError(`Card ${card.id} is new and has no date: move its position instead`);
	}
	const next = Math.max(0, toDay - dayAfter(card.lastDay, context.now.day));
	if (!Number.isInteger(toDay) || next > 36_500) {
		throw new RangeError(`Day ${toDay}: a study day within 36,500 days from now is expected`);
	}
	return enter(card, context, stamp, { kind: 'reschedule', next, phase: 'review', left: 0 });
}
