/** What was done on each day, gathered to weeks or months where days would be too many to see. */
import { dateOfDay, dayOfDate, weekdayOf } from '../scheduler/study-day.ts';
import { placeOf } from './day-sums.ts';
import type { LogCount } from './log-count.ts';
import { answersIn, answersOf, msOf, sumsByDay, type LogRange, type Sums } from './log-range.ts';

export type Step = 'day' | 'week' | 'month';

export interface Activity {
	/** First and last study day that it covers, both included, cut to the range. */
	from: number;
	to: number;
	answers: number;
	/** Of these, in learning or relearning steps. */
	steps: number;
	/** Of these, in review, young and mature, and outside of the schedule. */
	reviews: number;
	/** Cards answered for the first time. */
	started: number;
	ms: number;
}

/** The step in which a range is shown: days up to three months, weeks up to two years, then months. */
export function stepFor(days: number): Step {
	return days <= 92 ? 'day' : days <= 730 ? 'week' : 'month';
}

/** Begin of the day, the week (Monday) or the month that a study day falls in. */
function beginOf(day: number, step: Step): number {
	if (step === 'day') return day;
	if (step === 'week') return day - weekdayOf(day);
	return dayOfDate(`${dateOfDay(day).slice(0, 7)}-01`);
}

/** Every step of a range, those without study too, in order; at most the range's own days. */
export function activityOf(count: LogCount, range: LogRange, step: Step): Activity[] {
	const steps: Activity[] = [];
	for (let day = range.from; day <= range.to; day += 1) {
		const last = steps.at(-1);
		if (last && beginOf(last.from, step) === beginOf(day, step)) last.to = day;
		else steps.push({ from: day, to: day, answers: 0, steps: 0, reviews: 0, started: 0, ms: 0 });
	}
	let at = 0;
	for (const [day, sums] of sumsByDay(count, range)) {
		while ((steps[at]?.to ?? Infinity) < day) at += 1;
		const sum = steps[at];
		if (sum) addDay(sum, sums);
	}
	return steps;
}

function addDay(sum: Activity, sums: Sums): void {
	const answers = answersOf(sums);
	const inSteps = answersIn(sums, 'learn') + answersIn(sums, 'relearn');
	sum.answers += answers;
	sum.steps += inSteps;
	sum.reviews += answers - inSteps;
	sum.started += sums[placeOf.started] ?? 0;
	sum.ms += msOf(sums);
}
