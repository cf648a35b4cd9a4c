/** Every deck with the parameters by which its cards are remembered. */
import { FROM_INTERVIEWS, FROM_INTERVIEWS_DECK } from '../content/own-note.ts';
import { CATALOG_DECK } from './catalog-rows.ts';
import type { OnsiteDb } from './schema.ts';
import { readStudyDecks } from './study-decks.ts';

/** The deck in which drills are shown; they are stored and studied in that of the catalog. */
export const DRILLS_DECK = 'catalog/drills';

export interface DeckWeights {
	id: string;
	/** Joined by `::`. */
	path: string;
	weights: readonly number[];
	/** Name of the preset by which its cards are scheduled. */
	preset: string;
}

/** The catalog first, then those of the person's own. */
export async function decksWithWeights(db: OnsiteDb): Promise<DeckWeights[]> {
	const { tree, presetOf } = await readStudyDecks(db);
	const of = (deckId: string) => {
		const { weights, name } = presetOf(deckId);
		return { weights, preset: name };
	};
	const ofCatalog = of(CATALOG_DECK);
	return [
		{ id: CATALOG_DECK, path: 'Catalog', ...ofCatalog },
		{ id: DRILLS_DECK, path: 'Catalog::Estimation drills', ...ofCatalog },
		{ id: FROM_INTERVIEWS_DECK, path: FROM_INTERVIEWS, ...ofCatalog },
		...tree.all().map(({ deck: { id, path } }) => ({ id, path: path.join('::'), ...of(id) })),
	];
}
