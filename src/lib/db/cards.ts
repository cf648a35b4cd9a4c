/** Reads single cards and what waits to be studied; each read takes only what a screen shows. */
import Dexie from 'dexie';
import type { CardState } from '../scheduler/card-state.ts';
import type { ReviewOrder } from '../scheduler/preset.ts';
import { reading } from './atomic.ts';
import { QUEUE, stateOf, type CardRow, type Queue } from './card-row.ts';
import type { WriteMoment } from './write-moment.ts';
import type { OnsiteDb } from './schema.ts';

/** Due rows read at most where the order needs to see them all. */
const MOST_DUE = 5_000;
/** Cards in today's learning steps read at most. */
const MOST_LEARNING = 500;

export interface Candidates {
	/** Cards in today's steps, soonest first; `due` (an instant) may lie ahead. */
	learning: CardState[];
	/** Due up to today: the first `reviewLimit` by due day, or all where another order was asked. */
	reviews: CardState[];
	/** New cards by position. */
	fresh: CardState[];
}

/** The cards from which the scheduler makes the queue of a deck. Suspended, buried and hidden ones are left out. */
export async function queueCandidates(
	db: OnsiteDb,
	deckId: string,
	moment: Pick<WriteMoment, 'day'>,
	options: { reviewLimit?: number; newLimit: number; order: ReviewOrder },
): Promise<Candidates> {
	const { reviewLimit = 50, newLimit, order } = options;
	const dueLimit = order === 'due-random' ? reviewLimit : MOST_DUE;
	return reading(db, ['cards'], async () => {
		const [learning, reviews, fresh] = await Promise.all([
			waiting(db, deckId, QUEUE.intraday, Infinity, MOST_LEARNING),
			waiting(db, deckId, QUEUE.due, moment.day, dueLimit),
			waiting(db, deckId, QUEUE.new, Infinity, newLimit),
		]);
		return { learning, reviews, fresh };
	});
}

async function waiting(
	db: OnsiteDb,
	deckId: string,
	queue: Queue,
	until: number,
	limit: number,
): Promise<CardState[]> {
	if (limit <= 0) return [];
	const rows = await db.cards
		.where('[deckId+queue+order+tie]')
		.between([deckId, queue, Dexie.minKey], [deckId, queue, until, Dexie.maxKey], true, true)
		.limit(limit)
		.toArray();
	return rows.map(stateOf);
}

/** When the first of today's steps comes due, in ms since the epoch; `undefined` where no card is in one. */
export async function soonestStep(db: OnsiteDb, deckId: string): Promise<number | undefined> {
	const { intraday } = QUEUE;
	const first = await db.cards
		.where('[deckId+queue+order+tie]')
		.between([deckId, intraday, Dexie.minKey], [deckId, intraday, Dexie.maxKey])
		.first();
	return first?.due;
}

/** A card, `undefined` where there is none of this id. */
export async function cardById(db: OnsiteDb, id: string): Promise<CardState | undefined> {
	const row = await db.cards.get(id);
	return row && stateOf(row);
}

/** The cards of these ids in their order; ids without a card are left out. */
export async function cardsByIds(db: OnsiteDb, ids: readonly string[]): Promise<CardState[]> {
	return (await db.cards.bulkGet([...ids])).filter((row) => row !== undefined).map(stateOf);
}

/** The cards of a note (a pattern), those hidden left out. */
export async function cardsOfNote(db: OnsiteDb, noteId: string): Promise<CardState[]> {
	const rows: CardRow[] = await db.cards.where('noteId').equals(noteId).toArray();
	return rows.filter(({ gone }) => !gone).map(stateOf);
}
