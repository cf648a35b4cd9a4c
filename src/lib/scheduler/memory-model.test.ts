import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PRESET } from './default-preset.ts';
import {
	intervalDays,
	isSoundMemory,
	nextMemory,
	retrievability,
	type MemoryState,
} from './memory-model.ts';
import { GRADES, type Grade } from './review.ts';

const { weights } = DEFAULT_PRESET;
const states = fc.record({
	stability: fc.double({ min: 0.001, max: 36_500, noNaN: true }),
	difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
});

function after(steps: [elapsed: number, grade: Grade][]): MemoryState | null {
	return steps.reduce<MemoryState | null>(
		(memory, [elapsed, grade]) => nextMemory(memory, elapsed, grade, weights),
		null,
	);
}

describe('nextMemory', () => {
	it('starts as published for FSRS-6 (ts-fsrs FSRS-6.test.ts, "first repeat")', () => {
		const first = GRADES.map((grade) => nextMemory(null, 0, grade, weights));
		expect(first.map((each) => each.stability)).toEqual([0.212, 1.2931, 2.3065, 8.2956]);
		expect(first.map((each) => each.difficulty)).toEqual([6.4133, 5.11217071, 2.11810397, 1]);
	});

	it('follows fsrs-rs through Again, Good ×5 (inference.rs: 53.62691, 6.3574867)', () => {
		const memory = after([
			[0, 1],
			[0, 3],
			[1, 3],
			[3, 3],
			[8, 3],
			[21, 3],
		]);
		expect(memory?.stability).toBeCloseTo(53.62691, 4);
		expect(memory?.difficulty).toBeCloseTo(6.3574867, 4);
	});

	it('gives the intervals 2, 11, 46, 163, 498 for Good when due (ts-fsrs, "ivl_history")', () => {
		let memory = after([
			[0, 3],
			[0, 3],
		]);
		let days = 0;
		const intervals = [2, 11, 46, 163, 498].map(() => {
			if (days > 0) memory = nextMemory(memory, days, 3, weights);
			days = Math.round(intervalDays(memory?.stability ?? NaN, 0.9, weights));
			return days;
		});
		expect(intervals).toEqual([2, 11, 46, 163, 498]);
	});

	it('keeps 2.3065 on the same day and grows to 7.3153 on the next (SCHEDULING 2.1)', () => {
		expect(
			after([
				[0, 3],
				[0, 3],
			])?.stability,
		).toBeCloseTo(2.3065, 4);
		expect(
			after([
				[0, 3],
				[1, 3],
			])?.stability,
		).toBeCloseTo(7.3153, 4);
	});

	it('stays within bounds and rises with the grade', () => {
		fc.assert(
			fc.property(states, fc.integer({ min: 0, max: 40_000 }), (before, elapsed) => {
				const all = GRADES.map((grade) => nextMemory(before, elapsed, grade, weights));
				for (const each of all) expect(isSoundMemory(each.stability, each.difficulty)).toBe(true);
				for (const [index, each] of all.slice(1).entries()) {
					expect(each.stability).toBeGreaterThanOrEqual(all[index]?.stability ?? Infinity);
					expect(each.difficulty).toBeLessThanOrEqual(all[index]?.difficulty ?? -Infinity);
				}
			}),
		);
	});

	it('takes negative days as none', () => {
		const before = { stability: 5, difficulty: 5 };
		expect(nextMemory(before, -3650, 3, weights)).toEqual(nextMemory(before, 0, 3, weights));
	});

	it.each([
		[NaN, 5],
		[Infinity, 5],
		[0, 5],
		[-1, 5],
		[5, 0],
		[5, 11],
		[5, NaN],
	])('refuses stability %s with difficulty %s in words', (stability, difficulty) => {
		expect(isSoundMemory(stability, difficulty)).toBe(false);
		expect(() => nextMemory({ stability, difficulty }, 1, 3, weights)).toThrow('are expected');
	});

	it('refuses weights that are not 21 numbers', () => {
		expect(() => nextMemory(null, 0, 3, [1, 2])).toThrow('21 finite numbers');
		expect(() =>
			nextMemory(
				null,
				0,
				3,
				weights.map(() => NaN),
			),
		).toThrow('21 finite numbers');
	});
});

describe('retrievability', () => {
	it('is 0.9024733 eight days into a stability of 8.2956 (ts-fsrs, "get retrievability")', () => {
		expect(retrievability(8.2956, 8, weights)).toBeCloseTo(0.9024733, 7);
	});

	it('is 90% at the stability, and the target at the interval for it', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 0.01, max: 36_500, noNaN: true }),
				fc.double({ min: 0.7, max: 0.99, noNaN: true }),
				(stability, target) => {
					expect(retrievability(stability, stability, weights)).toBeCloseTo(0.9, 6);
					const days = intervalDays(stability, target, weights);
					expect(retrievability(stability, days, weights)).toBeCloseTo(target, 5);
				},
			),
		);
	});

	it('keeps sets of weights apart', () => {
		const steeper = weights.map((weight, index) => (index === 20 ? 0.5 : weight));
		const mild = retrievability(10, 30, weights);
		expect(retrievability(10, 30, steeper)).not.toBe(mild);
		expect(retrievability(10, 30, [...weights])).toBe(mild);
	});
});
