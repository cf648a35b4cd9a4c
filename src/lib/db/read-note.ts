/** Reads notes of the person's own: typed here, brought by imports, made after interviews. */
import type { OwnNote } from '../content/note.ts';
import { noteFrom } from './note-fields.ts';
import type { OnsiteDb } from './schema.ts';

/** A note by its id; `undefined` where there is none or it was deleted. */
export async function readNote(db: OnsiteDb, id: string): Promise<OwnNote | undefined> {
	const record = await db.records.get(['note', id]);
	return record && noteFrom(record);
}

/** Several notes by their ids; those that are not there are missing. */
export async function readNotes(
	db: OnsiteDb,
	ids: readonly string[],
): Promise<Map<string, OwnNote>> {
	const records = await db.records.bulkGet(ids.map((id) => ['note', id] as const));
	const notes = new Map<string, OwnNote>();
	for (const record of records) {
		const note = record && noteFrom(record);
		if (note) notes.set(note.id, note);
	}
	return notes;
}

/** Every note. Reads them all: for export and search, not for a start. */
export async function allNotes(db: OnsiteDb): Promise<OwnNote[]> {
	const ranges = ['note/', 'own/'].map((prefix) =>
		db.records
			.where('[kind+id]')
			.between(['note', prefix], ['note', `${prefix}\uffff`])
			.toArray(),
	);
	const records = (await Promise.all(ranges)).flat();
	return records.flatMap((record) => noteFrom(record) ?? []);
}
