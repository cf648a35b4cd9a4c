/** Every deck with the parameters by which its cards are remembered. */
import { FROM_INTERVIEWS, FROM_INTERVIEWS_DECK } from '../content/own-note.ts';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import { CATALOG_DECK } from './catalog-rows.ts';
import { readPreset } from './decks.ts';
import { allDecks } from './read-decks.ts';
import type { OnsiteDb } from './schema.ts';

/** The deck in which drills are shown; they are stored and studied in that of the catalog. */
export const DRILLS_DECK = 'catalog/drills';

export interface DeckWeights {
	id: string;
	/** Joined by `::`. */
	path: string;
	weights: readonly number[];
}

/** The catalog first, then those of the person's own by path. */
export async function decksWithWeights(db: OnsiteDb): Promise<DeckWeights[]> {
	const { weights } = await readPreset(db, CATALOG_DECK);
	const known = new Map<string, readonly number[]>();
	const own: DeckWeights[] = [];
	// Sorted by path, a deck comes before those in it.
	const byPath = new Map<string, string>();
	for (const { id, path, presetId } of await allDecks(db)) {
		const above = path.slice(0, -1).reduceRight<string | undefined>((found, _, at) => {
			return found ?? byPath.get(path.slice(0, at + 1).join('::'));
		}, undefined);
		const preset = presetId ?? above ?? DEFAULT_PRESET.id;
		byPath.set(path.join('::'), preset);
		let its = known.get(preset);
		// A deck that names its preset is read with it; one that does not, as the deck that does.
		if (!its) known.set(preset, (its = (await readPreset(db, id)).weights));
		own.push({ id, path: path.join('::'), weights: its });
	}
	return [
		{ id: CATALOG_DECK, path: 'Catalog', weights },
		{ id: DRILLS_DECK, path: 'Catalog::Estimation drills', weights },
		{ id: FROM_INTERVIEWS_DECK, path: FROM_INTERVIEWS, weights },
		...own,
	];
}
