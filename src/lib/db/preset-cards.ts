/** Which cards are scheduled by a preset: those of all decks that it holds for. */
import Dexie from 'dexie';
import type { Preset } from '../scheduler/preset.ts';
import { CATALOG_DECK } from './catalog-rows.ts';
import type { OnsiteDb } from './schema.ts';
import { readStudyDecks } from './study-decks.ts';

/** Ids of the decks with cards for which a preset holds. */
export async function decksOfPreset(db: OnsiteDb, presetId: string): Promise<string[]> {
	const { presetIdOf } = await readStudyDecks(db);
	const deckIds = await db.totals.toCollection().primaryKeys();
	return deckIds.filter((id) => presetIdOf(id) === presetId);
}

/** The presets by which any card is scheduled, that of the catalog first. */
export async function presetsInUse(db: OnsiteDb): Promise<Preset[]> {
	const { presetOf } = await readStudyDecks(db);
	const deckIds = await db.totals.toCollection().primaryKeys();
	const presets = [CATALOG_DECK, ...deckIds].map(presetOf);
	return [...new Map(presets.map((preset) => [preset.id, preset])).values()];
}

/** Every card of these decks, as a query; also those that wait, are hidden or were never answered. */
export function cardsOfDeck(db: OnsiteDb, deckId: string) {
	return db.cards
		.where('[deckId+queue+order+tie]')
		.between([deckId, Dexie.minKey], [deckId, Dexie.maxKey], true, true);
}
