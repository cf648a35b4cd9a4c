/** The deck that is chosen for a note: one that there is, or one that is made with the note. */
import type { OwnDeck } from '$lib/content/note.ts';

export interface DeckChoice {
	/** '' for one to be made. */
	deckId: string;
	/** Its path, with `::` between. */
	newDeck: string;
	decks: readonly OwnDeck[];
}

/** Names from the root down; none where it has no name yet. */
export function chosenPath({ deckId, newDeck, decks }: DeckChoice): readonly string[] {
	return decks.find(({ id }) => id === deckId)?.path ?? pathOf(newDeck);
}

/** With `made` where there is none of that name yet. @param newId of one that is made */
export function deckToSave(choice: DeckChoice, newId: string): { id: string; made?: OwnDeck } {
	if (choice.deckId !== '') return { id: choice.deckId };
	const path = pathOf(choice.newDeck);
	const known = choice.decks.find((deck) => deck.path.join('::') === path.join('::'));
	if (known) return { id: known.id };
	const made: OwnDeck = { id: `deck/${newId}`, path, description: '', daily: true };
	return { id: made.id, made };
}

/** What making it writes. */
export function deckEdit({ id, path, description, daily }: OwnDeck) {
	return { kind: 'deck' as const, id, fields: { path: [...path], description, daily } };
}

function pathOf(text: string): string[] {
	const names = text.split('::').map((name) => name.trim());
	return names.filter((name) => name !== '');
}
