/** Which copies are kept as time goes by: the newest, one a day, one a week. */

export interface Dated {
	id: number;
	/** ms since the epoch. */
	t: number;
	/** Study day of its making. */
	day: number;
}

const RECENT = 3;
const DAYS = 7;
const WEEKS = 4;

/**
 * Ids to keep: the 3 newest, the newest of each of the last 7 days that have a copy, the newest of
 * each of the last 4 such weeks. At most 14, whatever the clock did.
 */
export function copiesToKeep(copies: readonly Dated[]): Set<number> {
	const newestFirst = [...copies].sort((a, b) => b.t - a.t || b.id - a.id);
	return new Set([
		...newestFirst.slice(0, RECENT).map(({ id }) => id),
		...newestOfEach(newestFirst, ({ day }) => day, DAYS),
		...newestOfEach(newestFirst, ({ day }) => Math.floor(day / 7), WEEKS),
	]);
}

function newestOfEach(
	newestFirst: readonly Dated[],
	periodOf: (copy: Dated) => number,
	most: number,
): number[] {
	const newest = new Map<number, number>();
	for (const copy of newestFirst) {
		const period = periodOf(copy);
		if (newest.size < most && !newest.has(period)) newest.set(period, copy.id);
	}
	return [...newest.values()];
}
