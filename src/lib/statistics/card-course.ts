/** What has to be remembered of a card to count its next answer. */

/** Where a card belongs in statistics. */
export interface CardClass {
	/** Id of what the filter by deck offers. */
	deck: string;
	/** Names such as `category:caching` or `kind:cloze`, in any order. */
	groups: readonly string[];
}

export interface CardCourse {
	/** Place of its deck in `LogCount.decks`. */
	deck: number;
	/** Places of its groups in `LogCount.groups`. */
	groups: readonly number[];
	/** Days given by the last answer, 0 while in steps or new. */
	interval: number;
	/** Study day of the last answer, -Infinity before the first. */
	lastDay: number;
	/** ms since the epoch of the last entry of any kind, -Infinity before the first. */
	lastT: number;
	started: boolean;
}

/** A card of which no entry was counted. */
export function freshCourse(deck: number, groups: readonly number[]): CardCourse {
	return { deck, groups, interval: 0, lastDay: -Infinity, lastT: -Infinity, started: false };
}
