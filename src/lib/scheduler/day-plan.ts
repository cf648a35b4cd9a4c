/** What today asks for, in portions that a person can finish. */
import { withinLimits, type LimitsLeft } from './limits.ts';
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
	/** Cards of each part in `work`, in the order of the parts. */
	cardsOf: number[];
}

/** What one set of limits is about: the catalog, or a deck with all under it. */
export interface DayPart {
	/** Cards in the store: all new ones, steps of today, reviews due up to today. */
	waiting: Work;
	left: LimitsLeft;
	preset: Pick<Preset, 'newIgnoresReviewLimit'>;
	/** Whether new cards beyond the limit are learned here. */
	goesBeyond: boolean;
}

/** More than this many of the person's sittings is a backlog; less is just a full day. */
const SITTINGS = 2;

/** What the limits of a part let through. */
function workOf({ waiting, left, preset }: DayPart): Work {
	return { ...withinLimits(waiting, left, preset), learning: waiting.learning };
}

function sumOf(works: readonly Work[]): Work {
	const sum = (kind: keyof Work) => works.reduce((all, work) => all + work[kind], 0);
	return { new: sum('new'), review: sum('review'), learning: sum('learning') };
}

const cardsIn = (work: Work) => work.new + work.review + work.learning;

/**
 * @param parts each within its own limits
 * @param dueByDay reviews of all parts due today (with all that is overdue), tomorrow, and so on
 * @param minutesPerDay the person's choice
 */
export function planDay(
	parts: readonly DayPart[],
	dueByDay: readonly number[],
	minutesPerDay: number,
	times: Partial<AnswerTimes> = {},
): DayPlan {
	const works = parts.map(workOf);
	const work = sumOf(works);
	const waiting = sumOf(parts.map((part) => part.waiting));
	const onlyReviews: Work = { new: 0, review: waiting.review, learning: waiting.learning };
	const behind = sessionMinutes(onlyReviews, times) > SITTINGS * minutesPerDay;
	const portion = workThatFits(minutesPerDay, onlyReviews, times);
	const beyond = parts.map((part, at) =>
		part.goesBeyond ? part.waiting.new - (works[at]?.new ?? 0) : 0,
	);
	return {
		work,
		cards: cardsIn(work),
		minutes: sessionMinutes(work, times),
		backlog: behind
			? { due: waiting.review, portion, days: backlogPlan(dueByDay, portion.review) }
			: null,
		freshBeyond: Math.max(0, ...beyond),
		cardsOf: works.map(cardsIn),
	};
}
