/** Keeps the rows of the person's own cards as their notes say. */
import { isOwnCard } from '../content/own-note.ts';
import { HELD, newRow, rowOf, type CardRow } from './card-row.ts';
import { addToCounters } from './counters.ts';
import type { Fields } from './record.ts';
import type { OnsiteDb } from './schema.ts';
import { CATALOG_DECK } from './catalog-rows.ts';
import { Tally } from './tally.ts';

/** Whether a note has a text and was not deleted. */
export function stands(fields: Fields | undefined): boolean {
	const { front, back, deleted } = fields ?? {};
	return typeof front === 'string' && typeof back === 'string' && deleted !== true;
}

/**
 * Gives each of these notes that is the person's own its row, or hides it where the note was taken back. Within the
 * caller's transaction, after the notes were written.
 */
export async function followNotes(
	db: OnsiteDb,
	noteIds: readonly string[],
	today: number,
): Promise<void> {
	const own = noteIds.filter(isOwnCard);
	if (own.length === 0) return;
	const [rows, notes] = await Promise.all([
		db.cards.bulkGet(own),
		db.records.bulkGet(own.map((id) => ['note', id] as const)),
	]);
	const tally = new Tally();
	const written: CardRow[] = [];
	own.forEach((id, at) => {
		const [row, gone] = [rows[at], !stands(notes[at]?.fields)];
		if (row ? row.gone === gone : gone) return;
		// A card of one's own waits behind the catalog unless it was asked for.
		const next = rowOf(row ?? newRow(id, id, CATALOG_DECK, HELD - 1), today, gone);
		tally.move(row, next);
		written.push(next);
	});
	await db.cards.bulkPut(written);
	await addToCounters(db, tally);
}
