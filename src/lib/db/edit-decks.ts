/** Makes, renames and deletes decks of the person's own, each one act to undo, resolving to its number if anything changed. */
import Dexie from 'dexie';
import type { OwnDeck, OwnNote } from '../content/note.ts';
import { commitAct } from './act.ts';
import { changedFields } from './changed-fields.ts';
import { settled, type NoteEdit } from './edit-notes.ts';
import { deckOfCard, fieldsOfNote } from './note-fields.ts';
import { allDecks } from './read-decks.ts';
import { readNotes } from './read-note.ts';
import type { OnsiteDb } from './schema.ts';
import type { WriteMoment } from './write-moment.ts';

/** Adds a deck, or writes what of it has changed. @throws DbError, and nothing is changed then */
export async function saveDeck(
	db: OnsiteDb,
	deck: OwnDeck,
	moment: WriteMoment,
): Promise<number | undefined> {
	const known = await db.records.get(['deck', deck.id]);
	const { path, description, presetId, daily, origin } = deck;
	const fields = {
		...{ path: [...path], description, presetId: presetId ?? null, daily, deleted: false },
		...(origin === undefined ? {} : { origin }),
	};
	const edits = await changedFields(db, [{ kind: 'deck' as const, id: deck.id, fields }]);
	if (edits.length === 0) return undefined;
	return commitAct(db, { name: known ? 'Edit deck' : 'Add deck', edits, moment });
}

/**
 * Gives a deck another path, and those under it with it.
 * @param path from the root down, at least one name
 * @throws DbError, and nothing is changed then
 */
export async function renameDeck(
	db: OnsiteDb,
	id: string,
	path: readonly string[],
	moment: WriteMoment,
): Promise<number | undefined> {
	const decks = await allDecks(db);
	const old = decks.find((deck) => deck.id === id);
	if (!old) return undefined;
	const edits = (await subtree(db, old)).map((deck): NoteEdit => {
		const fields = { path: [...path, ...deck.path.slice(old.path.length)] };
		return { kind: 'deck', id: deck.id, fields };
	});
	const changed = await changedFields(db, edits);
	if (changed.length === 0) return undefined;
	return commitAct(db, { name: 'Rename deck', edits: changed, moment });
}

/**
 * Deletes a deck and those under it, with their notes or after moving their cards to another deck. A note that has
 * cards elsewhere too stays, and its cards lie together there.
 * @throws DbError, and nothing is changed then
 */
export async function deleteDeck(
	db: OnsiteDb,
	id: string,
	cards: 'delete' | { moveTo: string },
	moment: WriteMoment,
): Promise<number | undefined> {
	const deck = (await allDecks(db)).find((each) => each.id === id);
	if (!deck) return undefined;
	const decks = await subtree(db, deck);
	const gone = new Set(decks.map((each) => each.id));
	const edits: NoteEdit[] = decks.map((each) => {
		return { kind: 'deck', id: each.id, fields: { deleted: true } };
	});
	const notes = await readNotes(db, await notesIn(db, [...gone]));
	for (const note of notes.values()) edits.push(without(note, gone, cards));
	const changed = await changedFields(db, edits);
	return commitAct(db, { name: 'Delete deck', edits: changed, moment });
}

/** What becomes of a note when these decks go. */
function without(
	note: OwnNote,
	gone: ReadonlySet<string>,
	cards: 'delete' | { moveTo: string },
): NoteEdit {
	const homes = note.ordinals.map((ordinal) => deckOfCard(note, ordinal));
	const target = cards === 'delete' ? homes.find((home) => !gone.has(home)) : cards.moveTo;
	if (target === undefined) return { kind: 'note', id: note.id, fields: { deleted: true } };
	const stay = (home: string) => (gone.has(home) ? target : home);
	const decks = Object.entries(note.decks).map(([ordinal, home]) => [ordinal, stay(home)]);
	const moved = settled({ ...note, deck: stay(note.deck), decks: Object.fromEntries(decks) });
	return { kind: 'note', id: note.id, fields: fieldsOfNote(moved) };
}

/** A deck and those under it. */
async function subtree(db: OnsiteDb, { path }: OwnDeck): Promise<OwnDeck[]> {
	const decks = await allDecks(db);
	return decks.filter((deck) => path.every((name, at) => deck.path[at] === name));
}

/** The notes that have a card in one of these decks, if only a hidden one. */
async function notesIn(db: OnsiteDb, deckIds: readonly string[]): Promise<string[]> {
	const ids = new Set<string>();
	for (const deckId of deckIds) {
		const rows = await db.cards
			.where('[deckId+queue+order+tie]')
			.between([deckId, Dexie.minKey], [deckId, Dexie.maxKey])
			.toArray();
		for (const { noteId } of rows) ids.add(noteId);
	}
	return [...ids];
}
