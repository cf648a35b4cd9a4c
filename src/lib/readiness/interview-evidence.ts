/** What the last whole interview with a question showed, and what of it may still hold. */
import {
	INTERVIEW_LEVELS,
	RUBRIC_DIMENSIONS,
	type InterviewLevel,
	type RubricDimension,
} from '../content/question-terms.ts';
import { DIMENSION_WEIGHTS, type Reached } from '../interview/score-interview.ts';
import type { Range } from './range.ts';

/** A whole interview whose result was shown. */
export interface JudgedAttempt {
	/** Study day. */
	day: number;
	reached: Readonly<Partial<Record<RubricDimension, Reached>>>;
}

export interface InterviewReadiness extends Range {
	/** Study days since it. */
	age: number;
	/** Dimensions that were judged, in the order of the rubric. */
	dimensions: { dimension: RubricDimension; reached: Reached; weight: number }[];
}

/** After so many days half of what was shown is no longer taken for granted. */
export const HALF_LIFE = 90;

/**
 * The share of the rubric that was shown at the level aimed at, each dimension by its weight: one that reached half
 * the way counts half. At the low end it fades with the days since.
 * @returns undefined where no dimension was judged
 */
export function interviewReadiness(
	{ day, reached }: JudgedAttempt,
	aim: InterviewLevel,
	today: number,
): InterviewReadiness | undefined {
	const wanted = INTERVIEW_LEVELS.indexOf(aim) + 1;
	const dimensions = RUBRIC_DIMENSIONS.flatMap((dimension, at) => {
		const level = reached[dimension];
		const weight = (DIMENSION_WEIGHTS[aim][at] ?? 0) / 100;
		return level === undefined ? [] : [{ dimension, reached: level, weight }];
	});
	const judged = dimensions.reduce((sum, { weight }) => sum + weight, 0);
	if (judged === 0) return undefined;
	const shown =
		dimensions.reduce((sum, each) => sum + each.weight * Math.min(1, each.reached / wanted), 0) /
		judged;
	const age = Math.max(0, today - day);
	return { low: shown * 0.5 ** (age / HALF_LIFE), high: shown, age, dimensions };
}

/** The dimension whose lack weighs most at the level aimed at; undefined where none lacks anything. */
export function weakestDimension(
	{ dimensions }: Pick<InterviewReadiness, 'dimensions'>,
	aim: InterviewLevel,
): RubricDimension | undefined {
	const wanted = INTERVIEW_LEVELS.indexOf(aim) + 1;
	const lack = (each: InterviewReadiness['dimensions'][number]) =>
		Math.max(0, 1 - each.reached / wanted) * each.weight;
	const [most] = dimensions.filter((each) => lack(each) > 0).sort((a, b) => lack(b) - lack(a));
	return most?.dimension;
}
