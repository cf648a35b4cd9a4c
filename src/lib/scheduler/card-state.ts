/** What is known of a card: a cache of its review log and of the marks that the person set. */
import type { Phase } from './review.ts';

/** What the log says: `replay(reviews)` gives exactly this. */
export interface Memory {
	phase: Phase;
	/** Days until recall falls to 90%; 0 while new. */
	stability: number;
	/** 1 to 10; 0 while new. */
	difficulty: number;
	/** Learning or relearning steps left. */
	left: number;
	/** ms since the epoch while `intraday`, else a study day number; 0 while new. */
	due: number;
	/** Whether `due` is an instant of the same day (a step) rather than a study day. */
	intraday: boolean;
	/** Days, as last given; 0 before the first. */
	interval: number;
	reps: number;
	lapses: number;
	/** ms since the epoch of the last graded answer, 0 while new. */
	lastT: number;
	/** Study day of the last graded answer, 0 while new. */
	lastDay: number;
	/**
	 * Time of the last entry that counts, of any kind (also a reset or a reschedule); 0 before the
	 * first. The next one is stamped later than this even if the clock went back, so that sorting the
	 * log by time always gives the order in which things happened.
	 */
	lastEntryT: number;
	/** Id of the last entry that counts, '' before the first. Writers compare it, so that no answer counts twice. */
	lastReview: string;
}

/** The memory of a card that was never answered. */
export const NEVER_SEEN: Readonly<Memory> = {
	phase: 'new',
	stability: 0,
	difficulty: 0,
	left: 0,
	due: 0,
	intraday: false,
	interval: 0,
	reps: 0,
	lapses: 0,
	lastT: 0,
	lastDay: 0,
	lastEntryT: 0,
	lastReview: '',
};

export type Flag = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** What the person or a rule set on a card, apart from its memory. */
export interface Marks {
	suspended: boolean;
	/** Not shown on this study day (nor before); 0 for none. Over when the day is. */
	buriedOn: number;
	buriedBy: 'none' | 'person' | 'sibling';
	flag: Flag;
	leech: boolean;
	/**
	 * While the card is new: it comes before the others, as something showed that it is needed. ms since the epoch
	 * of that, the latest first; 0 for none.
	 */
	ahead: number;
}

export const UNMARKED: Marks = {
	suspended: false,
	buriedOn: 0,
	buriedBy: 'none',
	flag: 0,
	leech: false,
	ahead: 0,
};

export interface CardState extends Memory, Marks {
	id: string;
	/** Siblings share it: the pattern for catalog cards. */
	noteId: string;
	deckId: string;
	/** Order among new cards of the deck. */
	position: number;
}

/** Where a new card stands among the new ones of its deck, the least first. */
export function newPlace({ ahead, position }: Pick<CardState, 'ahead' | 'position'>): number {
	return ahead > 0 ? -ahead : position;
}

/** The state of a card that was just added. */
export function newCard(
	place: Pick<CardState, 'id' | 'noteId' | 'deckId' | 'position'>,
): CardState {
	return { ...NEVER_SEEN, ...UNMARKED, ...place };
}
