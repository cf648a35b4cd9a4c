/** Reads what a fit of parameters needs, as it is stored: to decode and to sort it is a worker's affair. */
import { reading } from './atomic.ts';
import { readStarts } from './card-log.ts';
import { cardsOfDeck, decksOfPreset } from './preset-cards.ts';
import { recordsOf } from './records.ts';
import type { OnsiteDb, ReviewRow } from './schema.ts';
import { readStudyDecks } from './study-decks.ts';

export interface FitMaterial {
	/** Sealed history in columns (see block.ts). */
	blocks: Uint8Array<ArrayBuffer>[];
	/** The reviews since. */
	rows: ReviewRow[];
	/** Ids of reviews that are undone. */
	undone: string[];
	/** Ids of the preset's cards whose log reaches back to their first answer. */
	cards: string[];
}

/** The whole log, and which cards of it are a preset's. @throws DbError */
export async function fitMaterial(db: OnsiteDb, presetId: string): Promise<FitMaterial> {
	return reading(db, 'all', async () => {
		const cards: string[] = [];
		for (const deckId of await decksOfPreset(db, presetId)) {
			const ids = await cardsOfDeck(db, deckId).primaryKeys();
			const cut = await readStarts(db, ids);
			for (const id of ids) if (!cut.has(id)) cards.push(id);
		}
		const voids = await recordsOf(db, 'void');
		return {
			blocks: (await db.blocks.toArray()).map(({ bytes }) => bytes),
			rows: await db.reviews.toArray(),
			undone: voids.filter(({ fields }) => fields['void'] === true).map(({ id }) => id),
			cards,
		};
	});
}

/** Graded reviews of a preset's decks, by their counters; learning steps do not count. */
export async function reviewsOfPreset(db: OnsiteDb, presetId: string): Promise<number> {
	return (await reviewsByPreset(db)).get(presetId) ?? 0;
}

/** The same of every preset that has any, from one reading of the counters. */
export async function reviewsByPreset(db: OnsiteDb): Promise<Map<string, number>> {
	return reading(db, ['days', 'totals', 'records'], async () => {
		const [{ presetIdOf }, deckIds, days] = await Promise.all([
			readStudyDecks(db),
			db.totals.toCollection().primaryKeys(),
			db.days.toArray(),
		]);
		const presetOf = new Map(deckIds.map((id) => [id, presetIdOf(id)]));
		const sums = new Map<string, number>();
		for (const { deckId, review } of days) {
			const id = presetOf.get(deckId);
			if (id !== undefined) sums.set(id, (sums.get(id) ?? 0) + review);
		}
		return sums;
	});
}
