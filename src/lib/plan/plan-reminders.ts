/** Which reminders a plan asks for: one on each day ahead that has work. */
import { startOfStudyDay, type Zone } from '../scheduler/study-day.ts';
import type { InterviewPlan } from './interview-plan.ts';

export interface Reminder {
	/** Study day. */
	day: number;
	/** ms since the epoch. */
	at: number;
	title: string;
	text: string;
}

/** On the person's clock: after work. */
export const REMINDER_HOUR = 18;
/** The plan changes every day, so that further ahead it would only be wrong. */
const DAYS_AHEAD = 14;

/**
 * At an hour of the clock on each of the next two weeks' days that have work; none that is over.
 * @param hour 0 to 23, on or after the hour at which a study day begins
 * @param now ms since the epoch
 */
export function planReminders(
	{ days }: Pick<InterviewPlan, 'days'>,
	hour: number,
	zone: Zone,
	now: number,
): Reminder[] {
	return days
		.slice(0, DAYS_AHEAD)
		.flatMap(({ day, minutes, reviews, fresh, refresh, drill, mock }) => {
			const at = timeOn(day, hour, zone);
			if (minutes === 0 || at <= now) return [];
			const parts = [
				...(mock === undefined ? [] : ['a mock interview']),
				...(reviews > 0 ? [`${reviews} ${reviews === 1 ? 'review' : 'reviews'}`] : []),
				...(fresh > 0 ? [`${fresh} new`] : []),
				...(refresh > 0 ? [`${refresh} to look at again`] : []),
				...(drill ? ['estimation drills'] : []),
			];
			return [{ day, at, title: `Onsite: ${minutes} min today`, text: parts.join(', ') }];
		});
}

/** When the clock first shows an hour on a study day, ms since the epoch. */
function timeOn(day: number, hour: number, { timeZone, rolloverHour }: Zone): number {
	const date = hour < rolloverHour ? day + 1 : day;
	return startOfStudyDay(date, { timeZone, rolloverHour: hour });
}
