/** Rotating copies of the whole collection in a second database, against mistakes of the app itself. */
import Dexie, { type Table } from 'dexie';
import { atomically } from './atomic.ts';
import { BACKUP_FILE_TYPE } from './backup-file.ts';
import { exportBackup } from './backup.ts';
import { asDbError } from './db-error.ts';
import type { OnsiteDb } from './schema.ts';
import { inTurn, keepSpare } from './spare-store.ts';
import { copiesToKeep } from './thinning.ts';
import type { WriteMoment } from './write-moment.ts';

export type SnapshotReason =
	'daily' | 'before-restore' | 'before-import' | 'before-migration' | 'before-repair';

export interface SnapshotInfo {
	id: number;
	/** ms since the epoch. */
	t: number;
	/** Study day. */
	day: number;
	reason: SnapshotReason;
	bytes: number;
	/** `application/gzip` for a backup file, `application/json` for a dump before a migration. */
	type: string;
}

class SnapshotDb extends Dexie {
	declare copies: Table<Omit<SnapshotInfo, 'id'> & { id?: number }, number>;
	declare files: Table<{ id: number; bytes: ArrayBuffer }, number>;
}

/** Copies of database `name` live in `name-snapshots`, opened only while in use. */
async function within<T>(name: string, act: (copies: SnapshotDb) => PromiseLike<T>): Promise<T> {
	const copies = new SnapshotDb(`${name}-snapshots`, { chromeTransactionDurability: 'strict' });
	copies.version(1).stores({ copies: '++id', files: 'id' });
	try {
		return await act(copies);
	} catch (error) {
		throw asDbError(error);
	} finally {
		copies.close();
	}
}

/**
 * Takes a copy if anything changed since the last one (`undefined` if not) and drops copies that are
 * no longer needed. Where it fails, the old copies stay.
 * @throws DbError
 */
export async function takeSnapshot(
	db: OnsiteDb,
	reason: SnapshotReason,
	moment: WriteMoment,
): Promise<SnapshotInfo | undefined> {
	// A copy of a later moment, made by a page meanwhile, would be replaced by this one.
	return inTurn(db.name, async () => {
		const { seq } = (await db.outbox.toCollection().last()) ?? {};
		if (seq === undefined) return undefined;
		// Bytes of media never change under their hash, and would be here twice.
		const file = await exportBackup(db, moment, { media: false });
		const info = await keepSnapshot(db.name, file, reason, moment);
		// Before the outbox forgets what the spare has not seen. Where there is no room, the older one is kept.
		await keepSpare(db.name, 'whole', file).catch(() => {});
		await atomically(db, ['outbox'], async () => {
			await db.outbox.where(':id').belowOrEqual(seq).delete();
		});
		return info;
	});
}

/** Keeps any file as a copy of database `name`. */
export async function keepSnapshot(
	name: string,
	file: Blob,
	reason: SnapshotReason,
	moment: Pick<WriteMoment, 't' | 'day'>,
): Promise<SnapshotInfo> {
	const bytes = await file.arrayBuffer();
	const { t, day } = moment;
	const info = { t, day, reason, bytes: bytes.byteLength, type: file.type || BACKUP_FILE_TYPE };
	return within(name, (copies) =>
		atomically(copies, ['copies', 'files'], async () => {
			const id = await copies.copies.add({ ...info });
			await copies.files.add({ id, bytes });
			const all = (await copies.copies.toArray()) as SnapshotInfo[];
			const keep = copiesToKeep(all).add(id);
			const dropped = all.map((copy) => copy.id).filter((old) => !keep.has(old));
			await copies.copies.bulkDelete(dropped);
			await copies.files.bulkDelete(dropped);
			return { ...info, id };
		}),
	);
}

/** The copies that are kept of database `name`, newest first. */
export async function listSnapshots(name: string): Promise<SnapshotInfo[]> {
	const all = await within(name, (copies) => copies.copies.toArray());
	return (all as SnapshotInfo[]).sort((a, b) => b.t - a.t || b.id - a.id);
}

/** A copy as the file that it is, for `restoreBackup` or to be saved outside. */
export async function readSnapshot(name: string, id: number): Promise<Blob | undefined> {
	return within(name, async (copies) => {
		const [info, file] = await Promise.all([copies.copies.get(id), copies.files.get(id)]);
		return info && file && new Blob([file.bytes], { type: info.type });
	});
}
