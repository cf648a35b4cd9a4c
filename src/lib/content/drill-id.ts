/** Drills are scheduled like cards: their ids stand beside those of cards, under a pattern that does not exist. */

export const DRILL_PREFIX = 'drill/';

/** The id under which a drill is scheduled and released. */
export function drillCardId(drill: string): string {
	return DRILL_PREFIX + drill;
}

/** The drill behind the id of a card; undefined for a card that is none. */
export function drillOfCard(cardId: string): string | undefined {
	return cardId.startsWith(DRILL_PREFIX) ? cardId.slice(DRILL_PREFIX.length) : undefined;
}
