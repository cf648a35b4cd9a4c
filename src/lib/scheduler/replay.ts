/** Makes a card's memory from its log: the log is the truth, the stored state a cache of this. */
import type { Memory } from './card-state.ts';
import type { Review } from './review.ts';

/**
 * The memory after one more entry. Intervals, phase and steps are the entry's own; stability and
 * difficulty come from FSRS. Void entries and `cram` change nothing.
 */
export function applyReview(memory: Memory, review: Review, weights: readonly number[]): Memory {
	throw new Error(`Not written yet: ${memory.lastReview} ${review.id} ${weights.length}`);
}

/**
 * The memory of a card from all entries of its log, in any order: they are sorted by time and id.
 * Entries that cannot be (no number for a time, a grade of 7) are passed over.
 */
export function replay(reviews: readonly Review[], weights: readonly number[]): Memory {
	throw new Error(`Not written yet: ${reviews.length} ${weights.length}`);
}

/** One field in which a stored state differs from its log. */
export interface Difference {
	field: keyof Memory;
	stored: Memory[keyof Memory];
	replayed: Memory[keyof Memory];
	/** In words, such as "Due day is 20600, by the log 20611". */
	text: string;
}

/** Where the stored memory differs from the replayed one; empty when all is well. */
export function compareState(stored: Memory, replayed: Memory): Difference[] {
	throw new Error(`Not written yet: ${stored.due} ${replayed.due}`);
}
