/** Keeps a type of notes as an import does, but as an act of its own. */
import type { NoteType } from '../../src/lib/content/note.ts';
import { commitAct } from '../../src/lib/db/act.ts';
import { changedFields } from '../../src/lib/db/changed-fields.ts';
import { fieldsOfType } from '../../src/lib/db/note-types.ts';
import type { OnsiteDb } from '../../src/lib/db/schema.ts';
import type { WriteMoment } from '../../src/lib/db/write-moment.ts';

/** Keeps a type of notes, or what of it has changed. */
export async function saveNoteType(
	db: OnsiteDb,
	type: NoteType,
	moment: WriteMoment,
): Promise<void> {
	const fields = { ...fieldsOfType(type), deleted: false };
	const edits = await changedFields(db, [{ kind: 'noteType' as const, id: type.id, fields }]);
	if (edits.length > 0) await commitAct(db, { name: 'Edit note type', edits, moment });
}
