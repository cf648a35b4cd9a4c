/** What a day of the plan holds, in words. */
import type { PlanDay } from '$lib/plan/plan-days.ts';

/** @param done whole minutes of work that are done on it already */
export function partsOfDay(
	{ kind, reviews, fresh, refresh, drill, mock }: PlanDay,
	done: number,
): string {
	const spent = done > 0 ? `${done} min done` : '';
	if (kind === 'off') return spent ? `Day off, ${spent}` : 'Day off';
	const parts = [
		reviews > 0 ? `${reviews} ${reviews === 1 ? 'review' : 'reviews'}` : '',
		fresh > 0 ? `${fresh} new` : '',
		refresh > 0 ? `${refresh} to look at again` : '',
		drill ? 'drills' : '',
	].filter(Boolean);
	if (parts.length > 0) return spent ? `${spent}, then ${parts.join(', ')}` : parts.join(', ');
	// The interview has a line of its own.
	if (mock !== undefined) return spent;
	return spent ? `Done: ${done} min` : 'Nothing planned';
}

/** What is due and has no place on the day. @param unused minutes of each day that the plan leaves free */
export function restOfDay({ kind, left }: PlanDay, unused: number): string {
	if (kind === 'off' || unused > 0) return `${left} due ${left === 1 ? 'waits' : 'wait'}`;
	return `${left} due ${left === 1 ? 'does' : 'do'} not fit`;
}
