/** The last days before the interview, in which nothing new begins. */

/** A week before the interview, or a third of the time from the day it was set where that is less. */
const TAPER_DAYS = 7;

/**
 * First day without anything new: the same every day, however near the interview has come.
 * @param since study day on which the date was set
 */
export function taperFrom(today: number, date: number, since = today): number {
	return Math.max(today, date - Math.min(TAPER_DAYS, Math.floor((date - since) / 3)));
}
