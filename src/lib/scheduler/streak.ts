/**
 * Counts a run of study days kindly: one day off in any seven leaves it whole, and today is never
 * held against anyone before it is over.
 */

export interface Streak {
	/** Days studied in the present run; days off are not counted, nor do they break it. */
	days: number;
	/** Days studied in the longest run so far. */
	longest: number;
	studiedToday: boolean;
	/** Whether the run stands even if today turns out to be a day off. */
	restsToday: boolean;
}

/** The present run alone, for which not all of history is needed. */
export type PresentRun = Omit<Streak, 'longest'>;

/** A day off is free when the six days before it hold no other day off. */
const WEEK = 7;

interface Run {
	days: number;
	/** The day on which the run was last off; -Infinity for never. */
	lastOff: number;
	/** The last day studied. */
	last: number;
}

/** Whether a run goes on over the days between two studied days. */
function goesOn(run: Run, day: number): boolean {
	const off = day - run.last - 1;
	return off === 0 || (off === 1 && day - 1 - run.lastOff >= WEEK);
}

/**
 * The streak as of today. The rule: a run goes on as long as no seven days in a row hold two days
 * off. A journey that skips a date, or a sick day, therefore costs nothing.
 * @param studied study day numbers in any order, doubles allowed; days after today are ignored
 */
export function streakOf(studied: readonly number[], today: number): Streak {
	const days = [...new Set(studied)].filter((day) => day <= today).sort((a, b) => a - b);
	let run: Run = { days: 0, lastOff: -Infinity, last: -Infinity };
	let longest = 0;
	for (const day of days) {
		run = goesOn(run, day)
			? {
					days: run.days + 1,
					lastOff: day - run.last > 1 ? day - 1 : run.lastOff,
					last: day,
				}
			: { days: 1, lastOff: -Infinity, last: day };
		longest = Math.max(longest, run.days);
	}
	const studiedToday = run.last === today;
	const stands = studiedToday || goesOn(run, today);
	return {
		days: stands ? run.days : 0,
		longest,
		studiedToday,
		restsToday: studiedToday || goesOn(run, today + 1),
	};
}

/**
 * Whether days from `from` on tell the present run: two days off in a row end every run, so that what was before them
 * does not matter.
 * @param studied study day numbers in order, none before `from`
 * @param from two days before today, or earlier
 */
export function tellsPresentRun(studied: readonly number[], from: number): boolean {
	return studied.length === 0 || studied.some((day, at) => day - (studied[at - 1] ?? from - 1) > 2);
}
