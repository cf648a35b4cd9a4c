/** Keeps the rows of the person's own cards as their notes say. */
import { isFromInterview, isOwnCard } from '../content/own-note.ts';
import { memoryBefore } from '../scheduler/memory-start.ts';
import { newRow, rowOf, type CardRow } from './card-row.ts';
import { addToCounters } from './counters.ts';
import { inSlices } from './in-slices.ts';
import { moveHistory } from './move-history.ts';
import { placesOf, startOfCard } from './note-places.ts';
import type { Fields } from './record.ts';
import type { OnsiteDb } from './schema.ts';
import { Tally } from './tally.ts';

/** How many notes are read at once. */
const SLICE = 200;

/**
 * Gives the cards of each of these notes that is the person's own their rows, moves them where they lie now, and
 * hides those that it no longer has: they keep their history and come back with it. Within the caller's
 * transaction, after the notes were written; it must span `cards`, `records`, the counters and the log.
 */
export async function followNotes(
	db: OnsiteDb,
	noteIds: readonly string[],
	today: number,
): Promise<void> {
	const own = [...new Set(noteIds.filter(isOwnCard))];
	if (own.length === 0) return;
	const tally = new Tally();
	const moved = new Map<string, CardRow>();
	const written: CardRow[] = [];
	const starts = new Map<string, Fields>();
	await inSlices(
		own,
		async (slice) => {
			const [notes, rows] = await Promise.all([
				db.records.bulkGet(slice.map((id) => ['note', id] as const)),
				Promise.all(slice.map((id) => rowsOfNote(db, id))),
			]);
			slice.forEach((id, at) => {
				const fields = notes[at]?.fields;
				for (const [before, after] of changesOf(id, fields, rows[at] ?? [], today)) {
					tally.move(before, after);
					written.push(after);
					if (before && before.deckId !== after.deckId) moved.set(after.id, before);
					if (fields?.['starts']) starts.set(after.id, fields);
				}
			});
		},
		SLICE,
	);
	if (moved.size > 0) await moveHistory(db, written, { moved, starts, today }, tally);
	await inSlices(written, (slice) => db.cards.bulkPut(slice));
	await addToCounters(db, tally);
}

/** Every row of a note, hidden ones too. */
async function rowsOfNote(db: OnsiteDb, noteId: string): Promise<CardRow[]> {
	if (isFromInterview(noteId)) return (await db.cards.bulkGet([noteId])).filter((row) => !!row);
	return db.cards.where('id').between(`${noteId}/`, `${noteId}0`).toArray();
}

/** What becomes of the rows of a note; those that stay as they are are left out. */
function changesOf(
	noteId: string,
	fields: Fields | undefined,
	rows: readonly CardRow[],
	today: number,
): [before: CardRow | undefined, after: CardRow][] {
	const places = placesOf(noteId, fields);
	const changes: [CardRow | undefined, CardRow][] = [];
	for (const row of rows) {
		const place = places.get(row.id);
		places.delete(row.id);
		const same = !place || (row.deckId === place.deckId && row.position === place.position);
		if (same && row.gone === !place) continue;
		changes.push([row, rowOf({ ...row, ...place, noteId }, today, !place)]);
	}
	for (const [id, { deckId, position }] of places) {
		const card = newRow(id, noteId, deckId, position);
		const memory = memoryBefore(startOfCard(fields, id));
		changes.push([undefined, rowOf({ ...card, ...memory }, today, false)]);
	}
	return changes;
}
