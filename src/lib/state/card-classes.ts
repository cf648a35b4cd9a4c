/** Where each card belongs in statistics: its deck, and for catalog cards category, kind, level and paths. */
import { drillOfCard } from '$lib/content/drill-id.ts';
import { CATALOG_DECK } from '$lib/db/catalog-rows.ts';
import type { LibraryIndex, PatternSummary } from '$lib/content/library.ts';
import type { StudiedCards } from '$lib/db/studied-cards.ts';
import type { CardClass } from '$lib/statistics/card-course.ts';

/** What of the catalog says where a card belongs; small enough to be handed to a worker. */
export type CatalogParts = Pick<LibraryIndex, 'paths'> & {
	patterns: readonly Pick<PatternSummary, 'id' | 'category' | 'cards'>[];
};

/** Drills lie in the deck of the catalog, and are looked at apart. */
export const DRILLS = 'drills';

/** The deck by which the filter of the statistics knows a card. */
export function statisticsDeck(id: string, deckId: string): string {
	return drillOfCard(id) === undefined ? deckId : DRILLS;
}

/**
 * Classes of all cards there are; asked about each of them, it answers from memory the second time.
 * @param weightsOf FSRS parameters by which the cards of a deck are scheduled
 */
export function cardClasses(
	{ patterns, paths }: CatalogParts,
	{ cards, gone }: Pick<StudiedCards, 'cards' | 'gone'>,
	weightsOf: (deckId: string) => readonly number[],
): (cardId: string) => CardClass {
	const decks = new Map(gone);
	for (const { id, deckId } of cards) decks.set(id, deckId);
	const pathsOf = new Map<string, string[]>();
	for (const { id, stages } of paths) {
		for (const step of stages.flatMap(({ steps }) => steps)) {
			pathsOf.set(step.id, [...(pathsOf.get(step.id) ?? []), `path:${id}`]);
		}
	}
	const groups = new Map<string, string[]>();
	for (const { id, category, cards: own } of patterns) {
		const shared = [`category:${category}`, ...(pathsOf.get(id) ?? [])];
		groups.set(id, shared);
		for (const { slug, kind, level } of own) {
			groups.set(`${id}/${slug}`, [...shared, `kind:${kind}`, `level:${level}`]);
		}
	}
	const known = new Map<string, CardClass>();
	return (id) => {
		let found = known.get(id);
		if (!found) {
			const deckId = decks.get(id) ?? CATALOG_DECK;
			const deck = statisticsDeck(id, deckId);
			// A card that left its pattern still belongs to it.
			const own = groups.get(id) ?? groups.get(id.slice(0, id.indexOf('/'))) ?? [];
			found = { deck, groups: deck === CATALOG_DECK ? own : [], weights: weightsOf(deckId) };
			known.set(id, found);
		}
		return found;
	};
}
