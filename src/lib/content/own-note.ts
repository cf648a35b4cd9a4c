/** Notes of the person's own: their ids stand beside those of patterns, and tell what is a card of which. */

const FROM_MOCK = 'own/';
const NOTE = 'note/';

/** The deck that cards made after an interview belong to. */
export const FROM_INTERVIEWS = 'From interviews';

/** Its id. Its cards are studied among those of the catalog, so that no deck of this id is stored. */
export const FROM_INTERVIEWS_DECK = 'deck/from-interviews';

/** The id of a card made after an interview and of its note. @param id unique everywhere */
export function ownCardId(id: string): string {
	return FROM_MOCK + id;
}

/** The id of a note that the person made or brought. @param rest unique everywhere, without a slash */
export function ownNoteId(rest: string): string {
	return NOTE + rest;
}

/** The id of one of the cards of a note. @param ordinal which template, from 0; of a cloze the number less one */
export function noteCardId(noteId: string, ordinal: number): string {
	return noteId.startsWith(FROM_MOCK) ? noteId : `${noteId}/${ordinal}`;
}

/** Whether a card, or a note, is of the person's own. */
export function isOwnCard(id: string): boolean {
	return id.startsWith(FROM_MOCK) || id.startsWith(NOTE);
}

/** Whether a card was made after an interview: its note has its id, and it is a question and an answer. */
export function isFromInterview(id: string): boolean {
	return id.startsWith(FROM_MOCK);
}

/** The note of a card of the person's own, and which of its cards it is. */
export function noteOfCard(cardId: string): { noteId: string; ordinal: number } {
	if (!cardId.startsWith(NOTE)) return { noteId: cardId, ordinal: 0 };
	const at = cardId.lastIndexOf('/');
	const ordinal = Number(cardId.slice(at + 1));
	return { noteId: cardId.slice(0, at), ordinal };
}
