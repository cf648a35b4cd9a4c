/** The order in which cards are gone through where the time is short. */
import { recallNow } from './card-standing.ts';
import type { CardState } from './card-state.ts';
import type { Moment } from './study-day.ts';

/** Least recall first; cards that were never learned come last, in their own order. */
export function weakestFirst(
	cards: readonly CardState[],
	weightsOf: (card: CardState) => readonly number[],
	now: Moment,
): CardState[] {
	const keyed = cards.map((card) => ({
		card,
		recall: card.phase === 'new' ? Infinity : (recallNow(card, weightsOf(card), now) ?? -1),
	}));
	keyed.sort((a, b) =>
		a.recall === b.recall
			? a.card.position - b.card.position || (a.card.id < b.card.id ? -1 : 1)
			: a.recall - b.recall,
	);
	return keyed.map(({ card }) => card);
}
