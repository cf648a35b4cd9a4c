/** Keeps the entries of a card in order when clocks are not: stamps never fall, days nearly never. */

/** A journey or two devices in far zones explain this much; more means that the earlier day was wrong. */
const EXPLAINED_DAYS = 2;

/**
 * The study day of an entry, given the day of the last answer. A day up to two behind counts as that
 * day, since a card is not seen on earlier days than it was. A day further behind is followed: the
 * last answer was given under a clock that was ahead, and holding on to it would freeze the card.
 */
export function dayAfter(lastDay: number, day: number): number {
	return day < lastDay && lastDay - day <= EXPLAINED_DAYS ? lastDay : day;
}

/** Whole study days between two answers, never negative. */
export function elapsedDays(lastDay: number, day: number): number {
	return Math.max(0, dayAfter(lastDay, day) - lastDay);
}

/** The stamp of the next entry: now, or just after the last entry where the clock went back. */
export function stampAfter(lastEntryT: number, t: number): number {
	return t > lastEntryT ? t : lastEntryT + 1;
}
