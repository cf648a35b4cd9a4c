/** Reads what may be studied in several decks at once; decks in which nothing waits are not asked. */
import { newPlace, type CardState } from '../scheduler/card-state.ts';
import type { ReviewOrder } from '../scheduler/preset.ts';
import { hash32 } from '../scheduler/seed.ts';
import { queueCandidates, type Candidates } from './cards.ts';
import type { OnsiteDb } from './schema.ts';

/** A deck with what its counters say. */
export interface DeckWork {
	deckId: string;
	fresh: number;
	learning: number;
	/** Due up to today. */
	due: number;
}

/** As `queueCandidates`, over several decks: no more of each kind than the limits say for all together. */
export async function candidatesOf(
	db: OnsiteDb,
	decks: readonly DeckWork[],
	moment: { day: number },
	options: { reviewLimit: number; newLimit: number; order: ReviewOrder },
): Promise<Candidates> {
	const { reviewLimit, newLimit, order } = options;
	const parts = await Promise.all(
		decks
			.filter(({ fresh, learning, due }) => fresh + learning + due > 0)
			.map(({ deckId, fresh, due }) =>
				queueCandidates(db, deckId, moment, {
					reviewLimit: Math.min(due, reviewLimit),
					newLimit: Math.min(fresh, newLimit),
					order,
				}),
			),
	);
	const reviews = parts.flatMap((part) => part.reviews).sort(byDue);
	return {
		learning: parts.flatMap((part) => part.learning).sort((a, b) => a.due - b.due),
		reviews: order === 'due-random' ? reviews.slice(0, reviewLimit) : reviews,
		fresh: parts
			.flatMap((part) => part.fresh)
			.sort((a, b) => newPlace(a) - newPlace(b) || (a.id < b.id ? -1 : 1))
			.slice(0, newLimit),
	};
}

/** As the index has it: by day, and cards of one day shuffled, the same way on every device. */
function byDue(a: CardState, b: CardState): number {
	return a.due - b.due || hash32(a.id) - hash32(b.id);
}
