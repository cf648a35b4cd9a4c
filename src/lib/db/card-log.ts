/** What the log alone says of a card: its memory and what its answers count for. */
import { isOwnCard, noteOfCard } from '../content/own-note.ts';
import type { Memory } from '../scheduler/card-state.ts';
import type { MemoryStart } from '../scheduler/memory-start.ts';
import { replay } from '../scheduler/replay.ts';
import { reviewsOfCard } from './history.ts';
import { startOfCard } from './note-places.ts';
import type { OnsiteDb } from './schema.ts';
import { presetOfDeck } from './study-decks.ts';
import { countsOf, type DayCount } from './tally.ts';

/** Replays a card within the caller's transaction, which must span the log, `records` and `cards`. */
export async function cardFromLog(
	db: OnsiteDb,
	cardId: string,
): Promise<{ memory: Memory; days: DayCount[] }> {
	const card = await db.cards.get(cardId);
	const deckId = card?.deckId ?? '';
	const reviews = await reviewsOfCard(db, cardId);
	const weights = await weightsOf(db, deckId);
	const start = (await readStarts(db, [cardId])).get(cardId);
	return { memory: replay(reviews, weights, start), days: countsOf(reviews, deckId, start) };
}

/** By card, where the log does not reach back to its first answer: what stood before it. */
export async function readStarts(
	db: OnsiteDb,
	cardIds: readonly string[],
): Promise<Map<string, MemoryStart>> {
	const starts = new Map<string, MemoryStart>();
	const own = cardIds.filter(isOwnCard);
	if (own.length === 0) return starts;
	const notes = await db.records.bulkGet(own.map((id) => ['note', noteOfCard(id).noteId] as const));
	own.forEach((id, at) => {
		const start = startOfCard(notes[at]?.fields, id);
		if (start) starts.set(id, start);
	});
	return starts;
}

/** The FSRS parameters by which the cards of a deck are replayed. */
export async function weightsOf(db: OnsiteDb, deckId: string): Promise<readonly number[]> {
	return (await presetOfDeck(db, deckId)).weights;
}
