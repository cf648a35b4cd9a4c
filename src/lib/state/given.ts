/** An answer of a sitting, as its end tells of it. */
import type { Grade, Phase } from '$lib/scheduler/review.ts';

export interface Given {
	reviewId: string;
	cardId: string;
	grade: Grade;
	/** The phase before the answer: only `review` tells what was remembered from an earlier day. */
	from: Phase;
	/** ms. */
	duration: number;
}
