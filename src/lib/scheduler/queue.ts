/** The queue of one study session: what comes next, and what is left. */
import type { CardState } from './card-state.ts';
import type { Preset } from './preset.ts';
import type { Moment } from './study-day.ts';

/** Immutable; made by `makeQueue`, changed only by the functions of this file. */
export interface Queue {
	/** Steps of today, soonest first. */
	readonly learning: readonly CardState[];
	/** Reviews, interday learning and new cards, in the order in which they will be shown. */
	readonly main: readonly CardState[];
	/** Id of the card answered last, which does not come straight back; '' for none. */
	readonly last: string;
	/** ms by which a step may be early when nothing else is left. */
	readonly learnAhead: number;
}

/** Cards still allowed today: the preset's limits less what was done. */
export interface LimitsLeft {
	new: number;
	review: number;
}

export interface QueueCounts {
	new: number;
	/** Steps of any length. */
	learning: number;
	review: number;
}

export type NextInQueue =
	| { kind: 'card'; card: CardState; /** A step taken before its time. */ early: boolean }
	/** Only steps further away than learn-ahead are left; `at` is ms since the epoch. */
	| { kind: 'wait'; at: number }
	| { kind: 'done' };

/**
 * The queue from whatever the store found: suspended and buried cards and those not due yet are left
 * out; so are later siblings where the preset buries them. Interday learning counts as review; new
 * cards are limited also by what is left for reviews, unless the preset says otherwise.
 */
export function makeQueue(
	cards: readonly CardState[],
	context: { now: Moment; preset: Preset; left: LimitsLeft },
): Queue {
	throw new Error(`Not written yet: ${cards.length} ${context.now.day}`);
}

/** What to show at `nowMs`. */
export function nextInQueue(queue: Queue, nowMs: number): NextInQueue {
	throw new Error(`Not written yet: ${queue.last} ${nowMs}`);
}

/** The queue after a card was answered; `card` is its new state, which may have a step of today. */
export function afterAnswer(queue: Queue, card: CardState): Queue {
	throw new Error(`Not written yet: ${queue.last} ${card.id}`);
}

/** The queue without some cards: buried, suspended or deleted. */
export function withoutCards(queue: Queue, ids: readonly string[]): Queue {
	throw new Error(`Not written yet: ${queue.last} ${ids.join()}`);
}

/** The queue with a card put back at the very front: after an undo, or a grade that failed to save. */
export function withCardFirst(queue: Queue, card: CardState): Queue {
	throw new Error(`Not written yet: ${queue.last} ${card.id}`);
}

export function countsOf(queue: Queue): QueueCounts {
	throw new Error(`Not written yet: ${queue.last}`);
}
