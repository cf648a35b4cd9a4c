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
}

/** The catalog first, then those of the person's own. */
export async function decksWithWeights(db: OnsiteDb): Promise<DeckWeights[]> {
	const { tree, presetOf } = await readStudyDecks(db);
	const { weights } = presetOf(CATALOG_DECK);
	return [
		{ id: CATALOG_DECK, path: 'Catalog', weights },
		{ id: DRILLS_DECK, path: 'Catalog::Estimation drills', weights },
		{ id: FROM_INTERVIEWS_DECK, path: FROM_INTERVIEWS, weights },
		...tree.all().map(({ deck: { id, path } }) => {
			return { id, path: path.join('::'), weights: presetOf(id).weights };
		}),
	];
}
