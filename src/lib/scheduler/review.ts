/** The facts that scheduling rests on: one row for each answer or manual act, never rewritten. */

export type Grade = 1 | 2 | 3 | 4;
export const GRADES: readonly Grade[] = [1, 2, 3, 4];
export const GRADE_NAMES: Record<Grade, string> = { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' };

export type Phase = 'new' | 'learning' | 'review' | 'relearning';

/**
 * What an entry is. `learn`, `review`, `relearn` name the phase in which a graded answer fell;
 * `cram` is an answer that leaves the schedule alone; `reset` forgets; `reschedule` moves the due
 * day by hand and leaves memory alone.
 */
export type ReviewKind = 'learn' | 'review' | 'relearn' | 'cram' | 'reset' | 'reschedule';

export interface Review {
	/** UUIDv7: sorts by time of making. */
	id: string;
	cardId: string;
	/** Wall clock, ms since the epoch. */
	t: number;
	/** Minutes east of UTC at `t`. */
	tz: number;
	/** Study day number at `t`, by the zone and rollover hour then in force. */
	day: number;
	/** 0 for `reset` and `reschedule`. */
	grade: 0 | Grade;
	kind: ReviewKind;
	/** Milliseconds of answering, capped by the preset. */
	duration: number;
	/** The interval given: days when positive, seconds when negative, 0 for `cram` and `reset`. */
	next: number;
	/** The phase after this entry. */
	phase: Phase;
	/** Steps left after this entry, 0 outside of learning and relearning. */
	left: number;
	/** Id of the FSRS parameters in force (see `parametersId`). */
	params: string;
	/** Id of the device that wrote it. */
	dev: string;
	/** Undone. A mark, never a deletion; `false` after a redo. */
	void?: boolean;
}
