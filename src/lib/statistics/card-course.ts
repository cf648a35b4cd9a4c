/** What has to be remembered of a card to count its next answer. */

/** Where a card belongs in statistics. */
export interface CardClass {
	/** Id of what the filter by deck offers. */
	deck: string;
	/** Names such as `category:caching` or `kind:cloze`, in any order. */
	groups: readonly string[];
	/** The FSRS parameters by which the cards of its deck are scheduled, the same for all of them. */
	weights: readonly number[];
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
	/**
	 * The memory before the next answer, by FSRS: `UNKNOWN` for a card that was never answered, `CUT` for one whose
	 * history begins in the middle, so that nothing can be foreseen of it.
	 */
	stability: number;
	/** 1 to 10. */
	difficulty: number;
}

/** Stability of a card that was never answered. */
export const UNKNOWN = 0;
/** Stability of a card whose history begins with a review. */
export const CUT = -1;

/** A card of which no entry was counted. */
export function freshCourse(deck: number, groups: readonly number[]): CardCourse {
	return {
		deck,
		groups,
		interval: 0,
		lastDay: -Infinity,
		lastT: -Infinity,
		started: false,
		stability: UNKNOWN,
		difficulty: 0,
	};
}

/** Another one that stands there too. Written out: of tens of thousands, spreads take several times as long. */
export function copyOfCourse(course: CardCourse): CardCourse {
	return {
		deck: course.deck,
		groups: course.groups,
		interval: course.interval,
		lastDay: course.lastDay,
		lastT: course.lastT,
		started: course.started,
		stability: course.stability,
		difficulty: course.difficulty,
	};
}
