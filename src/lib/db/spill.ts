/** Keeps answers aside while the database cannot be reached. */
import type { Answer } from './act.ts';
import { faultOf } from './review-fact.ts';

/** `localStorage`, or anything like it. */
export type SpillStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const KEY = 'onsite-answers-aside';

/**
 * Puts an answer aside, behind those that wait there already (of this tab or another); `false` where
 * that storage is full or refused (then keep it in memory and say so).
 */
export function spillAnswer(storage: SpillStorage, answer: Answer): boolean {
	return keepAside(storage, [
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

/** In place of those that are aside; `false` where that storage is full or refused. */
export function keepAside(storage: SpillStorage, answers: readonly Answer[]): boolean {
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
