/** The memory that a card of SM-2 most likely has: FSRS's numbers from its interval and ease alone. */
import { clampMemory, type MemoryState } from './memory-model.ts';

/** Factors up to this are FSRS difficulties in disguise: (difficulty − 1) / 9 + 0.1. */
const DISGUISED = 1.1;

/**
 * @param ease factor of SM-2, such as 2.5; up to 1.1 it carries a difficulty of FSRS
 * @param interval days
 * @param retention at which the intervals were given, 0 to 1; 0.9 where nobody knows
 * @param weights 21 numbers of FSRS-6
 */
export function memoryFromSm2(
	ease: number,
	interval: number,
	retention: number,
	weights: readonly number[],
): MemoryState {
	const [w8 = 0, w9 = 0, w10 = 0, decay = 1] = [weights[8], weights[9], weights[10], weights[20]];
	const days = Math.max(interval, 0.1);
	if (ease > 0 && ease <= DISGUISED) {
		return clampMemory({ stability: days, difficulty: (ease - 0.1) * 9 + 1 });
	}
	const drop = (share: number) => share ** (-1 / decay) - 1;
	const stability = (days * drop(0.9)) / drop(retention);
	const growth = Math.exp(w8) * stability ** -w9 * Math.expm1((1 - retention) * w10);
	return clampMemory({ stability, difficulty: 11 - (ease - 1) / growth });
}
