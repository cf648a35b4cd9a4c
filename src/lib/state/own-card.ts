/** Reads a card of one of the person's own notes, ready to show. */
import type { CompiledCard } from '$lib/content/card.ts';
import { noteOfCard } from '$lib/content/own-note.ts';
import { readMedia } from '$lib/db/media.ts';
import { readNoteType } from '$lib/db/note-types.ts';
import { readDeck } from '$lib/db/read-decks.ts';
import { readNote } from '$lib/db/read-note.ts';
import type { OnsiteDb } from '$lib/db/schema.ts';
import { compileNote } from './compile-note.ts';

/** @returns undefined where the note or its type is not there @throws DbError */
export async function loadOwnCard(db: OnsiteDb, cardId: string): Promise<CompiledCard | undefined> {
	const { noteId, ordinal } = noteOfCard(cardId);
	const note = await readNote(db, noteId);
	if (!note) return undefined;
	const [type, deck] = await Promise.all([
		readNoteType(db, note.noteType),
		readDeck(db, note.decks[ordinal] ?? note.deck),
	]);
	if (!type) return undefined;
	const media = (name: string) => readMedia(db, name);
	return compileNote(cardId, { note, type, ordinal, deck: deck?.path ?? [], media });
}
