/** Gives every card of the catalog its row, hides those that have left it, and orders the new ones. */
import Dexie from 'dexie';
import { drillOfCard } from '../content/drill-id.ts';
import type { LibraryIndex } from '../content/library.ts';
import { isOwnCard } from '../content/own-note.ts';
import { withDrills } from '../content/study-order.ts';
import { atomically } from './atomic.ts';
import { HELD, newRow, QUEUE, rowOf, type CardRow } from './card-row.ts';
import { addToCounters } from './counters.ts';
import { readToday } from './begin-day.ts';
import type { OnsiteDb } from './schema.ts';
import { Tally } from './tally.ts';

/** The deck of all built-in cards. */
export const CATALOG_DECK = 'catalog';

export interface TakenIn {
	added: number;
	/** Hidden, as their card has left the catalog; history stays. */
	hidden: number;
	/** Back in the catalog. */
	shown: number;
}

/**
 * Takes in a released catalog in one transaction; does nothing where `index.version` is the one taken
 * in last. `positions` orders new cards by id; a card without one comes after all others, in catalog order.
 */
export async function takeInLibrary(
	db: OnsiteDb,
	index: LibraryIndex,
	positions: ReadonlyMap<string, number>,
): Promise<TakenIn> {
	const tables = ['cards', 'days', 'dueCounts', 'totals', 'meta'] as const;
	return atomically(db, tables, async () => {
		const done: TakenIn = { added: 0, hidden: 0, shown: 0 };
		if ((await db.meta.get('library'))?.value === index.version) return done;
		const today = await readToday(db);
		const stored = new Map<string, CardRow>();
		for (const row of await deckRows(db)) stored.set(row.id, row);
		const tally = new Tally();
		const written: CardRow[] = [];
		let last = 0;
		for (const position of positions.values()) last = Math.max(last, position + 1);
		for (const { noteId, id, retired } of catalogCards(index)) {
			const row = stored.get(id);
			// Whoever has begun a retired card goes on with it; nobody else meets it.
			if (retired && (!row || row.phase === 'new')) continue;
			stored.delete(id);
			if (row && !row.gone && row.noteId === noteId) continue;
			const next = row
				? rowOf({ ...row, noteId }, today, false)
				: newRow(id, noteId, CATALOG_DECK, positions.get(id) ?? last++);
			done[row ? 'shown' : 'added'] += 1;
			tally.move(row, next);
			written.push(next);
		}
		for (const row of stored.values()) {
			// Drills come from a file of their own, and the person's cards from the person.
			if (row.gone || drillOfCard(row.id) !== undefined || isOwnCard(row.id)) continue;
			done.hidden += 1;
			const next = rowOf(row, today, true);
			tally.move(row, next);
			written.push(next);
		}
		await db.cards.bulkPut(written);
		await addToCounters(db, tally);
		await db.meta.put({ key: 'library', value: index.version });
		return done;
	});
}

/** Every card of a catalog. */
export function* catalogCards(
	index: LibraryIndex,
): Generator<{ noteId: string; id: string; retired: boolean }> {
	for (const { id: noteId, cards } of index.patterns) {
		for (const { slug, retired } of cards) {
			yield { noteId, id: `${noteId}/${slug}`, retired: retired ?? false };
		}
	}
}

async function deckRows(db: OnsiteDb): Promise<CardRow[]> {
	return db.cards
		.where('[deckId+queue+order+tie]')
		.between([CATALOG_DECK, Dexie.minKey], [CATALOG_DECK, Dexie.maxKey])
		.toArray();
}

/**
 * Puts the new cards of a deck in the order of `ids`; new cards not named follow in their old order. Drills come
 * between them where they are let in, and are held apart where not. Writes only rows whose position changes, in one
 * transaction.
 */
export async function positionNewCards(
	db: OnsiteDb,
	deckId: string,
	ids: readonly string[],
	options: { drills: boolean },
): Promise<void> {
	const tables = ['cards', 'days', 'dueCounts', 'totals', 'outbox', 'meta'] as const;
	await atomically(db, tables, async () => {
		const today = await readToday(db);
		const [held, fresh] = await Promise.all([
			queueRows(db, deckId, QUEUE.held),
			queueRows(db, deckId, QUEUE.new),
		]);
		const drills = [...fresh, ...held].filter(({ id }) => drillOfCard(id) !== undefined);
		const cards = new Map(fresh.map((row) => [row.id, row]));
		for (const { id } of drills) cards.delete(id);
		const known = ids.filter((id) => cards.has(id));
		const inOrder = [...new Set([...known, ...cards.keys()])].flatMap((id) => cards.get(id) ?? []);
		drills.sort((a, b) => a.position - b.position);
		const order = options.drills ? withDrills(inOrder, drills) : inOrder;
		const tally = new Tally();
		const written: CardRow[] = [];
		const place = (row: CardRow, position: number) => {
			if (row.position === position) return;
			const next = rowOf({ ...row, position }, today, row.gone);
			tally.move(row, next);
			written.push(next);
		};
		order.forEach(place);
		if (!options.drills) drills.forEach((row, at) => place(row, HELD + at));
		if (written.length === 0) return;
		await db.cards.bulkPut(written);
		await addToCounters(db, tally);
		await db.outbox.add({ what: 'cards' });
	});
}

async function queueRows(db: OnsiteDb, deckId: string, queue: number): Promise<CardRow[]> {
	return db.cards
		.where('[deckId+queue+order+tie]')
		.between([deckId, queue, Dexie.minKey], [deckId, queue, Dexie.maxKey])
		.toArray();
}
