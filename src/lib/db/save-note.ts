/** Writes notes of the person's own, as acts to undo. */
import type { OwnNote } from '../content/note.ts';
import { commitAct } from './act.ts';
import { changedFields } from './changed-fields.ts';
import { deletedDecks, revivalOf } from './deck-revival.ts';
import type { NoteEdit } from './edit-notes.ts';
import { fieldsOfNote } from './note-fields.ts';
import type { OnsiteDb } from './schema.ts';
import type { WriteMoment } from './write-moment.ts';

/**
 * Adds a note, or writes what of it has changed; its cards get their rows, and those that it no longer makes are
 * hidden with their history. Resolves to the number of the act, `undefined` where nothing had changed.
 * @param options `also`: what else belongs to the act, such as a deck that is made with the note
 * @throws DbError, and nothing is changed then
 */
export async function saveNote(
	db: OnsiteDb,
	note: OwnNote,
	moment: WriteMoment,
	{ also = [] }: { also?: readonly NoteEdit[] } = {},
): Promise<number | undefined> {
	const known = await db.records.get(['note', note.id]);
	return saveNotes(db, [note], moment, { name: known ? 'Edit note' : 'Add note', also });
}

/** As `saveNote`, for many in one act. */
export async function saveNotes(
	db: OnsiteDb,
	notes: readonly OwnNote[],
	moment: WriteMoment,
	{ name, also = [] }: { name: string; also?: readonly NoteEdit[] },
): Promise<number | undefined> {
	const wanted = notes.map((note) => ({
		...{ kind: 'note' as const, id: note.id },
		fields: { ...fieldsOfNote({ ...note, modified: moment.t }), deleted: false },
	}));
	const changed = [...also, ...(await changedFields(db, wanted, ['modified']))];
	if (changed.length === 0) return undefined;
	// Deleted in another tab meanwhile, its deck would keep the note out of every list.
	const homes = notes.flatMap(({ deck, decks }) => [deck, ...Object.values(decks)]);
	const edits = [...(await deletedDecks(db, homes)).map(revivalOf), ...changed];
	return commitAct(db, { name, edits, moment });
}
