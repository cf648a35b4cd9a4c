/** A card as it is stored: its state and what the indexes need to find it. */
import {
	NEVER_SEEN,
	newPlace,
	UNMARKED,
	type CardState,
	type Flag,
	type Marks,
	type Memory,
} from '../scheduler/card-state.ts';
import { hash32 } from '../scheduler/seed.ts';
import type { Fields } from './record.ts';

/** Where a card waits: its home (new, today's steps, due by day), or why it does not. */
export const QUEUE = {
	new: 0,
	intraday: 1,
	due: 2,
	suspended: -1,
	buried: -2,
	gone: -3,
	held: -4,
} as const;
export type Queue = (typeof QUEUE)[keyof typeof QUEUE];

/** New cards from this position on wait apart, until they are let in: they take no part in today's queue. */
export const HELD = 1_000_000_000;

export interface CardRow extends CardState {
	queue: Queue;
	/** Position of a new card, instant of a step, due day of any other; for a buried card its day. */
	order: number;
	/** Hash of the id: shuffles cards of one day, the same way on every device. */
	tie: number;
	/** Its note has left the catalog: hidden, history kept. */
	gone: boolean;
}

export const MEMORY_FIELDS = Object.keys(NEVER_SEEN) as (keyof Memory)[];
export const MARK_FIELDS = Object.keys(UNMARKED) as (keyof Marks)[];

/** The row of a card on study day `today` (which decides whether a burial is over). */
export function rowOf(card: CardState, today: number, gone: boolean): CardRow {
	const fresh = card.position >= HELD ? QUEUE.held : QUEUE.new;
	const home = card.phase === 'new' ? fresh : card.intraday ? QUEUE.intraday : QUEUE.due;
	let queue: Queue = home;
	let order =
		card.phase === 'new' ? (home === QUEUE.held ? card.position : newPlace(card)) : card.due;
	if (gone) queue = QUEUE.gone;
	else if (card.suspended) queue = QUEUE.suspended;
	else if (card.buriedOn !== 0 && card.buriedOn >= today) {
		queue = QUEUE.buried;
		order = card.buriedOn;
	}
	return { ...stateOf(card), queue, order, tie: hash32(card.id), gone };
}

/** The row of a card that was never answered nor marked. */
export function newRow(id: string, noteId: string, deckId: string, position: number): CardRow {
	return rowOf({ ...NEVER_SEEN, ...UNMARKED, id, noteId, deckId, position }, 0, false);
}

/** The state within a row, without what only storage needs. */
export function stateOf(row: CardState): CardState {
	const { id, noteId, deckId, position } = row;
	return { id, noteId, deckId, position, ...memoryOf(row), ...marksOf(row) };
}

/** The memory within a card, and nothing else. */
export function memoryOf(card: Memory): Memory {
	const { phase, stability, difficulty, left, due, intraday, interval } = card;
	const { reps, lapses, lastT, lastDay, lastReview, lastEntryT } = card;
	return {
		...{ phase, stability, difficulty, left, due, intraday, interval },
		...{ reps, lapses, lastT, lastDay, lastReview, lastEntryT },
	};
}

/** The marks within a card, and nothing else. */
export function marksOf(card: Marks): Marks {
	const { suspended, buriedOn, buriedBy, flag, leech } = card;
	// Rows from before there was this mark lack it.
	const { ahead = 0 }: Partial<Marks> = card;
	return { suspended, buriedOn, buriedBy, flag, leech, ahead };
}

/** Marks from the fields of a `mark` record; anything missing or malformed is as if never set. */
export function marksFrom(fields: Fields): Marks {
	const { suspended, buriedOn, buriedBy, flag, leech, ahead } = fields;
	return {
		suspended: suspended === true,
		buriedOn: typeof buriedOn === 'number' && Number.isInteger(buriedOn) ? buriedOn : 0,
		buriedBy: buriedBy === 'person' || buriedBy === 'sibling' ? buriedBy : 'none',
		flag: isFlag(flag) ? flag : 0,
		leech: leech === true,
		ahead: typeof ahead === 'number' && ahead > 0 && ahead < Infinity ? ahead : 0,
	};
}

function isFlag(value: unknown): value is Flag {
	return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 7;
}
