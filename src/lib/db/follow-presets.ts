/** Keeps the memory of cards as the weights say that hold for their decks, when decks or presets change. */
import { parametersId } from '../scheduler/default-preset.ts';
import { replayDecks } from './replay-preset.ts';
import type { Fields, RecordKind } from './record.ts';
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

/**
 * Keeps the weights of presets that are written among the facts, within the caller's transaction over all tables:
 * whatever becomes of the preset, reviews name them.
 */
export async function keepWeights(
	db: OnsiteDb,
	edits: readonly { kind: RecordKind; fields: Fields }[],
): Promise<void> {
	for (const { kind, fields } of edits) {
		const weights = kind === 'preset' ? fields['weights'] : undefined;
		if (!Array.isArray(weights)) continue;
		const numbers = weights.map(Number);
		await db.params.put({ id: parametersId(numbers), weights: numbers });
	}
}
