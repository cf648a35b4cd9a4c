/**
 * What was recorded of talk-throughs. On this device only: an hour of it outweighs everything else a hundred
 * times, so backups and copies leave it out, and the screens say so.
 */
import { atomically } from './atomic.ts';
import type { RecordingInfo } from './interview-rows.ts';
import { recordsOf } from './records.ts';
import type { OnsiteDb } from './schema.ts';

export type { RecordingInfo } from './interview-rows.ts';

/** Stores a piece; one with the same id is stored once. @throws DbError, and nothing is stored then */
export async function addRecording(
	db: OnsiteDb,
	info: Omit<RecordingInfo, 'size'>,
	bytes: ArrayBuffer,
): Promise<void> {
	await atomically(db, ['recordings', 'recordingBytes'], async () => {
		await db.recordings.put({ ...info, size: bytes.byteLength });
		await db.recordingBytes.put({ id: info.id, bytes });
	});
}

/** The pieces of an interview in their order, without their bytes. */
export async function recordingsOf(db: OnsiteDb, interview: string): Promise<RecordingInfo[]> {
	const pieces = await db.recordings.where('interview').equals(interview).toArray();
	return pieces.sort((a, b) => a.seq - b.seq);
}

/** Every piece of every interview, without bytes, to show how much room they take. */
export async function allRecordings(db: OnsiteDb): Promise<RecordingInfo[]> {
	return db.recordings.toArray();
}

/** The bytes of a piece. */
export async function recordingBytes(db: OnsiteDb, id: string): Promise<ArrayBuffer | undefined> {
	return (await db.recordingBytes.get(id))?.bytes;
}

/** Removes all pieces of an interview for good. @throws DbError, and nothing is removed then */
export async function deleteRecordings(db: OnsiteDb, interview: string): Promise<void> {
	await atomically(db, ['recordings', 'recordingBytes'], async () => {
		const ids = await db.recordings.where('interview').equals(interview).primaryKeys();
		await db.recordingBytes.bulkDelete(ids);
		await db.recordings.bulkDelete(ids);
	});
}

/**
 * Removes for good what was recorded of deleted interviews, once their deletion can no longer be undone.
 * @param day study day now: acts of it can still be undone
 * @throws DbError, and nothing is removed then
 */
export async function dropOrphanedRecordings(db: OnsiteDb, day: number): Promise<void> {
	await atomically(db, ['recordings', 'recordingBytes', 'records', 'actions'], async () => {
		const [records, acts] = await Promise.all([recordsOf(db, 'interview'), db.actions.toArray()]);
		const undoable = new Set(
			acts.filter((act) => act.day >= day).flatMap(({ edits }) => edits.map(({ id }) => id)),
		);
		const gone = records.flatMap(({ id, fields }) =>
			fields['deleted'] === true && !undoable.has(id) ? id : [],
		);
		const pieces = await db.recordings.where('interview').anyOf(gone).primaryKeys();
		await db.recordingBytes.bulkDelete(pieces);
		await db.recordings.bulkDelete(pieces);
	});
}
