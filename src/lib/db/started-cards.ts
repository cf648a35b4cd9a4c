/** Reads the cards of a deck that have a memory: as many rows as were ever studied, not as many as there are. */
import Dexie from 'dexie';
import type { CardState } from '../scheduler/card-state.ts';
import { QUEUE, stateOf } from './card-row.ts';
import type { OnsiteDb } from './schema.ts';

/** Every answered card of a deck, also suspended and buried ones; those that left the catalog are left out. */
export async function startedCards(db: OnsiteDb, deckId: string): Promise<CardState[]> {
	const between = (from: number, to: number) =>
		db.cards
			.where('[deckId+queue+order+tie]')
			.between([deckId, from, Dexie.minKey], [deckId, to, Dexie.maxKey], true, true)
			.toArray();
	return db.transaction('r', db.cards, async () => {
		const [held, waiting] = await Promise.all([
			between(QUEUE.buried, QUEUE.suspended),
			between(QUEUE.intraday, QUEUE.due),
		]);
		return [...held, ...waiting].filter(({ phase }) => phase !== 'new').map(stateOf);
	});
}

/** Every card of a deck that may be studied, new ones too: those held apart, buried or suspended are left out. */
export async function studyableCards(db: OnsiteDb, deckId: string): Promise<CardState[]> {
	const rows = await db.cards
		.where('[deckId+queue+order+tie]')
		.between([deckId, QUEUE.new, Dexie.minKey], [deckId, QUEUE.due, Dexie.maxKey], true, true)
		.toArray();
	return rows.map(stateOf);
}

/** Ids of the cards of a deck that are held apart until the person says otherwise, new ones too. */
export async function suspendedCards(db: OnsiteDb, deckId: string): Promise<string[]> {
	const { suspended } = QUEUE;
	const rows = db.cards
		.where('[deckId+queue+order+tie]')
		.between([deckId, suspended, Dexie.minKey], [deckId, suspended, Dexie.maxKey], true, true);
	return (await rows.primaryKeys()) as string[];
}
