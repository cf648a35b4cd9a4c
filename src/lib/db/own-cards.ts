/** Cards that the person made for what the catalog has no card for. */
import { FROM_INTERVIEWS } from '../content/own-note.ts';
import { commitAct } from './act.ts';
import type { CardMiss } from './card-misses.ts';
import { stands } from './note-places.ts';
import type { OnsiteDb } from './schema.ts';
import type { WriteMoment } from './write-moment.ts';

export interface OwnCard {
	/** By `ownCardId`. */
	id: string;
	/** Markdown. */
	front: string;
	back: string;
}

/**
 * Adds a card for what was missed where the catalog has none, first among the new cards. An act to undo.
 * @throws DbError, and nothing is added then
 */
export async function addOwnCard(
	db: OnsiteDb,
	{ id, front, back }: OwnCard,
	{ interview, title, at }: CardMiss,
	moment: WriteMoment,
): Promise<number | undefined> {
	const miss = { interview, title, at: at ?? null, reps: 0 };
	return commitAct(db, {
		name: 'Add card',
		edits: [
			{ kind: 'note', id, fields: { front, back, deck: FROM_INTERVIEWS } },
			{ kind: 'miss', id, fields: miss },
		],
		marks: [{ cardId: id, to: { ahead: moment.t } }],
		moment,
	});
}

/** The cards made for what was missed in an interview, by id; those taken back are left out. */
export async function ownCardsOf(db: OnsiteDb, interview: string): Promise<string[]> {
	const misses = await db.records
		.where('[kind+id]')
		.between(['miss', 'own/'], ['miss', 'own0'])
		.toArray();
	const ids = misses.filter(({ fields }) => fields['interview'] === interview).map(({ id }) => id);
	const notes = await db.records.bulkGet(ids.map((id) => ['note', id] as const));
	return ids.filter((id, at) => stands(id, notes[at]?.fields));
}
