/** Keeps cards of one note apart, so that one does not give away the other. */
import type { CardState } from './card-state.ts';
import type { Preset } from './preset.ts';

type BuryOptions = Pick<Preset, 'buryNewSiblings' | 'buryReviewSiblings'>;

/** Whether a card may be put off for a sibling: new and review cards by option, steps never. */
export function yieldsToSibling(card: Pick<CardState, 'phase'>, options: BuryOptions): boolean {
	if (card.phase === 'new') return options.buryNewSiblings;
	return card.phase === 'review' && options.buryReviewSiblings;
}

/**
 * Ids of the siblings to bury until the next study day once a card was answered. Suspended cards
 * and those that are buried for the day already are left alone.
 * @param siblings cards of the same note; the answered card may be among them
 */
export function siblingsToBury(
	answered: Pick<CardState, 'id' | 'noteId'>,
	siblings: readonly CardState[],
	options: BuryOptions,
	today: number,
): string[] {
	return siblings
		.filter(
			(card) =>
				card.noteId === answered.noteId &&
				card.id !== answered.id &&
				!card.suspended &&
				card.buriedOn !== today &&
				yieldsToSibling(card, options),
		)
		.map((card) => card.id);
}
