/** Compares every cache with the truth it was made from, and rebuilds it where they differ. */
import { atomically, reading } from './atomic.ts';
import { keptCountFault } from './count-check.ts';
import { findingOf, lostInterviews } from './lost-interviews.ts';
import { mendNotes, noteFaults, noteFindings } from './note-faults.ts';
import { rebuild, rebuildCaches, type Finding } from './rebuild.ts';
import { RecordWriter } from './record-writer.ts';
import type { OnsiteDb } from './schema.ts';
import { mendSetup, setupFaults, setupFindings } from './setup-faults.ts';
import { takeSnapshot } from './snapshots.ts';
import type { WriteMoment } from './write-moment.ts';

/**
 * Everything that is not as the log, the facts and the fields say, in words; empty when all is well. Changes
 * nothing.
 * @throws DbError
 */
export async function checkDatabase(db: OnsiteDb): Promise<Finding[]> {
	return reading(db, 'all', async () => [
		...(await rebuild(db)).findings,
		...(await statisticsFindings(db)),
		...(await lostInterviews(db)).map(findingOf),
		...noteFindings(await noteFaults(db)),
		...setupFindings(await setupFaults(db)),
	]);
}

/**
 * Takes a snapshot, then rebuilds all caches in one transaction; returns what was found and mended.
 * @throws DbError, and nothing is changed then
 */
export async function repairDatabase(db: OnsiteDb, moment: WriteMoment): Promise<Finding[]> {
	await takeSnapshot(db, 'before-repair', moment);
	return atomically(db, 'all', async () => {
		const statistics = await statisticsFindings(db);
		const lost = await lostInterviews(db);
		await db.interviews.bulkAdd(lost);
		const faults = await noteFaults(db);
		const setup = await setupFaults(db);
		const records = new RecordWriter(db, moment);
		await mendNotes(faults, records);
		await mendSetup(db, setup, records);
		await records.save();
		await db.media.bulkDelete(faults.unnamed);
		const told = [...noteFindings(faults), ...setupFindings(setup)];
		const found = [...statistics, ...lost.map(findingOf), ...told];
		return [...(await rebuildCaches(db)), ...found];
	});
}

async function statisticsFindings(db: OnsiteDb): Promise<Finding[]> {
	const text = await keptCountFault(db);
	return text ? [{ kind: 'statistics', text, cardIds: [] }] : [];
}
