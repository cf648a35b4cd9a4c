/** Where each card belongs in statistics: its deck, and for catalog cards category, kind, level and paths. */
import { drillOfCard } from '$lib/content/drill-id.ts';
import { CATALOG_DECK } from '$lib/db/catalog-rows.ts';
import type { StudiedCards } from '$lib/db/studied-cards.ts';
import type { CardClass } from '$lib/statistics/card-course.ts';
import type { Library } from './library.svelte.ts';

/** Drills lie in the deck of the catalog, and are looked at apart. */
export const DRILLS = 'drills';

/** The deck by which the filter of the statistics knows a card. */
export function statisticsDeck(id: string, deckId: string): string {
	return drillOfCard(id) === undefined ? deckId : DRILLS;
}

/** Classes of all cards there are; asked about each of them, it answers from memory the second time. */
export function cardClasses(
	library: Pick<Library, 'patternOfCard' | 'index'>,
	{ cards, gone }: Pick<StudiedCards, 'cards' | 'gone'>,
): (cardId: string) => CardClass {
	const decks = new Map(gone);
	for (const { id, deckId } of cards) decks.set(id, deckId);
	const paths = new Map<string, string[]>();
	for (const { id, stages } of library.index.paths) {
		for (const step of stages.flatMap(({ steps }) => steps)) {
			paths.set(step.id, [...(paths.get(step.id) ?? []), `path:${id}`]);
		}
	}
	const known = new Map<string, CardClass>();
	return (id) => {
		let found = known.get(id);
		if (!found) {
			const deck = statisticsDeck(id, decks.get(id) ?? CATALOG_DECK);
			const groups = deck === CATALOG_DECK ? groupsOf(library, id, paths) : [];
			known.set(id, (found = { deck, groups }));
		}
		return found;
	};
}

function groupsOf(
	library: Pick<Library, 'patternOfCard'>,
	cardId: string,
	paths: ReadonlyMap<string, string[]>,
): string[] {
	const pattern = library.patternOfCard(cardId);
	if (!pattern) return [];
	const card = pattern.cards.find(({ slug }) => cardId.endsWith(`/${slug}`));
	const own = card ? [`kind:${card.kind}`, `level:${card.level}`] : [];
	return [`category:${pattern.category}`, ...own, ...(paths.get(pattern.id) ?? [])];
}
