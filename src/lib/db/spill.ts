/** Keeps answers aside while the database cannot be reached, and saves each once after the reload. */
import { commitAnswer, type Answer } from './act.ts';
import { faultOf } from './block.ts';
import { ConflictError } from './db-error.ts';
import { reviewsOfCard } from './history.ts';
import type { OnsiteDb } from './schema.ts';

/** `localStorage`, or anything like it. */
export type SpillStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const KEY = 'onsite-answers-aside';

/**
 * Puts an answer aside, behind those that wait there already (of this tab or another); `false` where
 * that storage is full or refused (then keep it in memory and say so).
 */
export function spillAnswer(storage: SpillStorage, answer: Answer): boolean {
	return keep(storage, [
		...spilledAnswers(storage).filter((each) => !replaces(answer, each)),
		answer,
	]);
}

/** The person has answered the same card again, as it came back: the last word holds. */
function replaces(answer: Answer, earlier: Answer): boolean {
	return (
		answer.review.cardId === earlier.review.cardId &&
		answer.before.lastReview === earlier.before.lastReview
	);
}

function keep(storage: SpillStorage, answers: readonly Answer[]): boolean {
	try {
		if (answers.length === 0) storage.removeItem(KEY);
		else storage.setItem(KEY, JSON.stringify(answers));
		return true;
	} catch {
		return false;
	}
}

/** Whether anything was put aside. */
export function hasSpilled(storage: SpillStorage): boolean {
	return storage.getItem(KEY) !== null;
}

/** The answers put aside, oldest first; what cannot be read is left out. */
export function spilledAnswers(storage: SpillStorage): Answer[] {
	try {
		const answers: unknown = JSON.parse(storage.getItem(KEY) ?? '[]');
		return Array.isArray(answers) ? answers.filter(isAnswer) : [];
	} catch {
		return [];
	}
}

/**
 * Saves the answers put aside, each once by its review id, and returns how many. One that had been
 * saved after all, or whose card was answered otherwise meanwhile, is let go.
 * @throws DbError where saving fails; that answer and those behind it stay aside
 */
export async function replaySpilled(db: OnsiteDb, storage: SpillStorage): Promise<number> {
	let saved = 0;
	for (const answer of spilledAnswers(storage)) {
		const { cardId, id } = answer.review;
		const log = await reviewsOfCard(db, cardId);
		if (!log.some((review) => review.id === id)) saved += await commitOnce(db, answer);
		const left = spilledAnswers(storage).filter(({ review }) => review.id !== id);
		keep(storage, left);
	}
	return saved;
}

async function commitOnce(db: OnsiteDb, answer: Answer): Promise<number> {
	try {
		await commitAnswer(db, answer);
		return 1;
	} catch (error) {
		if (error instanceof ConflictError) return 0;
		throw error;
	}
}

function isAnswer(value: unknown): value is Answer {
	if (typeof value !== 'object' || value === null) return false;
	const { review, before, after, siblings, moment } = value as Partial<Answer>;
	return (
		Array.isArray(siblings) &&
		[review, before, after, moment].every((part) => typeof part === 'object' && part !== null) &&
		review !== undefined &&
		faultOf(review) === undefined
	);
}
