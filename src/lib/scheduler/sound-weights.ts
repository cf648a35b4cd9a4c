/** Brings fitted parameters into the form and the ranges in which they are kept. */
import { CLAMP_PARAMETERS } from 'ts-fsrs';

/**
 * Weights as FSRS-6 takes them: six decimals, each within its range; `instead` for one that is no
 * number, and for all where there are not 21.
 */
export function soundWeights(weights: readonly number[], instead: readonly number[]): number[] {
	const ranges = CLAMP_PARAMETERS(2);
	if (weights.length !== ranges.length) return [...instead];
	return ranges.map(([low = 0, high = 0], at) => {
		const weight = weights[at] ?? NaN;
		if (!Number.isFinite(weight)) return instead[at] ?? low;
		return Math.min(high, Math.max(low, Number(weight.toFixed(6))));
	});
}
