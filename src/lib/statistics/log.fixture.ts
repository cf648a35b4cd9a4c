/** Logs written by hand, for tests of what is counted. */
import type { Grade, ReviewKind } from '../scheduler/review.ts';
import { offsetMinutes, studyDayOf } from '../scheduler/study-day.ts';
import type { LogEntry } from './log-count.ts';

export type HandEntry = LogEntry & { cardId: string; void?: boolean };

/**
 * An answer at a local time such as `2026-03-28 22:30`.
 * @param next days when positive, seconds when negative
 * @param zone whose clock it was; days begin at 4
 */
export function answered(
	cardId: string,
	local: string,
	kind: ReviewKind,
	grade: 0 | Grade,
	next: number,
	{ zone = 'UTC', seconds = 10 }: { zone?: string; seconds?: number } = {},
): HandEntry {
	const wall = Date.parse(`${local.replace(' ', 'T')}:00Z`);
	let t = wall;
	// Twice, as the first guess may lie on the other side of a change of clocks.
	for (let turn = 0; turn < 2; turn += 1) t = wall - offsetMinutes(zone, t) * 60_000;
	const tz = offsetMinutes(zone, t);
	const day = studyDayOf(t, tz, 4);
	return { cardId, t, tz, day, grade, kind, duration: seconds * 1000, next };
}
