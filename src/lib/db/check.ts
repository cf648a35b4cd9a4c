/** Compares every cache with the truth it was made from, and rebuilds it where they differ. */
import { asDbError } from './db-error.ts';
import { rebuild, rebuildCaches, type Finding } from './rebuild.ts';
import type { OnsiteDb } from './schema.ts';
import { takeSnapshot } from './snapshots.ts';
import type { WriteMoment } from './write-moment.ts';

/** Everything that is not as the log and the fields say, in words; empty when all is well. Changes nothing. */
export async function checkDatabase(db: OnsiteDb): Promise<Finding[]> {
	try {
		return (await db.transaction('r', db.tables, () => rebuild(db))).findings;
	} catch (error) {
		throw asDbError(error);
	}
}

/** Takes a snapshot, then rebuilds all caches in one transaction; returns what was found and mended. */
export async function repairDatabase(db: OnsiteDb, moment: WriteMoment): Promise<Finding[]> {
	try {
		await takeSnapshot(db, 'before-repair', moment);
		return await db.transaction('rw', db.tables, () => rebuildCaches(db));
	} catch (error) {
		throw asDbError(error);
	}
}
