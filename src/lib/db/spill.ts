/** Keeps an answer aside while the database cannot be reached, and saves it once after the reload. */
import type { Answer } from './act.ts';
import type { OnsiteDb } from './schema.ts';

/** `localStorage`, or anything like it. */
export type SpillStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Puts an answer aside; `false` where that storage is full or refused (then keep it in memory and say so). */
export function spillAnswer(storage: SpillStorage, answer: Answer): boolean {
	throw new Error(`Not written yet: ${typeof storage} ${answer.review.id}`);
}

/**
 * Saves the answer put aside, once, by its review id: `saved`, `known` where it had been saved
 * before, `conflict` where another answer to the card came first, `none` where nothing waits.
 * @throws DbError where saving fails; the answer stays aside
 */
export async function replaySpilled(
	db: OnsiteDb,
	storage: SpillStorage,
): Promise<'none' | 'saved' | 'known' | 'conflict'> {
	throw new Error(`Not written yet: ${db.name} ${typeof storage}`);
}
