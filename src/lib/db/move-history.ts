/** Takes what was done with cards along when they go to another deck: counts of days belong to the deck of now. */
import { replay } from '../scheduler/replay.ts';
import { rowOf, type CardRow } from './card-row.ts';
import { weightsOf } from './card-log.ts';
import { reviewsOfCards } from './history.ts';
import { startOfCard } from './note-places.ts';
import type { Fields } from './record.ts';
import type { OnsiteDb } from './schema.ts';
import { countsOf, type Tally } from './tally.ts';

interface Moves {
	/** Rows as they were, by id. */
	moved: ReadonlyMap<string, CardRow>;
	/** Fields of notes of which cards have a log that was cut short, by card. */
	starts: ReadonlyMap<string, Fields>;
	today: number;
}

/**
 * Moves the counts of the moved ones among `rows`, and makes their memory by the parameters of their new deck.
 * Changes `rows` and `tally`; within the caller's transaction.
 */
export async function moveHistory(
	db: OnsiteDb,
	rows: CardRow[],
	{ moved, starts, today }: Moves,
	tally: Tally,
): Promise<void> {
	const logs = await reviewsOfCards(db, new Set(moved.keys()));
	const weights = await weightsOfDecks(
		db,
		rows.filter(({ id }) => moved.has(id)),
	);
	for (const [at, row] of rows.entries()) {
		const before = moved.get(row.id);
		if (!before) continue;
		const log = logs.get(row.id) ?? [];
		const start = startOfCard(starts.get(row.id), row.id);
		for (const count of countsOf(log, before.deckId, start)) tally.day(count, -1);
		for (const count of countsOf(log, row.deckId, start)) tally.day(count);
		if (log.length === 0) continue;
		// Which parameters held for the deck before cannot be asked where it was deleted in the same act.
		const now = weights.get(row.deckId) ?? [];
		const next = rowOf({ ...row, ...replay(log, now, start) }, today, row.gone);
		tally.move(row, next);
		rows[at] = next;
	}
}

async function weightsOfDecks(
	db: OnsiteDb,
	rows: readonly CardRow[],
): Promise<Map<string, readonly number[]>> {
	const weights = new Map<string, readonly number[]>();
	for (const deckId of new Set(rows.map((row) => row.deckId))) {
		weights.set(deckId, await weightsOf(db, deckId));
	}
	return weights;
}
