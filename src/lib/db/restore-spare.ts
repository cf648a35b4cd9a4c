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
 * Takes all parts into the database, which must be empty: a copy of it would take the place of the spare.
 * @returns `undefined` where nothing is kept
 * @throws DbError where what is kept cannot be read
 */
export async function restoreSpare(
	db: OnsiteDb,
	moment: WriteMoment,
): Promise<BroughtBack | undefined> {
	const files = await readSpare(db.name);
	const back: BroughtBack = { reviews: 0, made: 0 };
	for (const file of files) {
		const { reviews, made } = await restoreBackup(db, file, { mode: 'merge', moment });
		back.reviews += reviews;
		back.made = Math.max(back.made, made);
	}
	return files.length > 0 ? back : undefined;
}
