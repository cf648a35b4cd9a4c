/** Rotating copies of the whole collection in a second database, against mistakes of the app itself. */
import type { OnsiteDb } from './schema.ts';
import type { WriteMoment } from './write-moment.ts';

export type SnapshotReason =
	'daily' | 'before-restore' | 'before-import' | 'before-migration' | 'before-repair';

export interface SnapshotInfo {
	id: number;
	/** ms since the epoch. */
	t: number;
	day: number;
	reason: SnapshotReason;
	bytes: number;
}

/** Takes a copy if anything changed since the last one, and drops copies that are no longer needed. */
export async function takeSnapshot(
	db: OnsiteDb,
	reason: SnapshotReason,
	moment: WriteMoment,
): Promise<SnapshotInfo | undefined> {
	throw new Error(`Not written yet: ${db.name} ${reason} ${moment.t}`);
}

/** The copies that are kept, newest first. */
export async function listSnapshots(): Promise<SnapshotInfo[]> {
	throw new Error('Not written yet');
}

/** A copy as the backup file that it is, for `restoreBackup` or to be saved outside. */
export async function readSnapshot(id: number): Promise<Blob | undefined> {
	throw new Error(`Not written yet: ${id}`);
}
