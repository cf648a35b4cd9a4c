/** The name by which a card of the catalog is found again after it went out in a file. */

const PREFIX = 'onsite:';

export function catalogGuid(cardId: string): string {
	return PREFIX + cardId;
}
