/** Gives every drill its row. Drills wait apart from the new cards until the person lets them in. */
import { DRILL_PREFIX, drillCardId } from '../content/drill-id.ts';
import { atomically } from './atomic.ts';
import { readToday } from './begin-day.ts';
import { HELD, newRow, rowOf, type CardRow } from './card-row.ts';
import { CATALOG_DECK } from './catalog-rows.ts';
import { addToCounters } from './counters.ts';
import type { OnsiteDb } from './schema.ts';
import { Tally } from './tally.ts';

/** The library file whose drills were taken in last; undefined before the first. */
export async function drillsTakenIn(db: OnsiteDb): Promise<string | undefined> {
	const value = (await db.meta.get('drills'))?.value;
	return typeof value === 'string' ? value : undefined;
}

/**
 * Takes in the drills of a library file in one transaction: new ones are held apart, those that left are hidden with
 * their history. Does nothing where this file was taken in last.
 * @param drills in the order in which new ones are met
 * @returns whether there are new ones, which have no place among the new cards yet
 * @throws DbError, and nothing is changed then
 */
export async function takeInDrills(
	db: OnsiteDb,
	file: string,
	drills: readonly { id: string; retired: boolean }[],
): Promise<boolean> {
	const tables = ['cards', 'days', 'dueCounts', 'totals', 'meta'] as const;
	return atomically(db, tables, async () => {
		if ((await drillsTakenIn(db)) === file) return false;
		const today = await readToday(db);
		const rows = await db.cards.where(':id').startsWith(DRILL_PREFIX).toArray();
		const stored = new Map(rows.map((row) => [row.id, row]));
		const tally = new Tally();
		const written: CardRow[] = [];
		const write = (row: CardRow | undefined, next: CardRow) => {
			tally.move(row, next);
			written.push(next);
		};
		let added = false;
		drills.forEach(({ id, retired }, at) => {
			const cardId = drillCardId(id);
			const row = stored.get(cardId);
			// Whoever has begun a retired drill goes on with it; nobody else meets it.
			if (retired && (!row || row.phase === 'new')) return;
			stored.delete(cardId);
			if (!row) write(undefined, newRow(cardId, cardId, CATALOG_DECK, HELD + at));
			else if (row.gone || row.noteId !== cardId)
				write(row, rowOf({ ...row, noteId: cardId }, today, false));
			added ||= !row;
		});
		for (const row of stored.values()) if (!row.gone) write(row, rowOf(row, today, true));
		await db.cards.bulkPut(written);
		await addToCounters(db, tally);
		await db.meta.put({ key: 'drills', value: file });
		return added;
	});
}
