/** What an answer is held against. */
import type { Quantity } from './quantity.ts';

/**
 * How an answer is judged: by its ratio (`log`), by its ratio after rounding up to whole machines (`whole`), as right or
 * wrong (`exact`), or by the ratio of what is missing to the whole (`availability`).
 */
export type ToleranceKind = 'log' | 'whole' | 'exact' | 'availability';

/** A factor of the question that is easily left out or counted once too often. */
export interface KnownFactor {
	/** Answer to target where the slip is made: 1/3 for a peak of 3 left out, 3 for copies counted. */
	ratio: number;
	/** The slip as a clause behind "perhaps": "the peak factor is left out". */
	say: string;
	/** Legitimate if the person said so; shown as a remark, not as a mistake. */
	fine?: boolean;
}

export interface Target {
	quantity: Quantity;
	/** Where sources disagree: every value between the two is spot on, in canonical units. */
	between?: { low: number; high: number };
	tolerance: ToleranceKind;
	known: readonly KnownFactor[];
	/** Sizes in bytes or bits take part, so that the two may be mixed up. */
	hasData: boolean;
}
