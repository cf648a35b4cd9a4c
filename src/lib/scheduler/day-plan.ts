/** What today asks for, in portions that a person can finish. */
import type { LimitsLeft } from './limits.ts';
import type { Preset } from './preset.ts';
import {
	backlogPlan,
	sessionMinutes,
	workThatFits,
	type AnswerTimes,
	type Work,
} from './session-forecast.ts';

export interface DayPlan {
	/** What today's limits let through. */
	work: Work;
	/** Cards in `work`. */
	cards: number;
	minutes: number;
	/** Set where more is due than fits in the person's minutes: the part to do, and when it is over. */
	backlog: {
		/** All reviews that are due, whatever the limits say. */
		due: number;
		portion: Work;
		/** Study days until nothing is overdue at this pace; `null` when it does not clear. */
		days: number | null;
	} | null;
	/** New cards that could be learned beyond today's limit. */
	freshBeyond: number;
}

/** More than this many of the person's sittings is a backlog; less is just a full day. */
const SITTINGS = 2;

/**
 * @param waiting cards in the store: all new ones, steps of today, reviews due up to today
 * @param dueByDay reviews due today (with all that is overdue), tomorrow, and so on
 * @param minutesPerDay the person's choice
 */
export function planDay(
	waiting: Work,
	dueByDay: readonly number[],
	left: LimitsLeft,
	preset: Pick<Preset, 'newIgnoresReviewLimit'>,
	minutesPerDay: number,
	times: Partial<AnswerTimes> = {},
): DayPlan {
	const review = Math.min(waiting.review, left.review);
	const room = preset.newIgnoresReviewLimit ? Infinity : Math.max(0, left.review - review);
	const fresh = Math.min(waiting.new, left.new, room);
	const work: Work = { new: fresh, review, learning: waiting.learning };
	const minutes = sessionMinutes(work, times);
	const onlyReviews: Work = { new: 0, review: waiting.review, learning: waiting.learning };
	const behind = sessionMinutes(onlyReviews, times) > SITTINGS * minutesPerDay;
	const portion = workThatFits(minutesPerDay, onlyReviews, times);
	return {
		work,
		cards: work.new + work.review + work.learning,
		minutes,
		backlog: behind
			? { due: waiting.review, portion, days: backlogPlan(dueByDay, portion.review) }
			: null,
		freshBeyond: Math.max(0, waiting.new - fresh),
	};
}
