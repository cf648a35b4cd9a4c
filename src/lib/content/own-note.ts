/** Notes that the person made: their ids stand beside those of patterns, and each has one card. */

const OWN_PREFIX = 'own/';

/** The deck that cards made after an interview belong to. */
export const FROM_INTERVIEWS = 'From interviews';

/** The id of a note of the person's own and of its card. @param id unique everywhere */
export function ownCardId(id: string): string {
	return OWN_PREFIX + id;
}

/** Whether a card belongs to a note of the person's own. */
export function isOwnCard(cardId: string): boolean {
	return cardId.startsWith(OWN_PREFIX);
}
