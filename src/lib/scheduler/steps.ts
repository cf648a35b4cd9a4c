/** Learning and relearning steps, with the delays that Anki users expect. */

const DAY = 86_400;

export interface Step {
	/** Delay in seconds; a delay of a day or more is a whole number of days. */
	seconds: number;
	/** Steps left after the answer. */
	left: number;
	/** Which step this delay belongs to, 1 for the first. */
	number: number;
}

/** Delays of a day or more count in whole days; shorter ones stay as they are. */
function roundedToDays(seconds: number): number {
	return seconds >= DAY ? Math.round(seconds / DAY) * DAY : Math.round(seconds);
}

/** Hard on the first step lies between it and the next; without a next it is half as long again. */
function hardOnFirst(first: number, second: number | undefined): number {
	if (second !== undefined) return roundedToDays((first + second) / 2);
	return roundedToDays(Math.min(first * 1.5, first + DAY));
}

/**
 * The step that an answer leads to, or `null` where the card leaves its steps (or has none). Again
 * starts over, Hard repeats, Good goes on, Easy leaves. Values: Anki 26.08 `states/steps.rs`.
 * @param minutes the preset's steps
 * @param left steps left before the answer, the present one included; anything out of range (the
 * preset has changed meanwhile) is brought into it
 */
export function stepAfter(
	minutes: readonly number[],
	left: number,
	grade: 1 | 2 | 3 | 4,
): Step | null {
	const count = minutes.length;
	if (count === 0 || grade === 4) return null;
	const at = (index: number) => (minutes[index] ?? 0) * 60;
	const index = Math.min(count - 1, Math.max(0, count - (left > 0 ? left : 1)));
	if (grade === 1) return { seconds: roundedToDays(at(0)), left: count, number: 1 };
	if (grade === 2) {
		const second = count > 1 ? at(1) : undefined;
		const seconds = index === 0 ? hardOnFirst(at(0), second) : roundedToDays(at(index));
		return { seconds, left: count - index, number: index + 1 };
	}
	if (index + 1 >= count) return null;
	return { seconds: roundedToDays(at(index + 1)), left: count - index - 1, number: index + 2 };
}

/**
 * The step that FSRS itself asks for where a preset has no steps: an interval under half a day is
 * waited out in seconds, given that the weights know same-day reviews (w17 and w18 above 0).
 * @returns seconds, or `null` where the card is to be reviewed on another day
 */
export function modelStep(intervalDays: number, weights: readonly number[]): number | null {
	const shortTerm = (weights[17] ?? 0) > 0 && (weights[18] ?? 0) > 0;
	return shortTerm && intervalDays < 0.5 ? Math.max(1, Math.round(intervalDays * DAY)) : null;
}

/**
 * Where a delay ends.
 * @returns whole days when it takes a day or more or reaches past the end of the study day, else 0
 */
export function daysOfStep(seconds: number, now: { t: number; dayEndsAt: number }): number {
	if (seconds >= DAY) return Math.round(seconds / DAY);
	return now.t + seconds * 1000 >= now.dayEndsAt ? 1 : 0;
}

/**
 * Seconds to add so that cards learned together part: up to a quarter of the step, 300 at most, and
 * never past the end of the study day.
 * @param chance from 0 up to, not including, 1
 */
export function stepFuzz(
	seconds: number,
	chance: number,
	now: { t: number; dayEndsAt: number },
): number {
	const room = Math.floor((now.dayEndsAt - 1 - now.t) / 1000) - seconds;
	return Math.max(0, Math.min(Math.floor(chance * Math.min(seconds * 0.25, 300)), room));
}
