/** Reads the cards of a preset as a simulation needs them: what shares a daily limit together. */
import { reading } from './atomic.ts';
import { CATALOG_DECK } from './catalog-rows.ts';
import { decksOfPreset } from './preset-cards.ts';
import type { OnsiteDb } from './schema.ts';
import { startedCards } from './started-cards.ts';
import { readStudyDecks } from './study-decks.ts';
import type { CardState } from '../scheduler/card-state.ts';
import type { Preset } from '../scheduler/preset.ts';

/** Begun cards that are not suspended, and the number of those never answered. */
export interface DeckGroup {
	cards: CardState[];
	fresh: number;
	/** Those of the root of their tree, which hold for all of it. */
	limits: DailyLimits;
}

export type DailyLimits = Pick<Preset, 'newPerDay' | 'reviewsPerDay' | 'newIgnoresReviewLimit'>;

/** The catalog, and each tree of decks that takes part in the daily review; only decks of the preset. */
export async function simulatedDecks(db: OnsiteDb, presetId: string): Promise<DeckGroup[]> {
	return reading(db, ['cards', 'totals', 'records'], async () => {
		const { tree, presetOf } = await readStudyDecks(db);
		const groups = new Map<string, DeckGroup>();
		for (const deckId of await decksOfPreset(db, presetId)) {
			let node = tree.node(deckId);
			while (node?.above) node = node.above;
			if (node ? !node.deck.daily : deckId !== CATALOG_DECK) continue;
			const root = node?.deck.id ?? deckId;
			const group = groups.get(root) ?? { cards: [], fresh: 0, limits: limitsOf(presetOf(root)) };
			const cards = await startedCards(db, deckId);
			group.cards.push(...cards.filter(({ suspended }) => !suspended));
			group.fresh += (await db.totals.get(deckId))?.new ?? 0;
			groups.set(root, group);
		}
		return [...groups.values()];
	});
}

function limitsOf({ newPerDay, reviewsPerDay, newIgnoresReviewLimit }: Preset): DailyLimits {
	return { newPerDay, reviewsPerDay, newIgnoresReviewLimit };
}
