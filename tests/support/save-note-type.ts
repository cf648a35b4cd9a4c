/** Writes types of notes, as acts to undo. */
import type { NoteType } from '../content/note.ts';
import { commitAct } from './act.ts';
import { changedFields } from './changed-fields.ts';
import { fieldsOfType } from './note-types.ts';
import type { OnsiteDb } from './schema.ts';
import type { WriteMoment } from './write-moment.ts';

/** Keeps a type of notes, or what of it has changed. @throws DbError, and nothing is changed then */
export async function saveNoteType(
	db: OnsiteDb,
	type: NoteType,
	moment: WriteMoment,
): Promise<void> {
	const fields = { ...fieldsOfType(type), deleted: false };
	const edits = await changedFields(db, [{ kind: 'noteType' as const, id: type.id, fields }]);
	if (edits.length > 0) await commitAct(db, { name: 'Edit note type', edits, moment });
}
