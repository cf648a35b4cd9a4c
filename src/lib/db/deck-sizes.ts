/** How much there is in decks, and how much was done in them: asked where a deck is looked at or deleted. */
import Dexie from 'dexie';
import type { CardState } from '../scheduler/card-state.ts';
import { reading } from './atomic.ts';
import { QUEUE, stateOf, type Queue } from './card-row.ts';
import type { OnsiteDb } from './schema.ts';

export interface DeckSize {
	/** All that are shown somewhere, suspended ones too. */
	cards: number;
	/** Answers of all time. */
	answers: number;
}

/** Cards of each deck, from counters; decks without any are missing. */
export async function deckSizes(db: OnsiteDb): Promise<Map<string, number>> {
	const totals = await db.totals.toArray();
	return new Map(
		totals.map(({ deckId, new: fresh, intraday, due, suspended, buried }) => [
			deckId,
			fresh + intraday + due + suspended + buried,
		]),
	);
}

/** Cards and answers of these decks together; reads a row for each day and deck with answers. */
export async function sizeOf(db: OnsiteDb, deckIds: readonly string[]): Promise<DeckSize> {
	return reading(db, ['totals', 'days'], async () => {
		const [sizes, days] = await Promise.all([deckSizes(db), db.days.toArray()]);
		const within = new Set(deckIds);
		const answered = days.filter(({ deckId }) => within.has(deckId));
		return {
			cards: deckIds.reduce((sum, id) => sum + (sizes.get(id) ?? 0), 0),
			answers: answered.reduce((sum, { answers }) => sum + answers, 0),
		};
	});
}

/** The order in which the cards of a deck are listed: what comes up first stands first. */
const IN_ORDER: readonly Queue[] = [
	...[QUEUE.intraday, QUEUE.due, QUEUE.new, QUEUE.buried, QUEUE.suspended],
];

/** The first cards of several decks, in steps and due ones before new ones. */
export async function firstCards(
	db: OnsiteDb,
	deckIds: readonly string[],
	limit: number,
): Promise<CardState[]> {
	return reading(db, ['cards'], async () => {
		const found: CardState[] = [];
		for (const queue of IN_ORDER) {
			for (const deckId of deckIds) {
				if (found.length >= limit) return found;
				const rows = await db.cards
					.where('[deckId+queue+order+tie]')
					.between([deckId, queue, Dexie.minKey], [deckId, queue, Dexie.maxKey], true, true)
					.limit(limit - found.length)
					.toArray();
				found.push(...rows.map(stateOf));
			}
		}
		return found;
	});
}
