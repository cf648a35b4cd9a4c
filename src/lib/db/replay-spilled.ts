/** Saves the answers that were put aside, each once, after the reload that has healed the connection. */
import { commitAnswer, type Answer } from './act.ts';
import { ConflictError } from './db-error.ts';
import { reviewsOfCard } from './history.ts';
import type { OnsiteDb } from './schema.ts';
import { keepAside, spilledAnswers, type SpillStorage } from './spill.ts';

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
		keepAside(storage, left);
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
