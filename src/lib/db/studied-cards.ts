/** Reads what statistics need of cards: every one that was answered, of every deck. */
import Dexie from 'dexie';
import type { CardState } from '../scheduler/card-state.ts';
import { reading } from './atomic.ts';
import { QUEUE, stateOf } from './card-row.ts';
import { recordsOf } from './records.ts';
import type { OnsiteDb } from './schema.ts';
import { startedCards } from './started-cards.ts';

export interface StudiedCards {
	/** Every answered card that is still shown, suspended and buried ones too. */
	cards: CardState[];
	/** Decks of cards that are no longer shown, by card id: their history counts on. */
	gone: Map<string, string>;
	decks: { id: string; name: string; fresh: number }[];
}

/** Reads as many rows as were ever studied. */
export async function studiedCards(db: OnsiteDb): Promise<StudiedCards> {
	return reading(db, ['cards', 'totals', 'records'], async () => {
		const totals = await db.totals.toArray();
		const records = new Map((await recordsOf(db, 'deck')).map((record) => [record.id, record]));
		const cards: CardState[] = [];
		const gone = new Map<string, string>();
		for (const { deckId } of totals) {
			for (const card of await startedCards(db, deckId)) cards.push(card);
			const hidden = await db.cards
				.where('[deckId+queue+order+tie]')
				.between([deckId, QUEUE.gone, Dexie.minKey], [deckId, QUEUE.gone, Dexie.maxKey])
				.toArray();
			for (const { id } of hidden.map(stateOf)) gone.set(id, deckId);
		}
		const decks = totals.map(({ deckId, new: fresh }) => {
			const name = records.get(deckId)?.fields['name'];
			return { id: deckId, name: typeof name === 'string' ? name : deckId, fresh };
		});
		return { cards, gone, decks };
	});
}
