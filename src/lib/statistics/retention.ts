/** True retention: of the cards that came back after a day or more, the share that was recalled. */
import type { LogCount } from './log-count.ts';
import { sumsOver, type Sums } from './log-range.ts';
import { placeOf, RECALL_CLASSES, type RecallClass } from './day-sums.ts';

/** Cards that came back, and how many of them were recalled (any button but Again). */
export interface Recall {
	asked: number;
	recalled: number;
}

export type Retention = Record<RecallClass | 'all', Recall>;

/** Study days that each line covers, today the last of them. */
export const RETENTION_SPANS = [
	{ name: 'Today', days: 1 },
	{ name: 'Week', days: 7 },
	{ name: 'Month', days: 30 },
	{ name: 'Year', days: 365 },
	{ name: 'All', days: Infinity },
] as const;

/** True retention within summed days; see `countEntry` for which answers count. */
export function retentionIn(sums: Sums): Retention {
	const [young, mature] = RECALL_CLASSES.map((kind) => ({
		asked: sums[placeOf.asked(kind)] ?? 0,
		recalled: sums[placeOf.recalled(kind)] ?? 0,
	})) as [Recall, Recall];
	return {
		young,
		mature,
		all: { asked: young.asked + mature.asked, recalled: young.recalled + mature.recalled },
	};
}

/** One line for each of `RETENTION_SPANS`, as of study day `today`. */
export function retentionTable(
	count: LogCount,
	today: number,
	decks?: ReadonlySet<string>,
): ({ name: string } & Retention)[] {
	return RETENTION_SPANS.map(({ name, days }) => ({
		name,
		...retentionIn(sumsOver(count, { from: today - days + 1, to: today, decks })),
	}));
}

/** Share recalled, 0 to 1; `null` where nothing came back. */
export function shareOf({ asked, recalled }: Recall): number | null {
	return asked === 0 ? null : recalled / asked;
}

/**
 * Half of the width within which the true share lies 19 times in 20, 0 to 1 (Wilson): so much of a
 * difference is chance. 1 where nothing came back.
 */
export function marginOf({ asked, recalled }: Recall): number {
	if (asked === 0) return 1;
	const z = 1.96;
	const share = recalled / asked;
	const spread = (share * (1 - share)) / asked + z ** 2 / (4 * asked ** 2);
	return (z * Math.sqrt(spread)) / (1 + z ** 2 / asked);
}
