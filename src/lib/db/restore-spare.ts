/** Brings a database that the browser has thrown away back from what is kept beside it. */
import { restoreBackup } from './restore.ts';
import type { OnsiteDb } from './schema.ts';
import { readSpare } from './spare-store.ts';
import type { WriteMoment } from './write-moment.ts';

export interface BroughtBack {
	reviews: number;
	/** When the last of it was written, ms since the epoch. */
	made: number;
}

/**
 * Takes all parts into the database, which must be empty, or hold what an interrupted attempt has brought: a copy of it would take the place of the spare.
 * @returns `undefined` where nothing is kept
 * @throws DbError where what is kept cannot be read
 */
export async function restoreSpare(
	db: OnsiteDb,
	moment: WriteMoment,
): Promise<BroughtBack | undefined> {
	const files = await readSpare(db.name);
	if (files.length === 0) return undefined;
	let made = 0;
	for (const file of files) {
		made = Math.max(made, (await restoreBackup(db, file, { mode: 'merge', moment })).made);
	}
	return { reviews: await allAnswers(db), made };
}

/** Counted at the end: where an earlier attempt was interrupted, this one adds fewer than are back. */
async function allAnswers(db: OnsiteDb): Promise<number> {
	const blocks = await db.blocks.toArray();
	return blocks.reduce((sum, { count }) => sum + count, await db.reviews.count());
}
