/** Keeps an answer aside while the database cannot be reached, and saves it once after the reload. */
import { commitAnswer, type Answer } from './act.ts';
import { ConflictError } from './db-error.ts';
import { reviewsOfCard } from './history.ts';
import type { OnsiteDb } from './schema.ts';

/** `localStorage`, or anything like it. */
export type SpillStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const KEY = 'onsite-answer-aside';

/** Puts an answer aside; `false` where that storage is full or refused (then keep it in memory and say so). */
export function spillAnswer(storage: SpillStorage, answer: Answer): boolean {
	try {
		storage.setItem(KEY, JSON.stringify(answer));
		return true;
	} catch {
		return false;
	}
}

/** The answer put aside, `undefined` where there is none or it cannot be read. */
export function spilledAnswer(storage: SpillStorage): Answer | undefined {
	try {
		const answer: unknown = JSON.parse(storage.getItem(KEY) ?? 'null');
		return isAnswer(answer) ? answer : undefined;
	} catch {
		return undefined;
	}
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
	const answer = spilledAnswer(storage);
	if (!answer) return 'none';
	const { review } = answer;
	let outcome: 'saved' | 'known' | 'conflict' = 'known';
	const log = await reviewsOfCard(db, review.cardId);
	if (!log.some(({ id }) => id === review.id)) {
		try {
			await commitAnswer(db, answer);
			outcome = 'saved';
		} catch (error) {
			if (!(error instanceof ConflictError)) throw error;
			outcome = 'conflict';
		}
	}
	storage.removeItem(KEY);
	return outcome;
}

function isAnswer(value: unknown): value is Answer {
	if (typeof value !== 'object' || value === null) return false;
	const { review, before, after, siblings, moment } = value as Partial<
		Record<keyof Answer, unknown>
	>;
	const parts = [review, before, after, moment];
	return (
		Array.isArray(siblings) && parts.every((part) => typeof part === 'object' && part !== null)
	);
}
