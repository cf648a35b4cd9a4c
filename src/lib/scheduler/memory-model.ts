/** FSRS-6, by ts-fsrs: what an answer does to a memory, and when recall falls to a target. */
import { FSRSAlgorithm, S_MAX, S_MIN } from 'ts-fsrs';
import type { Grade } from './review.ts';

/** The two numbers that FSRS knows of a card. */
export interface MemoryState {
	/** Days until recall falls to 90%. */
	stability: number;
	/** 1 to 10. */
	difficulty: number;
}

const byIdentity = new WeakMap<readonly number[], FSRSAlgorithm>();
const byValue = new Map<string, FSRSAlgorithm>();

/** One algorithm per set of weights: making one costs more than a hundred answers. */
function algorithmFor(weights: readonly number[]): FSRSAlgorithm {
	let algorithm = byIdentity.get(weights);
	if (algorithm) return algorithm;
	if (weights.length !== 21 || !weights.every(Number.isFinite)) {
		throw new RangeError(`FSRS-6 takes 21 finite numbers as weights, not [${weights.join(', ')}]`);
	}
	const key = weights.join();
	algorithm = byValue.get(key);
	if (!algorithm) {
		// With one relearning step ts-fsrs leaves the weights as they are; steps must not change memory.
		algorithm = new FSRSAlgorithm({ w: [...weights], relearning_steps: ['10m'] });
		if (byValue.size >= 16) byValue.clear();
		byValue.set(key, algorithm);
	}
	byIdentity.set(weights, algorithm);
	return algorithm;
}

/** Whether FSRS can go on from this state; NaN, infinities, zeros and texts cannot. */
export function isSoundMemory(stability: unknown, difficulty: unknown): boolean {
	return (
		typeof stability === 'number' &&
		typeof difficulty === 'number' &&
		stability >= S_MIN &&
		stability <= S_MAX &&
		difficulty >= 1 &&
		difficulty <= 10
	);
}

/** The nearest memory from which FSRS can go on. */
export function clampMemory({ stability, difficulty }: MemoryState): MemoryState {
	return {
		stability: Math.min(Math.max(stability, S_MIN), S_MAX),
		difficulty: Math.min(Math.max(difficulty, 1), 10),
	};
}

/**
 * The memory after an answer.
 * @param before `null` for the first answer
 * @param elapsedDays whole study days since the last answer; 0 uses FSRS-6's same-day formula, a
 * negative count (a clock set back) is taken as 0
 * @throws RangeError for a memory or a grade that FSRS cannot take
 */
export function nextMemory(
	before: MemoryState | null,
	elapsedDays: number,
	grade: Grade,
	weights: readonly number[],
): MemoryState {
	if (before && !isSoundMemory(before.stability, before.difficulty)) {
		throw new RangeError(
			`Memory with stability ${before.stability} and difficulty ${before.difficulty}: stability ` +
				`from ${S_MIN} to ${S_MAX} days and difficulty from 1 to 10 are expected`,
		);
	}
	if (!(grade === 1 || grade === 2 || grade === 3 || grade === 4)) {
		throw new RangeError(`Grade ${String(grade)}: 1, 2, 3 or 4 is expected`);
	}
	const days = elapsedDays > 0 ? elapsedDays : 0;
	const { stability, difficulty } = algorithmFor(weights).next_state(before, days, grade);
	return { stability, difficulty };
}

/** Probability of recall, 0 to 1, some days after the last answer. */
export function retrievability(
	stability: number,
	elapsedDays: number,
	weights: readonly number[],
): number {
	return algorithmFor(weights).forgetting_curve(Math.max(0, elapsedDays), stability);
}

/** Days until recall falls to `retention` (0 to 1), neither rounded nor limited. */
export function intervalDays(
	stability: number,
	retention: number,
	weights: readonly number[],
): number {
	return stability * algorithmFor(weights).calculate_interval_modifier(retention);
}
