/** Makes the memory of all cards of a preset, or of decks, anew from their logs, by the weights that hold now. */
import { replay } from '../scheduler/replay.ts';
import type { Review } from '../scheduler/review.ts';
import { MEMORY_FIELDS, rowOf, type CardRow } from './card-row.ts';
import { addToCounters } from './counters.ts';
import { readStarts, weightsOf } from './card-log.ts';
import { allReviews } from './history.ts';
import { cardsOfDeck, decksOfPreset } from './preset-cards.ts';
import type { OnsiteDb } from './schema.ts';
import { Tally } from './tally.ts';

/** So many cards are replayed between two looks at the database, in which the screen has its turn. */
const AT_ONCE = 500;

/**
 * Replays within the caller's transaction over all tables. Dates stay, as the log gives them: only
 * stability and difficulty follow from the weights. Returns how many cards changed.
 */
export async function replayPreset(db: OnsiteDb, presetId: string, today: number): Promise<number> {
	return replayDecks(db, await decksOfPreset(db, presetId), today);
}

/** As `replayPreset`, for the cards that lie in these decks themselves. */
export async function replayDecks(
	db: OnsiteDb,
	deckIds: readonly string[],
	today: number,
): Promise<number> {
	const logs = new Map<string, Review[]>();
	for (const review of await allReviews(db)) {
		const log = logs.get(review.cardId);
		if (log) log.push(review);
		else logs.set(review.cardId, [review]);
	}
	let changed = 0;
	for (const deckId of deckIds) {
		const weights = await weightsOf(db, deckId);
		const answered = (await cardsOfDeck(db, deckId).primaryKeys()).filter((id) => logs.has(id));
		for (let at = 0; at < answered.length; at += AT_ONCE) {
			const some = answered.slice(at, at + AT_ONCE);
			const [rows, starts] = await Promise.all([db.cards.bulkGet(some), readStarts(db, some)]);
			const tally = new Tally();
			const next = rows.flatMap((row): CardRow[] => {
				if (!row) return [];
				const memory = replay(logs.get(row.id) ?? [], weights, starts.get(row.id));
				if (MEMORY_FIELDS.every((name) => Object.is(memory[name], row[name]))) return [];
				const moved = rowOf({ ...row, ...memory }, today, row.gone);
				tally.move(row, moved);
				return [moved];
			});
			await db.cards.bulkPut(next);
			await addToCounters(db, tally);
			changed += next.length;
		}
	}
	return changed;
}
