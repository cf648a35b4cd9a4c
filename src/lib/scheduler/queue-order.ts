/** The orders in which a queue shows its cards. */
import { newPlace, type CardState } from './card-state.ts';
import { elapsedDays } from './entry-order.ts';
import { intervalDays, isSoundMemory, retrievability } from './memory-model.ts';
import type { Preset } from './preset.ts';
import { chance } from './seed.ts';

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Soonest step first. */
export function byStep(
	a: { card: CardState; at: number },
	b: { card: CardState; at: number },
): number {
	return a.at - b.at || byId(a.card, b.card);
}

/** Those that were asked for first, then by position, which is the deck's own order. */
export function inNewOrder(cards: readonly CardState[]): CardState[] {
	return [...cards].sort((a, b) => newPlace(a) - newPlace(b) || byId(a, b));
}

/** What a card is sorted by, smallest first. */
function sortKey(card: CardState, preset: Preset, today: number): number {
	if (preset.reviewOrder === 'due-random') return card.due;
	// A card without a usable memory is seen to first.
	if (!isSoundMemory(card.stability, card.difficulty)) return -Infinity;
	const elapsed = elapsedDays(card.lastDay, today);
	if (preset.reviewOrder === 'retrievability') {
		return retrievability(card.stability, elapsed, preset.weights);
	}
	return -elapsed / intervalDays(card.stability, preset.desiredRetention, preset.weights);
}

/**
 * By due day, by recall (lowest first), or by overdueness (days since the last answer relative to
 * the interval that the target retention asks for, highest first; equal to Anki's ratio of odds).
 * Ties fall by chance, the same all day long.
 */
export function inReviewOrder(
	cards: readonly CardState[],
	preset: Preset,
	today: number,
): CardState[] {
	return cards
		.map((card) => ({
			card,
			key: sortKey(card, preset, today),
			tie: chance(card.id, today, 'order'),
		}))
		.sort((a, b) =>
			a.key < b.key ? -1 : a.key > b.key ? 1 : a.tie - b.tie || byId(a.card, b.card),
		)
		.map(({ card }) => card);
}

/** Both lists in their own order, the second spread evenly among the first. */
export function interspersed<T>(first: readonly T[], second: readonly T[]): T[] {
	const ratio = (first.length + 1) / (second.length + 1);
	const due = second.map((item, index) => ({ item, after: (index + 1) * ratio }));
	const mixed: T[] = [];
	let taken = 0;
	for (const { item, after } of due) {
		const upTo = Math.min(first.length, Math.floor(after));
		mixed.push(...first.slice(taken, upTo), item);
		taken = Math.max(taken, upTo);
	}
	return [...mixed, ...first.slice(taken)];
}
