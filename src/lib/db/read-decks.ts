/** Reads decks of the person's own, and how many cards wait in each. */
import Dexie from 'dexie';
import type { OwnDeck } from '../content/note.ts';
import { reading } from './atomic.ts';
import type { StampedRecord } from './record.ts';
import type { OnsiteDb } from './schema.ts';

const PREFIX = 'deck/';

/** What waits in a deck itself, without the decks in it. */
export interface DeckCounts {
	new: number;
	/** Within today's learning steps. */
	learning: number;
	/** Due up to the day. */
	due: number;
}

/** The deck within a record; `undefined` where it has no path or was deleted. */
export function deckFrom({
	id,
	fields,
}: Pick<StampedRecord, 'id' | 'fields'>): OwnDeck | undefined {
	const { path, description, presetId, daily, origin, deleted } = fields;
	if (deleted === true || !id.startsWith(PREFIX) || !Array.isArray(path)) return undefined;
	const names = path.filter((name) => typeof name === 'string' && name !== '') as string[];
	if (names.length === 0) return undefined;
	return {
		...{ id, path: names, description: typeof description === 'string' ? description : '' },
		...(typeof presetId === 'string' ? { presetId } : {}),
		...{ daily: daily !== false },
		...(typeof origin === 'string' ? { origin } : {}),
	};
}

/** Every deck of the person's own, by path. */
export async function allDecks(db: OnsiteDb): Promise<OwnDeck[]> {
	const records = await db.records
		.where('[kind+id]')
		.between(['deck', PREFIX], ['deck', `${PREFIX}\uffff`])
		.toArray();
	const decks = records.flatMap((record) => deckFrom(record) ?? []);
	const inOrder = new Intl.Collator('en', { numeric: true });
	return decks.sort((a, b) => inOrder.compare(a.path.join('\0'), b.path.join('\0')));
}

/** A deck by its id. */
export async function readDeck(db: OnsiteDb, id: string): Promise<OwnDeck | undefined> {
	const record = await db.records.get(['deck', id]);
	return record && deckFrom(record);
}

/** What waits on study day `day`, by deck; decks in which nothing waits are missing. From counters alone. */
export async function deckCounts(db: OnsiteDb, day: number): Promise<Map<string, DeckCounts>> {
	return reading(db, ['totals', 'dueCounts'], async () => {
		const totals = await db.totals.toArray();
		const waiting = await Promise.all(totals.map(({ deckId }) => dueUpTo(db, deckId, day)));
		const counts = new Map<string, DeckCounts>();
		totals.forEach(({ deckId, new: fresh, intraday }, at) => {
			const due = waiting[at] ?? 0;
			if (fresh + intraday + due > 0) counts.set(deckId, { new: fresh, learning: intraday, due });
		});
		return counts;
	});
}

async function dueUpTo(db: OnsiteDb, deckId: string, day: number): Promise<number> {
	const rows = await db.dueCounts
		.where('[deckId+day]')
		.between([deckId, Dexie.minKey], [deckId, day], true, true)
		.toArray();
	return rows.reduce((sum, { cards }) => sum + cards, 0);
}
