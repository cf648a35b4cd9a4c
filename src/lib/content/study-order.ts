/** In which order the cards of the catalog are met: the chosen path first, the rest by level after it. */
import { LEVELS, type CardKind, type Level } from './card.ts';
import type { LearningPath, LibraryIndex, PatternSummary } from './library.ts';

/** Within a pattern, cards that lay the ground come before those that build on it. */
const KIND_ORDER: Record<CardKind, number> = {
	recall: 0,
	cloze: 0,
	number: 1,
	contrast: 1,
	failure: 2,
	choose: 3,
	diagram: 4,
	say: 5,
};

function byLevel(a: { level: Level }, b: { level: Level }): number {
	return LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level);
}

/** Patterns of the path in its order, then all others: easier levels first, otherwise in catalog order. */
export function patternsInOrder(
	index: LibraryIndex,
	path: LearningPath | undefined,
): PatternSummary[] {
	const byId = new Map(index.patterns.map((pattern) => [pattern.id, pattern]));
	const order: PatternSummary[] = [];
	for (const { id } of path?.stages.flatMap((stage) => stage.steps) ?? []) {
		const pattern = byId.get(id);
		if (pattern) order.push(pattern);
		byId.delete(id);
	}
	return [...order, ...[...byId.values()].sort(byLevel)];
}

/** Patterns met side by side: enough that a card does not answer the one after it, few enough to hold in mind. */
const SIDE_BY_SIDE = 3;

/**
 * Card ids of the whole catalog in the order in which new cards are met; retired ones are met no more.
 * A few patterns take turns, because cards of one kind of thing in a row answer each other.
 */
export function newCardOrder(index: LibraryIndex, path: LearningPath | undefined): string[] {
	const rows = patternsInOrder(index, path)
		.map(cardsInOrder)
		.filter(({ length }) => length > 0);
	const order: string[] = [];
	let met = rows.splice(0, SIDE_BY_SIDE);
	while (met.length > 0) {
		for (const cards of met) order.push(...cards.splice(0, 1));
		// Where a pattern is done, the next one takes its place.
		met = met.flatMap((cards) => (cards.length > 0 ? [cards] : rows.splice(0, 1)));
	}
	return order;
}

/** Card ids of a pattern, those that lay the ground first; retired ones left out. */
export function cardsInOrder({ id, cards }: PatternSummary): string[] {
	return cards
		.filter(({ retired }) => !retired)
		.sort((a, b) => KIND_ORDER[a.kind] - KIND_ORDER[b.kind] || byLevel(a, b))
		.map(({ slug }) => `${id}/${slug}`);
}

/** Of so many new cards one is a drill: about one a day at the usual pace. */
export const ONE_DRILL_IN = 10;

/** New drills among the new cards, each in its own order; when the cards are over, the drills that are left. */
export function withDrills<T>(cards: readonly T[], drills: readonly T[]): T[] {
	const between = ONE_DRILL_IN - 1;
	const rest = drills.slice(Math.floor(cards.length / between));
	const mixed = cards.flatMap((card, at) => {
		const drill = (at + 1) % between === 0 ? drills[(at + 1) / between - 1] : undefined;
		return drill === undefined ? [card] : [card, drill];
	});
	return [...mixed, ...rest];
}
