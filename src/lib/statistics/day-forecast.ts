/** What a study day was foreseen to hold, and what it held. */

export interface DayForecast {
	/** Reviews that the limits let through, as of the begin of the day. */
	reviews: number;
	/** How many of them were expected to be recalled, by FSRS. */
	recalled: number;
	/** New cards that the limits let through. */
	fresh: number;
	/** For all of it, steps too. */
	minutes: number;
}

export type DayOutcome = DayForecast;

/** A forecast with what came of it. */
export interface KeptForecast {
	day: number;
	foreseen: DayForecast;
	came: DayOutcome;
}

/** What one set of limits lets through, with the recall of the cards that are due behind it. */
export interface ForecastPart {
	reviews: number;
	/** Probability of recall of cards that are due, 0 to 1; a sample where they are many. */
	recalls: readonly number[];
}

/** Reviews expected to be recalled: of each part as many as come, at the mean recall of what is due in it. */
export function expectedRecalled(parts: readonly ForecastPart[]): number {
	return parts.reduce((sum, { reviews, recalls }) => {
		if (recalls.length === 0) return sum;
		const mean = recalls.reduce((all, each) => all + each, 0) / recalls.length;
		return sum + reviews * mean;
	}, 0);
}

/** What was done on a day in these decks; recalled is every review but those answered Again. */
export function outcomeOf(
	days: readonly { review: number; failed: number; news: number; ms: number }[],
): DayOutcome {
	const sum = (of: (day: (typeof days)[number]) => number) =>
		days.reduce((all, day) => all + of(day), 0);
	return {
		reviews: sum(({ review }) => review),
		recalled: sum(({ review, failed }) => review - failed),
		fresh: sum(({ news }) => news),
		minutes: sum(({ ms }) => ms) / 60_000,
	};
}
