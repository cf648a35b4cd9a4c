/** How kinds of cards are named where people read them. */
import type { CardKind } from '$lib/content/card.ts';

export const KIND_NAMES: Record<CardKind, string> = {
	recall: 'Recall',
	cloze: 'Fill the blank',
	choose: 'Choose',
	contrast: 'Contrast',
	number: 'Number',
	diagram: 'Draw',
	failure: 'Failure',
	say: 'Say it aloud',
};
