/** Which notes have been begun. */
import { QUEUE } from './card-row.ts';
import type { OnsiteDb } from './schema.ts';

/** Those of the given notes of which at least one card was answered. */
export async function startedNotes(db: OnsiteDb, noteIds: readonly string[]): Promise<Set<string>> {
	const rows = await db.cards.where('noteId').anyOf(noteIds).toArray();
	const begun = rows.filter(({ phase, queue }) => phase !== 'new' && queue !== QUEUE.gone);
	return new Set(begun.map(({ noteId }) => noteId));
}
