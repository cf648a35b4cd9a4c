/** When to remind of a backup: by how much would be lost, not by the calendar alone. */

const DAYS = 7;
const ANSWERS = 200;
const DAY_MS = 86_400_000;

export interface BackupAge {
	/** Whole days since the last backup outside of the browser, or since the first study day. */
	days: number;
	/** Answers that no such backup holds. */
	answers: number;
	/** No backup was ever kept outside. */
	never: boolean;
	/** More than a week or more than 200 answers would be lost. */
	due: boolean;
}

/**
 * @param last the last backup outside of the browser
 * @param answers answers of all time
 * @param firstDayAt ms since the epoch of the first study day; `undefined` before it
 * @param now ms since the epoch
 */
export function backupAge(
	last: { t: number; reviews: number } | null,
	answers: number,
	firstDayAt: number | undefined,
	now: number,
): BackupAge {
	const since = last?.t ?? firstDayAt ?? now;
	const days = Math.max(0, Math.floor((now - since) / DAY_MS));
	// Undo and a restore can lower the count below what it was at the backup.
	const missing = Math.max(0, answers - (last?.reviews ?? 0));
	const due = missing > 0 && (days > DAYS || missing > ANSWERS);
	return { days, answers: missing, never: last === null, due };
}
