/** Which grade a self-check speaks for; the person confirms it or presses another. */
import type { Grade } from './review.ts';

/** Below this share of the points, the answer would not have carried the conversation. */
const ENOUGH = 0.6;

/**
 * @param share of the points hit, or of the answer typed right: 0 to 1
 * @returns Good for all of it, Hard for most, Again for less; never Easy, which only the person can feel
 */
export function suggestedGrade(share: number): Grade {
	if (share >= 1) return 3;
	return share >= ENOUGH ? 2 : 1;
}
