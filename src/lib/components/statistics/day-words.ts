/** Says days and spans of days where charts name them. */
import { dayInWords } from '$lib/scheduler/card-standing.ts';
import type { Activity, Step } from '$lib/statistics/activity.ts';

const CIVIL_DAY = 86_400_000;

function format(day: number, options: Intl.DateTimeFormatOptions): string {
	return new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', ...options }).format(
		new Date(day * CIVIL_DAY),
	);
}

/** `Nov 3`. */
export function shortDay(day: number): string {
	return format(day, { month: 'short', day: 'numeric' });
}

/** `Nov`, or `2027` where a year begins. */
export function monthName(day: number): string {
	const month = format(day, { month: 'short' });
	return month === 'Jan' ? format(day, { year: 'numeric' }) : month;
}

/** Day of the month, 1 to 31. */
export function dateInMonth(day: number): number {
	return new Date(day * CIVIL_DAY).getUTCDate();
}

/** A step of a chart in full: `Tue, Nov 3`, `Nov 2 to Nov 8`, `November 2026`. */
export function spanName(
	{ from, to }: Pick<Activity, 'from' | 'to'>,
	step: Step,
	today: number,
): string {
	if (step === 'day') return dayInWords(from, today);
	if (step === 'month') return format(from, { month: 'long', year: 'numeric' });
	return from === to ? shortDay(from) : `${shortDay(from)} to ${shortDay(to)}`;
}
