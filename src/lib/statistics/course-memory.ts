/** What FSRS knew of a card before each answer, kept along while a log is counted. */
import { elapsedDays } from '../scheduler/entry-order.ts';
import { isSoundMemory, nextMemory, retrievability } from '../scheduler/memory-model.ts';
import type { Review } from '../scheduler/review.ts';
import { CUT, UNKNOWN, type CardCourse } from './card-course.ts';

type Course = Pick<CardCourse, 'stability' | 'difficulty' | 'lastDay'>;

/**
 * Probability that the card is recalled on a study day, as it was known before the answer; undefined for one whose
 * memory is not known.
 */
export function foresee(
	{ stability, lastDay }: Course,
	day: number,
	weights: readonly number[],
): number | undefined {
	if (stability <= 0 || weights.length === 0) return undefined;
	return retrievability(stability, elapsedDays(lastDay, day), weights);
}

/**
 * The memory after an answer that counts for the schedule, as `replay` finds it. To be called before the day of the
 * last answer moves on. A history that begins in the middle is not gone on from.
 */
export function learnFrom(
	course: Course,
	{ grade, kind, day }: Pick<Review, 'grade' | 'kind' | 'day'>,
	weights: readonly number[],
): void {
	if (course.stability === CUT || grade === 0 || grade > 4 || weights.length === 0) return;
	if (course.stability === UNKNOWN && kind !== 'learn') {
		course.stability = CUT;
		return;
	}
	const before = isSoundMemory(course.stability, course.difficulty) ? course : null;
	const elapsed = before ? elapsedDays(course.lastDay, day) : 0;
	const { stability, difficulty } = nextMemory(before, elapsed, grade, weights);
	course.stability = stability;
	course.difficulty = difficulty;
}
