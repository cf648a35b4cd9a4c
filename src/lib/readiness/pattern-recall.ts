/** What is recalled now of the patterns that a question needs. */
import { recallNow } from '../scheduler/card-standing.ts';
import type { CardState } from '../scheduler/card-state.ts';
import type { Moment } from '../scheduler/study-day.ts';

/** A card of a pattern, in the order in which they are met; without a state where it was never answered. */
export interface NeededCard {
	id: string;
	state?: CardState;
}

export interface PatternRecall {
	/** Its id. */
	pattern: string;
	/** Its part of what the question needs; those of all patterns sum to 1. */
	weight: number;
	/** Mean probability of recall of its cards now, 0 to 1; one that was never answered counts as 0. */
	recall: number;
	cards: number;
	/** Cards that were answered. */
	begun: number;
	standing: 'recalled' | 'partly' | 'unlearned';
}

/** From this mean on a pattern is called recalled. */
export const RECALLED = 0.8;

/**
 * Each needed pattern, the heaviest first. Cards that were suspended before their first answer are left out, as the
 * person does not want them; a pattern without any card left counts as recalled by nobody: it is left out too.
 */
export function patternRecalls(
	needs: ReadonlyMap<string, number>,
	cardsOf: (pattern: string) => readonly NeededCard[],
	{ weights, now }: { weights: readonly number[]; now: Moment },
): PatternRecall[] {
	const found = [...needs].flatMap(([pattern, weight]): PatternRecall[] => {
		const cards = wantedCards(cardsOf(pattern));
		if (cards.length === 0) return [];
		const recalls = cards.map(({ state }) => (state && recallNow(state, weights, now)) ?? null);
		const begun = recalls.filter((each) => each !== null).length;
		const recall = recalls.reduce<number>((sum, each) => sum + (each ?? 0), 0) / cards.length;
		const standing = begun === 0 ? 'unlearned' : recall >= RECALLED ? 'recalled' : 'partly';
		return [{ pattern, weight, recall, cards: cards.length, begun, standing }];
	});
	const whole = found.reduce((sum, { weight }) => sum + weight, 0);
	return found.map((each) => ({ ...each, weight: each.weight / whole }));
}

/** Without those that were suspended before their first answer. */
export function wantedCards(cards: readonly NeededCard[]): NeededCard[] {
	return cards.filter(({ state }) => !(state?.suspended && state.phase === 'new'));
}
