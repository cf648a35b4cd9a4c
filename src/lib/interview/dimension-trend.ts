/** How levels, and the opinion of them, went from interview to interview. */
import { RUBRIC_DIMENSIONS, type RubricDimension } from '../content/question-terms.ts';
import type { Reached } from './score-interview.ts';

type Levels = Readonly<Partial<Record<RubricDimension, Reached>>>;

/** An interview whose result was shown. */
export interface JudgedInterview {
	/** ms since the epoch. */
	t: number;
	reached: Levels;
	/** Guessed before ticking. */
	predicted: Levels;
}

export interface DimensionTrend {
	dimension: RubricDimension;
	/** Oldest first; interviews that did not judge the dimension are left out. */
	levels: { t: number; reached: Reached }[];
}

/** The levels of every dimension in the order of the rubric. */
export function dimensionTrends(interviews: readonly JudgedInterview[]): DimensionTrend[] {
	const inOrder = byTime(interviews);
	return RUBRIC_DIMENSIONS.map((dimension) => ({
		dimension,
		levels: inOrder.flatMap(({ t, reached }) => {
			const level = reached[dimension];
			return level === undefined ? [] : { t, reached: level };
		}),
	}));
}

/**
 * Guessed less reached, on average over the dimensions that have both: above 0 for too high an opinion. Oldest
 * first; interviews without a guess are left out.
 */
export function calibrationTrend(
	interviews: readonly JudgedInterview[],
): { t: number; gap: number }[] {
	return byTime(interviews).flatMap(({ t, reached, predicted }) => {
		const gaps = RUBRIC_DIMENSIONS.flatMap((dimension) => {
			const [guess, level] = [predicted[dimension], reached[dimension]];
			return guess === undefined || level === undefined ? [] : guess - level;
		});
		const sum = gaps.reduce((all, gap) => all + gap, 0);
		return gaps.length === 0 ? [] : { t, gap: sum / gaps.length };
	});
}

function byTime(interviews: readonly JudgedInterview[]): JudgedInterview[] {
	return interviews.toSorted((a, b) => a.t - b.t);
}
