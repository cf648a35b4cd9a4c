/** The last move of a preset's dates, found again in the log however long ago it was, and taken back. */
import { replay } from '../scheduler/replay.ts';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import type { DateMove } from '../scheduler/move-dates.ts';
import { reading } from './atomic.ts';
import { readStarts } from './card-log.ts';
import { stateOf } from './card-row.ts';
import { allReviews, reviewsOfCards } from './history.ts';
import type { Fields } from './record.ts';
import type { OnsiteDb } from './schema.ts';

/** As much as tells its entries in the log from others. */
export interface LastMove {
	/** ms since the epoch. */
	t: number;
	dev: string;
	/** Dates that it moved. */
	count: number;
}

export interface DatesBefore {
	/** Back to where each date was; what has passed meanwhile comes back today. */
	moves: DateMove[];
	/** Dates that stay: their cards were answered, moved or deleted since. */
	kept: number;
}

/** The field of a preset in which its last move is kept; `null` for none. */
export function fieldsOfMove(move: LastMove | null): Fields {
	return { moved: move && { ...move } };
}

/** The last move of a preset's dates that was not taken back. */
export async function lastMove(db: OnsiteDb, presetId: string): Promise<LastMove | undefined> {
	const moved = (await db.records.get(['preset', presetId]))?.fields['moved'];
	if (typeof moved !== 'object' || moved === null || Array.isArray(moved)) return undefined;
	const { t, dev, count } = moved;
	if (typeof t !== 'number' || typeof dev !== 'string' || typeof count !== 'number')
		return undefined;
	return { t, dev, count };
}

/**
 * Where the dates of a move were before it, of the cards whose last entry it still is: an answer given
 * since has set a date of its own, which stays. Nothing is written. @throws DbError
 * @param today study day
 */
export async function datesBefore(
	db: OnsiteDb,
	{ t, dev, count }: LastMove,
	today: number,
): Promise<DatesBefore> {
	return reading(db, ['reviews', 'blocks', 'records', 'cards'], async () => {
		const entries = new Map<string, string>();
		for (const review of await allReviews(db)) {
			const ofMove = review.kind === 'reschedule' && review.t === t && review.dev === dev;
			if (ofMove && !review.void) entries.set(review.cardId, review.id);
		}
		const rows = await db.cards.bulkGet([...entries.keys()]);
		const standing = rows.flatMap((row) =>
			row && !row.gone && row.lastReview === entries.get(row.id) ? [row] : [],
		);
		const ids = standing.map(({ id }) => id);
		const [logs, starts] = [await reviewsOfCards(db, new Set(ids)), await readStarts(db, ids)];
		const moves = standing.flatMap((row): DateMove[] => {
			const before = (logs.get(row.id) ?? []).filter(({ id }) => id !== row.lastReview);
			// A date is that of the last entry: no weights have a part in it.
			const { due } = replay(before, DEFAULT_PRESET.weights, starts.get(row.id));
			const to = Math.max(today, due);
			return to === row.due ? [] : [{ card: stateOf(row), from: row.due, to }];
		});
		return { moves, kept: count - standing.length };
	});
}
