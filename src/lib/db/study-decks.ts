/** The decks of the person's own as a tree, with the preset by which each deck is scheduled. */
import type { OwnDeck } from '../content/note.ts';
import { DeckTree } from '../scheduler/deck-tree.ts';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import type { Preset } from '../scheduler/preset.ts';
import { reading } from './atomic.ts';
import { CATALOG_DECK } from './catalog-rows.ts';
import { readPreset } from './decks.ts';
import { presetFromRecord } from './preset-record.ts';
import { allDecks } from './read-decks.ts';
import { recordsOf } from './records.ts';
import type { OnsiteDb } from './schema.ts';

/** How ids of the person's own decks begin. */
const OWN_DECK = 'deck/';

export interface StudyDecks {
	tree: DeckTree<OwnDeck>;
	/** By id; the default one is always there. */
	presets: ReadonlyMap<string, Preset>;
	/** Id of the preset of the catalog or of a deck: its own, or that of the nearest deck above. */
	presetIdOf(deckId: string): string;
	/** The same as a preset; the default one where the chosen one was deleted. */
	presetOf(deckId: string): Preset;
}

/** Reads all decks and presets at once. */
export async function readStudyDecks(db: OnsiteDb): Promise<StudyDecks> {
	return reading(db, ['records'], async () => {
		const [decks, records, catalog] = await Promise.all([
			allDecks(db),
			recordsOf(db, 'preset'),
			db.records.get(['deck', CATALOG_DECK]),
		]);
		const presets = new Map([[DEFAULT_PRESET.id, DEFAULT_PRESET as Preset]]);
		for (const record of records) {
			const preset = presetFromRecord(record);
			if (preset) presets.set(record.id, preset);
		}
		const tree = new DeckTree(decks);
		const ofCatalog = catalog?.fields['presetId'];
		const chosenFor = (deckId: string) =>
			deckId === CATALOG_DECK && typeof ofCatalog === 'string'
				? ofCatalog
				: tree.presetIdOf(deckId);
		const usual = presets.get(DEFAULT_PRESET.id) ?? DEFAULT_PRESET;
		const presetOf = (deckId: string) => presets.get(chosenFor(deckId)) ?? usual;
		return { tree, presets, presetOf, presetIdOf: (deckId) => presetOf(deckId).id };
	});
}

/** The preset by which the cards of a deck are scheduled; reads other decks only for one of the person's own. */
export async function presetOfDeck(db: OnsiteDb, deckId: string): Promise<Preset> {
	if (deckId.startsWith(OWN_DECK)) return (await readStudyDecks(db)).presetOf(deckId);
	return readPreset(db, deckId);
}
