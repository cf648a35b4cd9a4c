/** Makes the memory of all cards of a preset, or of decks, anew from their logs, by the weights that hold now. */
import { replay } from '../scheduler/replay.ts';
import { MEMORY_FIELDS, rowOf, type CardRow } from './card-row.ts';
import { addToCounters } from './counters.ts';
import { readStarts, weightsOf } from './card-log.ts';
import { reviewsOfCards } from './history.ts';
import { inSlices } from './in-slices.ts';
import { cardsOfDeck, decksOfPreset } from './preset-cards.ts';
import type { OnsiteDb } from './schema.ts';
import { Tally } from './tally.ts';

/** So many cards are replayed between two looks at the database, in which the screen has its turn. */
const AT_ONCE = 250;
/** The logs of so many cards are held at once; more would fill the memory, fewer read history more often. */
const AT_A_PASS = 10_000;

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
	const weights = new Map<string, readonly number[]>();
	const ids: string[] = [];
	for (const deckId of deckIds) {
		weights.set(deckId, await weightsOf(db, deckId));
		for (const id of await cardsOfDeck(db, deckId).primaryKeys()) ids.push(id);
	}
	let changed = 0;
	const pass = async (cards: readonly string[]) => {
		const logs = await reviewsOfCards(db, new Set(cards));
		const answered = cards.filter((id) => logs.has(id));
		const replayed = async (some: readonly string[]) => {
			changed += await replayCards(db, some, logs, { weights, today });
		};
		await inSlices(answered, replayed, AT_ONCE);
	};
	await inSlices(ids, pass, AT_A_PASS);
	return changed;
}

/** Replays these cards; returns how many changed. */
async function replayCards(
	db: OnsiteDb,
	ids: readonly string[],
	logs: Awaited<ReturnType<typeof reviewsOfCards>>,
	{ weights, today }: { weights: ReadonlyMap<string, readonly number[]>; today: number },
): Promise<number> {
	const [rows, starts] = await Promise.all([db.cards.bulkGet([...ids]), readStarts(db, ids)]);
	const tally = new Tally();
	const next = rows.flatMap((row): CardRow[] => {
		if (!row) return [];
		const own = weights.get(row.deckId) ?? [];
		const memory = replay(logs.get(row.id) ?? [], own, starts.get(row.id));
		if (MEMORY_FIELDS.every((name) => Object.is(memory[name], row[name]))) return [];
		const moved = rowOf({ ...row, ...memory }, today, row.gone);
		tally.move(row, moved);
		return [moved];
	});
	await db.cards.bulkPut(next);
	await addToCounters(db, tally);
	return next.length;
}
