/** What a card will probably be like after days and reviews to come: one expected memory, without dice. */
import { intervalDays, nextMemory, retrievability } from '../scheduler/memory-model.ts';
import type { Marks, Memory } from '../scheduler/card-state.ts';
import type { Preset } from '../scheduler/preset.ts';

export type MemoryModel = Pick<Preset, 'weights' | 'desiredRetention' | 'maximumInterval'>;

/** A card that was begun; days are study day numbers. */
export interface Outlook {
	/** Days until recall falls to 90%. */
	stability: number;
	/** 1 to 10. */
	difficulty: number;
	/** Day of the last answer. */
	lastDay: number;
	/** Day on which it comes back. */
	due: number;
}

/** Probability of recall, 0 to 1, on a day that is not before the last answer. */
export function recallOn({ stability, lastDay }: Outlook, day: number, model: MemoryModel): number {
	return retrievability(stability, day - lastDay, model.weights);
}

/** A card that was answered at least once; one that is in its steps comes back today, one put off until tomorrow then. */
export function outlookOf(card: Memory & Pick<Marks, 'buriedOn'>, today: number): Outlook {
	const { stability, difficulty, lastDay, intraday, due, buriedOn } = card;
	const comes = intraday ? today : due;
	return { stability, difficulty, lastDay, due: Math.max(comes, buriedOn + 1) };
}

/** A card met for the first time on `day`, and known at the end of its steps. */
export function outlookOfNew(day: number, model: MemoryModel): Outlook {
	return placed(nextMemory(null, 0, 3, model.weights), day, model);
}

/**
 * The card after a review on `day`: recalled with the probability that the model gives, forgotten otherwise. Stability
 * is averaged by its logarithm, since it grows by factors.
 */
export function outlookAfterReview(card: Outlook, day: number, model: MemoryModel): Outlook {
	const elapsed = day - card.lastDay;
	const recall = recallOn(card, day, model);
	const good = nextMemory(card, elapsed, 3, model.weights);
	const again = nextMemory(card, elapsed, 1, model.weights);
	const mean = (a: number, b: number) => recall * a + (1 - recall) * b;
	return placed(
		{
			stability: Math.exp(mean(Math.log(good.stability), Math.log(again.stability))),
			difficulty: mean(good.difficulty, again.difficulty),
		},
		day,
		model,
	);
}

function placed(
	{ stability, difficulty }: Pick<Outlook, 'stability' | 'difficulty'>,
	day: number,
	{ weights, desiredRetention, maximumInterval }: MemoryModel,
): Outlook {
	const days = Math.round(intervalDays(stability, desiredRetention, weights));
	const due = day + Math.min(maximumInterval, Math.max(1, days));
	return { stability, difficulty, lastDay: day, due };
}
