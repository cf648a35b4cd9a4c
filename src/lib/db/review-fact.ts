/** A review as it stands in the log: what makes it sound, and the order of a log. */
import type { Phase, Review, ReviewKind } from '../scheduler/review.ts';
import { UUID } from './uuid-bytes.ts';
import type { ReviewRow } from './schema.ts';

/** Blocks store positions in these lists: append only. */
export const KINDS: readonly ReviewKind[] = [
	...(['learn', 'review', 'relearn', 'cram', 'reset', 'reschedule'] as const),
];
export const PHASES: readonly Phase[] = ['new', 'learning', 'review', 'relearning'];

/** A review as a fact: known fields only, without the undo mark. */
export function factOf(review: Review): ReviewRow {
	const { id, cardId, t, tz, day, grade, kind, duration, next, phase, left, params, dev } = review;
	return { id, cardId, t, tz, day, grade, kind, duration, next, phase, left, params, dev };
}

/** What makes a review unfit for the log, in words; `undefined` where it is sound. */
export function faultOf(review: ReviewRow): string | undefined {
	const { id, t, tz, day, grade, kind, duration, next, phase, left } = review;
	if (!UUID.test(id)) return `id ${JSON.stringify(id)} is not a UUID in lower case`;
	if (![t, duration, next].every(Number.isFinite)) return 'a time is not a finite number';
	if (!isInteger(tz, -2000, 2000)) return `time zone offset ${tz} is not in minutes`;
	if (!isInteger(day, -0x8000_0000, 0x7fff_ffff)) return `study day ${day} is not a day number`;
	if (!isInteger(grade, 0, 4)) return `grade ${grade} is not 0 to 4`;
	if (!KINDS.includes(kind)) return `kind ${JSON.stringify(kind)} is unknown`;
	if (!PHASES.includes(phase)) return `phase ${JSON.stringify(phase)} is unknown`;
	if (!isInteger(left, 0, 0xffff)) return `steps left ${left} are not 0 to 65535`;
	return undefined;
}

/** Whether a row can be an answer of the log at all. */
export function isSound(review: ReviewRow): boolean {
	return faultOf(review) === undefined;
}

export function isInteger(value: number, least: number, most: number): boolean {
	return Number.isInteger(value) && value >= least && value <= most;
}

/** The order of a log: by time, then by id. */
export function byTime(a: ReviewRow, b: ReviewRow): number {
	return a.t - b.t || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
