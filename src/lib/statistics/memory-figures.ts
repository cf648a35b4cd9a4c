/** How the cards stand now: intervals, and the three numbers of the memory model. */
import { recallNow } from '../scheduler/card-standing.ts';
import type { CardState } from '../scheduler/card-state.ts';
import { isSoundMemory } from '../scheduler/memory-model.ts';
import type { Moment } from '../scheduler/study-day.ts';
import { binsOf, medianOf, type Bin } from './histogram.ts';

export interface Distribution {
	bins: Bin[];
	median: number | null;
	/** Cards in it. */
	cards: number;
}

export interface MemoryFigures {
	/** Days given last, of cards in review (not in steps). */
	interval: Distribution;
	/** Days until recall falls to 90%, of every card that was answered. */
	stability: Distribution;
	/** 1 to 10, of the same. */
	difficulty: Distribution;
	/** Probability of recall now, 0 to 1, of the same. */
	recall: Distribution;
	/** Cards that would be recalled now: the sum of all probabilities. */
	known: number;
}

/** Days: each border about twice the one before, in weeks, months and years where there are such. */
const DAY_BORDERS = [0, 1, 2, 4, 7, 14, 30, 61, 91, 182, 365, Infinity];
const DIFFICULTY_BORDERS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const RECALL_BORDERS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

function distribution(values: readonly number[], borders: readonly number[]): Distribution {
	return { bins: binsOf(values, borders), median: medianOf(values), cards: values.length };
}

/**
 * Suspended and put-off cards count, since they are remembered as well; damaged states do not.
 * @param weightsOf FSRS parameters of a card's deck
 */
export function memoryFigures(
	cards: readonly CardState[],
	weightsOf: (card: CardState) => readonly number[],
	now: Moment,
): MemoryFigures {
	const held = cards.filter(
		({ phase, stability, difficulty }) => phase !== 'new' && isSoundMemory(stability, difficulty),
	);
	const recalls = held.map((card) => recallNow(card, weightsOf(card), now) ?? 0);
	return {
		interval: distribution(
			held.filter(({ phase }) => phase === 'review').map(({ interval }) => interval),
			DAY_BORDERS,
		),
		stability: distribution(
			held.map(({ stability }) => stability),
			DAY_BORDERS,
		),
		difficulty: distribution(
			held.map(({ difficulty }) => difficulty),
			DIFFICULTY_BORDERS,
		),
		recall: distribution(recalls, RECALL_BORDERS),
		known: recalls.reduce((sum, recall) => sum + recall, 0),
	};
}
