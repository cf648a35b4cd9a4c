/** Where a card of a list leads: to what it is about, and to the editor of its words. */
import { resolve } from '$app/paths';
import { drillOfCard } from '$lib/content/drill-id.ts';
import { isOwnCard, noteOfCard } from '$lib/content/own-note.ts';

/** Its pattern, its drill, or the deck that it lies in; its words, where it lies among those of the catalog. */
export function aboutHref({
	id,
	patternId,
	deckId,
}: {
	id: string;
	/** '' for none. */
	patternId: string;
	deckId: string;
}): string {
	const drill = drillOfCard(id);
	if (drill !== undefined) return `${resolve('/estimate/practice')}?drill=${drill}`;
	if (patternId) return resolve('/(places)/catalog/[id]', { id: patternId });
	if (isOwnCard(id) && deckId.startsWith('deck/')) {
		return `${resolve('/decks/deck')}?id=${encodeURIComponent(deckId)}`;
	}
	return editHref(id) ?? resolve('/review');
}

/** The editor of a card's words; `undefined` for a drill, which has none. */
export function editHref(id: string): string | undefined {
	if (drillOfCard(id) !== undefined) return undefined;
	const note = isOwnCard(id) ? noteOfCard(id).noteId : id;
	return `${resolve('/notes/edit')}?id=${encodeURIComponent(note)}`;
}
