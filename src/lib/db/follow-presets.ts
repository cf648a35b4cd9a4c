/** Keeps the memory of cards as the weights say that hold for their decks, when decks or presets change. */
import { parametersId } from '../scheduler/default-preset.ts';
import { replayDecks } from './replay-preset.ts';
import type { OnsiteDb } from './schema.ts';
import { readStudyDecks } from './study-decks.ts';

/** Ids of the weights by which the cards of each deck with cards are scheduled. */
export type DeckWeights = ReadonlyMap<string, string>;

/** What holds now, within the caller's transaction. */
export async function deckWeights(db: OnsiteDb): Promise<DeckWeights> {
	const { presetOf } = await readStudyDecks(db);
	const deckIds = await db.totals.toCollection().primaryKeys();
	return new Map(deckIds.map((id) => [id, parametersId(presetOf(id).weights)]));
}

/**
 * Replays the cards of every deck for which other weights hold now than before, within the caller's
 * transaction over all tables. Their dates stay.
 */
export async function followPresets(
	db: OnsiteDb,
	before: DeckWeights,
	today: number,
): Promise<void> {
	const now = await deckWeights(db);
	const changed = [...now].filter(([deckId, id]) => (before.get(deckId) ?? id) !== id);
	const deckIds = changed.map(([deckId]) => deckId);
	if (deckIds.length > 0) await replayDecks(db, deckIds, today);
}
