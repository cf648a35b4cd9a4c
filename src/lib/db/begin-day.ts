/** What happens once when a new study day begins: burials end, yesterday's acts can no longer be undone. */
import Dexie from 'dexie';
import { atomically } from './atomic.ts';
import { QUEUE, rowOf } from './card-row.ts';
import { addToCounters } from './counters.ts';
import type { OnsiteDb } from './schema.ts';
import { Tally } from './tally.ts';

/**
 * Begins study day `day`: cards buried before it return to their queue. Does nothing where the day
 * has begun already; a day never goes back. Returns the study day in force.
 */
export async function unburyBefore(db: OnsiteDb, day: number): Promise<number> {
	const tables = ['cards', 'dueCounts', 'totals', 'days', 'actions', 'meta'] as const;
	return atomically(db, tables, () => beginDay(db, day));
}

/**
 * Makes `day` the study day in force even where a later one had begun: the person says that the clock
 * was wrong then and is right now. What was undoable belongs to the other day and is let go.
 */
export async function correctDay(db: OnsiteDb, day: number): Promise<void> {
	const tables = ['cards', 'dueCounts', 'totals', 'days', 'actions', 'meta'] as const;
	await atomically(db, tables, async () => {
		if (day >= (await readToday(db))) {
			await beginDay(db, day);
			return;
		}
		await db.actions.clear();
		await db.meta.put({ key: 'today', value: day });
	});
}

/** As `unburyBefore`, within the caller's transaction. */
export async function beginDay(db: OnsiteDb, day: number): Promise<number> {
	const today = await readToday(db);
	if (day <= today) return today;
	const tally = new Tally();
	const deckIds = await db.totals.toCollection().primaryKeys();
	for (const deckId of deckIds) {
		const over = await db.cards
			.where('[deckId+queue+order+tie]')
			.between([deckId, QUEUE.buried, Dexie.minKey], [deckId, QUEUE.buried, day])
			.toArray();
		const rows = over.map((card) => rowOf(card, day, card.gone));
		rows.forEach((row, index) => tally.move(over[index], row));
		await db.cards.bulkPut(rows);
	}
	await addToCounters(db, tally);
	await db.actions.clear();
	await db.meta.put({ key: 'today', value: day });
	return day;
}

/** The latest study day that has begun here; 0 before the first. */
export async function readToday(db: OnsiteDb): Promise<number> {
	const row = await db.meta.get('today');
	return typeof row?.value === 'number' ? row.value : 0;
}
