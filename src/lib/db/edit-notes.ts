/** What is done with many notes at once, each one act to undo, resolving to its number if anything changed. */
import { noteOfCard } from '../content/own-note.ts';
import type { OwnNote } from '../content/note.ts';
import { commitAct, type Act } from './act.ts';
import { changedFields } from './changed-fields.ts';
import { deletedDecks, revivalOf } from './deck-revival.ts';
import { deckOfCard, fieldsOfNote } from './note-fields.ts';
import { readNotes } from './read-note.ts';
import type { OnsiteDb } from './schema.ts';
import type { WriteMoment } from './write-moment.ts';

export type NoteEdit = NonNullable<Act['edits']>[number];

/** Deletes notes with their cards; these keep their history and come back with them. @throws DbError */
export async function deleteNotes(
	db: OnsiteDb,
	ids: readonly string[],
	moment: WriteMoment,
): Promise<number | undefined> {
	return write(db, named('Delete', ids.length, 'note'), deletionsOf(ids), moment);
}

/** What deleting notes writes. */
export function deletionsOf(ids: readonly string[]): NoteEdit[] {
	return ids.map((id) => ({ kind: 'note', id, fields: { deleted: true } }));
}

/**
 * Moves cards to a deck, where they are scheduled by its preset; what was done with them counts for it from then
 * on. Cards of the catalog stay where they are.
 * @throws DbError, and nothing is changed then
 */
export async function moveCards(
	db: OnsiteDb,
	cardIds: readonly string[],
	deckId: string,
	moment: WriteMoment,
): Promise<number | undefined> {
	const revived = (await deletedDecks(db, [deckId])).map(revivalOf);
	const edits = [...revived, ...(await movesOf(db, cardIds, deckId))];
	return write(db, named('Move', cardIds.length, 'card'), edits, moment);
}

/** What moving cards writes. */
export async function movesOf(
	db: OnsiteDb,
	cardIds: readonly string[],
	deckId: string,
): Promise<NoteEdit[]> {
	const wanted = new Map<string, Set<number>>();
	for (const cardId of cardIds) {
		const { noteId, ordinal } = noteOfCard(cardId);
		wanted.set(noteId, (wanted.get(noteId) ?? new Set()).add(ordinal));
	}
	const edits: NoteEdit[] = [];
	for (const note of (await readNotes(db, [...wanted.keys()])).values()) {
		const ordinals = wanted.get(note.id) ?? new Set();
		const decks = { ...note.decks };
		for (const ordinal of ordinals) decks[ordinal] = deckId;
		edits.push({ kind: 'note', id: note.id, fields: fieldsOfNote(settled({ ...note, decks })) });
	}
	return edits;
}

/** The note with a deck in which one of its cards lies, and decks only for cards that lie elsewhere. */
export function settled(note: OwnNote): OwnNote {
	const homes = note.ordinals.map((ordinal) => deckOfCard(note, ordinal));
	const deck = homes.includes(note.deck) ? note.deck : (homes[0] ?? note.deck);
	const everywhere = { ...Object.fromEntries(note.ordinals.map((at, k) => [at, homes[k]])) };
	const decks = Object.entries({ ...note.decks, ...everywhere }).filter(([, id]) => id !== deck);
	return { ...note, deck, decks: Object.fromEntries(decks) as OwnNote['decks'] };
}

/**
 * Adds tags to notes and takes others away; tags are one where only capitals differ.
 * @returns the number of the act and how many notes it changed; `undefined` where none
 * @throws DbError
 */
export async function tagNotes(
	db: OnsiteDb,
	ids: readonly string[],
	{ add = [], remove = [] }: { add?: readonly string[]; remove?: readonly string[] },
	moment: WriteMoment,
): Promise<{ seq: number; notes: number } | undefined> {
	const without = new Set(remove.map(plain));
	const wanted: NoteEdit[] = [];
	for (const note of (await readNotes(db, ids)).values()) {
		const kept = note.tags.filter((tag) => !without.has(plain(tag)));
		const known = new Set(kept.map(plain));
		const tags = [...kept, ...add.filter((tag) => !known.has(plain(tag)))];
		const fields = { tags, modified: moment.t };
		wanted.push({ kind: 'note', id: note.id, fields });
	}
	const edits = await changedFields(db, wanted, ['modified']);
	const seq = await write(db, named('Tag', edits.length, 'note'), edits, moment);
	return seq === undefined ? undefined : { seq, notes: edits.length };
}

function plain(tag: string): string {
	return tag.normalize('NFC').toLowerCase();
}

/** "Delete note", "Delete 5 notes". */
function named(verb: string, count: number, what: string): string {
	return count === 1 ? `${verb} ${what}` : `${verb} ${count.toLocaleString('en')} ${what}s`;
}

async function write(
	db: OnsiteDb,
	name: string,
	wanted: readonly NoteEdit[],
	moment: WriteMoment,
): Promise<number | undefined> {
	const edits = await changedFields(db, wanted, ['modified']);
	return edits.length > 0 ? commitAct(db, { name, edits, moment }) : undefined;
}
