/** Foresees how long a session takes, and how a backlog gets smaller. */

/** Seconds that an answer takes, by what is answered. */
export interface AnswerTimes {
	new: number;
	review: number;
	/** One more showing in a step. */
	step: number;
}

/** Until a person's own averages are known; design questions take longer than words. */
export const USUAL_TIMES: Readonly<AnswerTimes> = { new: 40, review: 20, step: 15 };

/** Further showings of a card in steps: each new card, and each review that is forgotten. */
const STEPS_PER_NEW = 1.5;
const STEPS_PER_REVIEW = 0.15;

export interface Work {
	new: number;
	review: number;
	/** Steps waiting already. */
	learning: number;
}

function own(times: Partial<AnswerTimes>): AnswerTimes {
	const usable = Object.entries(times).filter(
		([, seconds]) => typeof seconds === 'number' && seconds > 0 && seconds < 7200,
	);
	return { ...USUAL_TIMES, ...Object.fromEntries(usable) };
}

function secondsPer(times: AnswerTimes): Work {
	return {
		new: times.new + STEPS_PER_NEW * times.step,
		review: times.review + STEPS_PER_REVIEW * times.step,
		learning: times.step,
	};
}

/**
 * Minutes that a session takes, rounded up; 0 for no work.
 * @param times seconds, as measured for this person; what is missing or absurd takes the usual value
 */
export function sessionMinutes(work: Work, times: Partial<AnswerTimes> = {}): number {
	const each = secondsPer(own(times));
	const seconds = work.new * each.new + work.review * each.review + work.learning * each.learning;
	// The bit less keeps sums such as 120.00000000000001 s from becoming a third minute.
	return Math.ceil(Math.max(0, seconds / 60 - 1e-9));
}

/**
 * The part of the work that fits in a number of minutes: steps first, then reviews, then new cards.
 */
export function workThatFits(minutes: number, work: Work, times: Partial<AnswerTimes> = {}): Work {
	const each = secondsPer(own(times));
	let seconds = Math.max(0, minutes) * 60;
	const take = (count: number, cost: number) => {
		const taken = Math.min(count, Math.floor(seconds / cost));
		seconds -= taken * cost;
		return taken;
	};
	const learning = take(work.learning, each.learning);
	const review = take(work.review, each.review);
	return { learning, review, new: take(work.new, each.new) };
}

/** Days after which a backlog that does not clear is called so. */
const HORIZON = 3650;

/**
 * Study days until nothing overdue is left, if that many reviews are done each day and none fall due
 * again: 1 when today is enough, 0 when nothing is due, `null` when it does not clear.
 * @param dueByDay cards due today (with all that is overdue), tomorrow, and so on
 */
export function backlogPlan(dueByDay: readonly number[], perDay: number): number | null {
	let left = 0;
	for (let day = 0; day < HORIZON; day++) {
		left += Math.max(0, dueByDay[day] ?? 0);
		if (left === 0) return day;
		if (!(perDay > 0)) return null;
		left -= Math.min(left, perDay);
		if (left === 0) return day + 1;
	}
	return null;
}
