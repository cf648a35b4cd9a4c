/** Writes notes of the person's own, as acts to undo. */
import type { OwnNote } from '../content/note.ts';
import { commitAct } from './act.ts';
import { changedFields } from './changed-fields.ts';
import { fieldsOfNote } from './note-fields.ts';
import type { OnsiteDb } from './schema.ts';
import type { WriteMoment } from './write-moment.ts';

/**
 * Adds a note, or writes what of it has changed; its cards get their rows, and those that it no longer makes are
 * hidden with their history. Says whether anything was written.
 * @throws DbError, and nothing is changed then
 */
export async function saveNote(
	db: OnsiteDb,
	note: OwnNote,
	moment: WriteMoment,
	name?: string,
): Promise<boolean> {
	const known = await db.records.get(['note', note.id]);
	const usual = known ? 'Edit note' : 'Add note';
	return saveNotes(db, [note], moment, name ?? usual);
}

/** As `saveNote`, for many in one act. */
export async function saveNotes(
	db: OnsiteDb,
	notes: readonly OwnNote[],
	moment: WriteMoment,
	name: string,
): Promise<boolean> {
	const wanted = notes.map((note) => ({
		...{ kind: 'note' as const, id: note.id },
		fields: { ...fieldsOfNote({ ...note, modified: moment.t }), deleted: false },
	}));
	const edits = await changedFields(db, wanted, ['modified']);
	if (edits.length === 0) return false;
	await commitAct(db, { name, edits, moment });
	return true;
}
