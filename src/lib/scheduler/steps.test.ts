import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PRESET } from './default-preset.ts';
import { GRADES } from './review.ts';
import { daysOfStep, modelStep, stepAfter, stepFuzz } from './steps.ts';

const DAYS = 1440;

describe('stepAfter', () => {
	// SCHEDULING 2.3, read from Anki 26.08.
	it.each([
		[[10], 1, 600, 900, null],
		[[3 * DAYS], 1, 3 * 86_400, 4 * 86_400, null],
		[[1, 10], 2, 60, 330, 600],
		[[1, 10], 1, 60, 600, null],
		[[1, 10, 100], 3, 60, 330, 600],
		[[1, 10, 100], 2, 60, 600, 6000],
		[[1, 10, 100], 1, 60, 6000, null],
		[[1], 1, 60, 90, null],
		[[DAYS], 1, 86_400, 2 * 86_400, null],
	])('%j with %i left', (steps, left, again, hard, good) => {
		const seconds = GRADES.map((grade) => stepAfter(steps, left, grade)?.seconds ?? null);
		expect(seconds).toEqual([again, hard, good, null]);
	});

	it('counts what is left: Again starts over, Hard repeats, Good goes on', () => {
		expect(GRADES.map((grade) => stepAfter([1, 10, 100], 2, grade)?.left)).toEqual([
			3,
			2,
			1,
			undefined,
		]);
	});

	it('rounds delays of a day or more to days, and no shorter ones', () => {
		expect(stepAfter([86_399 / 60], 1, 1)?.seconds).toBe(86_399);
		expect(stepAfter([1.5 * DAYS], 1, 1)?.seconds).toBe(2 * 86_400);
	});

	it('has no step without steps, and a step in range whatever is left', () => {
		expect(GRADES.map((grade) => stepAfter([], 1, grade))).toEqual([null, null, null, null]);
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 6 }),
				fc.oneof(fc.integer(), fc.constant(NaN)),
				fc.constantFrom(...GRADES),
				(steps, left, grade) => {
					const step = stepAfter(steps, left, grade);
					if (step) {
						expect(step.left).toBeGreaterThanOrEqual(1);
						expect(step.left).toBeLessThanOrEqual(steps.length);
						expect(step.seconds).toBeGreaterThan(0);
					} else expect(grade).toBeGreaterThanOrEqual(3);
				},
			),
		);
	});
});

describe('modelStep', () => {
	// SCHEDULING 2.3: FSRS with no steps.
	it.each([
		[0.2, 17_280],
		[0.3, 25_920],
		[0.4, 34_560],
		[0.5, null],
		[3, null],
	])('%s days', (days, seconds) => {
		expect(modelStep(days, DEFAULT_PRESET.weights)).toBe(seconds);
	});

	it('needs weights for same-day reviews', () => {
		const without = DEFAULT_PRESET.weights.map((weight, index) => (index === 17 ? 0 : weight));
		expect(modelStep(0.2, without)).toBeNull();
	});
});

describe('daysOfStep', () => {
	const now = { t: 0, dayEndsAt: 3_600_000 };
	it.each([
		[600, 0],
		[3599, 0],
		[3600, 1],
		[86_399, 1],
		[86_400, 1],
		[3 * 86_400, 3],
	])('%i s with an hour left of the day: %i', (seconds, days) => {
		expect(daysOfStep(seconds, now)).toBe(days);
	});
});

describe('stepFuzz', () => {
	it('adds up to a quarter, 300 s at most, never past the day', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 86_399 }),
				fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
				fc.integer({ min: 1, max: 90_000_000 }),
				(seconds, chance, dayEndsAt) => {
					const now = { t: 0, dayEndsAt };
					const extra = stepFuzz(seconds, chance, now);
					expect(extra).toBeGreaterThanOrEqual(0);
					expect(extra).toBeLessThanOrEqual(Math.min(seconds * 0.25, 300));
					if (daysOfStep(seconds, now) === 0) {
						expect((seconds + extra) * 1000).toBeLessThan(dayEndsAt);
					}
				},
			),
		);
		expect(stepFuzz(600, 0.999, { t: 0, dayEndsAt: 1e9 })).toBe(149);
		expect(stepFuzz(6000, 0.999, { t: 0, dayEndsAt: 1e9 })).toBe(299);
	});
});
