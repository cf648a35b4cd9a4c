/** Pictures and sounds of notes: kept once under their hash, found by the name that notes say. */
import { atomically } from './atomic.ts';
import { RecordWriter } from './record-writer.ts';
import type { OnsiteDb } from './schema.ts';
import type { WriteMoment } from './write-moment.ts';

export interface Media {
	/** `image/png`. */
	type: string;
	bytes: ArrayBuffer;
}

/** What a name stands for; `undefined` where there is no such name, or its bytes are not on this device. */
export async function readMedia(db: OnsiteDb, name: string): Promise<Media | undefined> {
	const fields = (await db.records.get(['media', name]))?.fields;
	const hash = fields?.['hash'];
	if (typeof hash !== 'string' || fields?.['deleted'] === true) return undefined;
	const row = await db.media.get(hash);
	return row && { type: row.type, bytes: row.bytes };
}

/** The bytes of a hash, named or not yet; `undefined` where they are not on this device. */
export async function mediaOfHash(db: OnsiteDb, hash: string): Promise<Media | undefined> {
	const row = await db.media.get(hash);
	return row && { type: row.type, bytes: row.bytes };
}

/**
 * Keeps bytes under their hash, once; they are found only when `nameMedia` has named them.
 * @param hash SHA-256, hexadecimal
 * @throws DbError, and nothing is kept then
 */
export async function putMedia(
	db: OnsiteDb,
	hash: string,
	type: string,
	bytes: ArrayBuffer,
): Promise<void> {
	await atomically(db, ['media'], async () => {
		if ((await db.media.where('hash').equals(hash).count()) > 0) return;
		await db.media.add({ hash, type, size: bytes.byteLength, bytes });
	});
}

/** Gives bytes the name by which notes call them. @throws DbError, and nothing is named then */
export async function nameMedia(
	db: OnsiteDb,
	name: string,
	file: { hash: string; type: string; size: number },
	moment: WriteMoment,
): Promise<void> {
	await atomically(db, ['records', 'outbox', 'meta'], async () => {
		const records = new RecordWriter(db, moment);
		await records.write('media', name, { ...file, deleted: false });
		await records.save();
	});
}
