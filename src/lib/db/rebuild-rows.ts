/** The rows that there should be, by the rows that there are, the notes of the person's own, and the log. */
import { isOwnCard, noteOfCard } from '../content/own-note.ts';
import { newRow, type CardRow } from './card-row.ts';
import { CATALOG_DECK } from './catalog-rows.ts';
import { placesOf, type CardPlace } from './note-places.ts';
import type { Fields } from './record.ts';
import type { Finding } from './rebuild.ts';

export type Notes = ReadonlyMap<string, Fields>;

/**
 * Adds to `rows` those that are missing: of cards that notes say there are, and, hidden, of cards that have a log
 * and nothing else. Says which.
 */
export function addMissing(rows: CardRow[], notes: Notes, answered: Iterable<string>): Finding[] {
	const findings: Finding[] = [];
	const known = new Set(rows.map(({ id }) => id));
	for (const [noteId, fields] of notes) {
		if (!isOwnCard(noteId)) continue;
		for (const [id, { deckId, position }] of placesOf(noteId, fields)) {
			if (known.has(id)) continue;
			known.add(id);
			rows.push(newRow(id, noteId, deckId, position));
			const text = `Card ${id} was missing, though its note says that there is one.`;
			findings.push({ kind: 'note', text, cardIds: [id] });
		}
	}
	for (const id of answered) {
		if (known.has(id)) continue;
		const text = `Card ${id} has answers but was missing; it is kept, hidden until its note is back.`;
		findings.push({ kind: 'orphan', text, cardIds: [id] });
		const row = newRow(id, id.slice(0, Math.max(0, id.lastIndexOf('/'))), CATALOG_DECK, 0);
		rows.push({ ...row, gone: true });
	}
	return findings;
}

/** Where a card lies: by its note, if it is of the person's own; `undefined` while it is to be hidden. */
export function placeOf(row: CardRow, notes: Notes): CardPlace | undefined {
	if (!isOwnCard(row.id)) return row.gone ? undefined : row;
	const { noteId } = noteOfCard(row.id);
	return placesOf(noteId, notes.get(noteId)).get(row.id);
}

/** In words, where a row is not in its place; at most one. */
export function misplaced(row: CardRow, place: CardPlace | undefined): Finding[] {
	const cardIds = [row.id];
	const is = row.gone ? 'hidden' : 'shown';
	if (row.gone === (place !== undefined)) {
		const text = `Card ${row.id} is ${is}, its note says otherwise.`;
		return [{ kind: 'note', text, cardIds }];
	}
	if (!place || (place.deckId === row.deckId && place.position === row.position)) return [];
	const text = `Card ${row.id} lies in ${row.deckId}, its note says ${place.deckId}.`;
	return [{ kind: 'note', text, cardIds }];
}
