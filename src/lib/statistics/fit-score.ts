/** How well parameters foretell answers: log loss, and RMSE over bins of like histories. */
import { nextMemory, retrievability, type MemoryState } from '../scheduler/memory-model.ts';
import type { FitCard } from './fit-history.ts';

export interface FitScore {
	/** Mean over the answers; the less the better. */
	logLoss: number;
	/** Root of the mean square of foretold less seen recall over bins, each weighing as many answers as it has. */
	rmse: number;
	/** Answers foretold. */
	answers: number;
}

/** A chance of 0 or 1 would make one answer count without bound. */
const SURE = 1e-4;

/** One answer, foretold from all before it. */
export interface Foretold {
	/** Probability of recall, 0 to 1. */
	recall: number;
	recalled: 0 | 1;
	/** Names the bin of like histories. */
	bin: string;
	/** When it was given, ms since the epoch. */
	t: number;
}

/**
 * Foretells every answer from `from` on that came a day or more after the one before.
 * @param from ms since the epoch
 * @throws RangeError for weights that FSRS cannot take
 */
export function foretell(
	cards: readonly FitCard[],
	weights: readonly number[],
	from = -Infinity,
): Foretold[] {
	const all: Foretold[] = [];
	for (const card of cards) {
		let memory: MemoryState | null = null;
		let [spaced, lapses] = [0, 0];
		for (const { grade, elapsed, t } of card) {
			if (elapsed > 0) {
				spaced += 1;
				if (memory && t >= from) {
					const recall = retrievability(memory.stability, elapsed, weights);
					const bin = binOf(elapsed, spaced + 1, lapses);
					all.push({ recall, recalled: grade > 1 ? 1 : 0, bin, t });
				}
				if (grade === 1) lapses += 1;
			}
			memory = nextMemory(memory, elapsed, grade, weights);
		}
	}
	return all;
}

/** Loss of each answer of `foretell`, in its order. */
export function losses(
	cards: readonly FitCard[],
	weights: readonly number[],
	from = -Infinity,
): Float64Array {
	return Float64Array.from(foretell(cards, weights, from), lossOf);
}

/** What an answer costs, by how likely it was foretold. */
export function lossOf({ recall, recalled }: Pick<Foretold, 'recall' | 'recalled'>): number {
	const sure = Math.min(1 - SURE, Math.max(SURE, recall));
	return -Math.log(recalled === 1 ? sure : 1 - sure);
}

/**
 * How well weights foretell the answers from `from` (ms since the epoch) on.
 * @throws RangeError for weights that FSRS cannot take
 */
export function fitScore(
	cards: readonly FitCard[],
	weights: readonly number[],
	from = -Infinity,
): FitScore {
	const bins = new Map<string, { foretold: number; recalled: number; answers: number }>();
	const all = foretell(cards, weights, from);
	let loss = 0;
	for (const each of all) {
		loss += lossOf(each);
		const bin = bins.get(each.bin) ?? { foretold: 0, recalled: 0, answers: 0 };
		bin.foretold += each.recall;
		bin.recalled += each.recalled;
		bin.answers += 1;
		bins.set(each.bin, bin);
	}
	let squares = 0;
	for (const { foretold, recalled, answers } of bins.values()) {
		squares += (foretold - recalled) ** 2 / answers;
	}
	const count = Math.max(1, all.length);
	return { logLoss: loss / count, rmse: Math.sqrt(squares / count), answers: all.length };
}

/** Histories of like delay, length and lapses share a bin; borders grow as powers, those of the optimizer of FSRS. */
function binOf(delay: number, length: number, lapses: number): string {
	const step = (value: number, base: number) => Math.floor(Math.log(value) / Math.log(base));
	return `${step(delay, 3.62)} ${step(length, 1.89)} ${lapses === 0 ? '' : step(lapses, 1.73)}`;
}
