/** The queue of one study session: what comes next, and what is left. */
import type { CardState } from './card-state.ts';
import type { LimitsLeft } from './limits.ts';
import type { Preset } from './preset.ts';
import { byStep, inNewOrder, inReviewOrder, interspersed } from './queue-order.ts';
import { yieldsToSibling } from './siblings.ts';
import type { Moment } from './study-day.ts';

/** A card in a step of today. */
export interface Waiting {
	readonly card: CardState;
	/** ms since the epoch. */
	readonly at: number;
}

/** Immutable; made by `makeQueue`, changed only by the functions of this file. */
export interface Queue {
	/** Steps of today, soonest first; before them a card that was put back. */
	readonly learning: readonly Waiting[];
	/** Reviews, interday learning and new cards, in the order in which they will be shown. */
	readonly main: readonly CardState[];
	/** Id of the card answered last, which does not come straight back; '' for none. */
	readonly last: string;
	/** ms by which a step may be early when nothing else is left. */
	readonly learnAhead: number;
	/** The same by deck, where decks of several presets are studied together. */
	readonly aheadIn?: ReadonlyMap<string, number>;
}

export interface QueueCounts {
	new: number;
	/** Steps of any length. */
	learning: number;
	review: number;
}

export type NextInQueue =
	/** `early` tells a step taken before its time. */
	| { kind: 'card'; card: CardState; early: boolean }
	/** Only steps further away than learn-ahead are left; `at` is ms since the epoch. */
	| { kind: 'wait'; at: number }
	| { kind: 'done' };

/** When a step is due; after a clock was set back it is the rest of its delay from now. */
function waiting(card: CardState, nowMs: number): Waiting {
	const { due, lastT } = card;
	return { card, at: lastT > nowMs ? nowMs + Math.max(0, due - lastT) : due };
}

/** Passes the first card of each note, and of the others those that no option puts off. */
function siblingFilter(preset: Preset): (card: CardState) => boolean {
	const seen = new Set<string>();
	return (card) => {
		const later = seen.has(card.noteId);
		seen.add(card.noteId);
		return !(later && yieldsToSibling(card, preset));
	};
}

/** The first cards that pass; those after the limit are not looked at, so they put nobody off. */
function upTo(
	limit: number,
	cards: readonly CardState[],
	passes: (card: CardState) => boolean,
): CardState[] {
	const taken: CardState[] = [];
	for (const card of cards) {
		if (taken.length >= limit) break;
		if (passes(card)) taken.push(card);
	}
	return taken;
}

/**
 * The queue from whatever the store found: suspended and buried cards and those not due yet are left
 * out; so are later siblings where the preset buries them. Interday learning counts as review; new
 * cards are limited also by what is left for reviews, unless the preset says otherwise. Steps of
 * today know no limit.
 */
export function makeQueue(
	cards: readonly CardState[],
	context: { now: Moment; preset: Preset; left: LimitsLeft },
): Queue {
	const { now, preset, left } = context;
	const open = cards.filter((card) => !card.suspended && card.buriedOn < now.day);
	const seenFirst = siblingFilter(preset);
	const learning = open
		.filter((card) => card.phase !== 'new' && card.intraday)
		.map((card) => waiting(card, now.t))
		.sort(byStep);
	learning.forEach(({ card }) => seenFirst(card));
	const due = open.filter((card) => card.phase !== 'new' && !card.intraday && card.due <= now.day);
	const inOrder = (isReview: boolean) =>
		inReviewOrder(
			due.filter((card) => (card.phase === 'review') === isReview),
			preset,
			now.day,
		);
	const interday = upTo(left.review, inOrder(false), seenFirst);
	const reviews = upTo(left.review - interday.length, inOrder(true), seenFirst);
	const spare = left.review - interday.length - reviews.length;
	const fresh = upTo(
		preset.newIgnoresReviewLimit ? left.new : Math.min(left.new, spare),
		inNewOrder(open.filter((card) => card.phase === 'new')),
		seenFirst,
	);
	const old = interspersed(reviews, interday);
	return {
		learning,
		main:
			preset.newMix === 'mixed'
				? interspersed(old, fresh)
				: preset.newMix === 'new-first'
					? [...fresh, ...old]
					: [...old, ...fresh],
		last: '',
		learnAhead: preset.learnAhead * 1000,
	};
}

/**
 * What to show at `nowMs`: a step that is due, else the next of the others, else a step within
 * learn-ahead. The card answered last comes only when there is nothing else.
 */
export function nextInQueue(queue: Queue, nowMs: number): NextInQueue {
	const others = queue.learning.filter(({ card }) => card.id !== queue.last);
	const isSoon = ({ card, at }: Waiting) =>
		at <= nowMs + (queue.aheadIn?.get(card.deckId) ?? queue.learnAhead);
	const [first] = others;
	if (first && first.at <= nowMs) return { kind: 'card', card: first.card, early: false };
	const [next] = queue.main;
	if (next) return { kind: 'card', card: next, early: false };
	const last = queue.learning.filter(({ card }) => card.id === queue.last);
	const ahead = others.find(isSoon) ?? last.find(isSoon);
	if (ahead) return { kind: 'card', card: ahead.card, early: ahead.at > nowMs };
	const [soonest] = queue.learning;
	return soonest ? { kind: 'wait', at: soonest.at } : { kind: 'done' };
}

/** The queue without some cards: buried, suspended, deleted, or answered in another tab. */
export function withoutCards(queue: Queue, ids: readonly string[]): Queue {
	const gone = new Set(ids);
	return {
		...queue,
		main: queue.main.filter((card) => !gone.has(card.id)),
		learning: queue.learning.filter(({ card }) => !gone.has(card.id)),
	};
}

/**
 * The queue after a card was answered.
 * @param card its new state, which may have a step of today
 */
export function afterAnswer(queue: Queue, card: CardState, nowMs: number): Queue {
	const rest = withoutCards(queue, [card.id]);
	const stays = card.intraday && !card.suspended;
	return {
		...rest,
		last: card.id,
		learning: stays ? [...rest.learning, waiting(card, nowMs)].sort(byStep) : rest.learning,
	};
}

/** The queue with a card at the very front: after an undo, or a grade that failed to save. */
export function withCardFirst(queue: Queue, card: CardState): Queue {
	const rest = withoutCards(queue, [card.id]);
	return { ...rest, last: '', learning: [{ card, at: -Infinity }, ...rest.learning] };
}

/** A card as it waits in the queue. */
export function findIn(queue: Queue, id: string): CardState | undefined {
	return [...queue.main, ...queue.learning.map(({ card }) => card)].find((card) => card.id === id);
}

export function countsOf(queue: Queue): QueueCounts {
	const counts: QueueCounts = { new: 0, learning: 0, review: 0 };
	for (const { phase } of [...queue.main, ...queue.learning.map(({ card }) => card)]) {
		counts[phase === 'new' || phase === 'review' ? phase : 'learning'] += 1;
	}
	return counts;
}
