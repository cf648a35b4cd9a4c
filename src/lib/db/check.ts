/** Compares every cache with the truth it was made from, and rebuilds it where they differ. */
import type { LibraryIndex } from '../content/library.ts';
import { atomically, reading } from './atomic.ts';
import { catalogFaults, catalogFindings, forgetCatalog } from './catalog-faults.ts';
import { keptCountFault } from './count-check.ts';
import { logFaults, logFindings, setAside } from './log-faults.ts';
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
 * @param catalog the release whose cards must have their rows
 * @throws DbError
 */
export async function checkDatabase(db: OnsiteDb, catalog?: LibraryIndex): Promise<Finding[]> {
	return reading(db, 'all', async () => {
		const log = await logFaults(db);
		// Where a part of history is missing, all that is made from it would differ.
		if (log.blocks.length > 0) return logFindings(log);
		const lacking = catalog ? await catalogFaults(db, catalog) : [];
		return [
			...logFindings(log),
			...catalogFindings(lacking),
			...withoutThose((await rebuild(db)).findings, lacking),
			...(await statisticsFindings(db)),
			...(await lostInterviews(db)).map(findingOf),
			...noteFindings(await noteFaults(db)),
			...setupFindings(await setupFaults(db)),
		];
	});
}

/** A lost card of the catalog is told of once. */
function withoutThose(findings: readonly Finding[], lacking: readonly string[]): Finding[] {
	const told = new Set(lacking);
	return findings.filter(({ kind, cardIds }) => kind !== 'orphan' || !told.has(cardIds[0] ?? ''));
}

/**
 * Takes a snapshot, then rebuilds all caches in one transaction; returns what was found and mended. The catalog
 * is to be taken in after that: it is forgotten which one was, so that the next start does it at the latest.
 * @param catalog as for `checkDatabase`
 * @throws DbError, and nothing is changed then
 */
export async function repairDatabase(
	db: OnsiteDb,
	moment: WriteMoment,
	catalog?: LibraryIndex,
): Promise<Finding[]> {
	await takeSnapshot(db, 'before-repair', moment);
	return atomically(db, 'all', async () => {
		const log = await logFaults(db);
		await setAside(db, log);
		const lacking = catalog ? await catalogFaults(db, catalog) : [];
		await forgetCatalog(db);
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
		const first = [...logFindings(log), ...catalogFindings(lacking)];
		const found = [...first, ...statistics, ...lost.map(findingOf), ...told];
		return [...withoutThose(await rebuildCaches(db), lacking), ...found];
	});
}

async function statisticsFindings(db: OnsiteDb): Promise<Finding[]> {
	const text = await keptCountFault(db);
	return text ? [{ kind: 'statistics', text, cardIds: [] }] : [];
}
