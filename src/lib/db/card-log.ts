/** What the log alone says of a card: its memory and what its answers count for. */
import type { Memory } from '../scheduler/card-state.ts';
import { replay } from '../scheduler/replay.ts';
import { reviewsOfCard } from './history.ts';
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
	return { memory: replay(reviews, weights), days: countsOf(reviews, deckId) };
}

/** The FSRS parameters by which the cards of a deck are replayed. */
export async function weightsOf(db: OnsiteDb, deckId: string): Promise<readonly number[]> {
	return (await presetOfDeck(db, deckId)).weights;
}
