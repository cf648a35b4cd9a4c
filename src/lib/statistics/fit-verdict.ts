/** Whether fitted parameters are taken: judged by answers that the fit has not seen. */
import { soundWeights } from '../scheduler/sound-weights.ts';
import { askedTimes, type FitCard } from './fit-history.ts';
import { fitScore, losses, type FitScore } from './fit-score.ts';

/** Answers after a day or more that a fit needs, a fifth of them to be judged by. */
export const LEAST_ANSWERS = 40;
/** Share of the answers, the latest, that is held out. */
const HELD_OUT = 0.2;

export interface FitSplit {
	/** ms since the epoch: what was answered from here on is held out. */
	from: number;
	/** Answers to fit to, and those held out. */
	trained: number;
	held: number;
}

/** Parts answers by time; `undefined` where there are too few. */
export function splitByTime(cards: readonly FitCard[]): FitSplit | undefined {
	const times = askedTimes(cards);
	if (times.length < LEAST_ANSWERS) return undefined;
	const from = times[Math.floor(times.length * (1 - HELD_OUT))] ?? Infinity;
	// Answers of one and the same instant stay together.
	const trained = times.indexOf(from);
	return { from, trained, held: times.length - trained };
}

/** Why the old parameters stay: `same` as nothing changed, `worse`, or no more than `chance` better. */
export type KeptBecause = 'same' | 'worse' | 'chance';

export interface FitVerdict {
	/** The fitted weights, within the ranges of FSRS. */
	weights: readonly number[];
	before: FitScore;
	after: FitScore;
	/** `null` where the new ones are better. */
	kept: KeptBecause | null;
}

/**
 * Compares fitted weights with those in force on the held-out part. They are better when the mean
 * loss falls by more than its own standard error, answer by answer: less may be chance.
 */
export function judgeFit(
	cards: readonly FitCard[],
	{ from }: FitSplit,
	current: readonly number[],
	fitted: readonly number[],
): FitVerdict {
	const weights = soundWeights(fitted, current);
	const before = fitScore(cards, current, from);
	const after = fitScore(cards, weights, from);
	return { weights, before, after, kept: keptBecause(cards, from, current, weights) };
}

function keptBecause(
	cards: readonly FitCard[],
	from: number,
	current: readonly number[],
	weights: readonly number[],
): KeptBecause | null {
	if (weights.every((weight, at) => Math.abs(weight - (current[at] ?? NaN)) < 1e-6)) return 'same';
	const [old, young] = [losses(cards, current, from), losses(cards, weights, from)];
	const gains = old.map((loss, at) => loss - (young[at] ?? loss));
	const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
	if (!(mean > 0)) return 'worse';
	const squares = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0);
	const error = Math.sqrt(squares / Math.max(1, gains.length - 1) / gains.length);
	return mean > error ? null : 'chance';
}
