import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzDelta, fuzzRange, leastAfter, pickInRange } from './fuzz.ts';
import { chance } from './seed.ts';

const days = fc.double({ min: 0, max: 40_000, noNaN: true });
const draw = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('fuzzRange', () => {
	// SCHEDULING 2.4: what Anki gives, checked against its source.
	it.each([
		[7.49, 3, 6, 9],
		[10, 8, 9, 12],
		[46, 44, 45, 50],
	])('%s days after %i: %i to %i', (interval, last, lower, upper) => {
		expect(fuzzRange(interval, leastAfter(last, interval), 36_500)).toEqual({ lower, upper });
	});

	it.each([
		[2.49, 0],
		[2.5, 1],
		[7, 1.675],
		[20, 2.975],
		[100, 6.975],
	])('%s days move by %s', (interval, delta) => {
		expect(fuzzDelta(interval)).toBeCloseTo(delta, 10);
	});

	// SCHEDULING 2.3, `extreme_multiplier_fuzz`: the least of each button rules; a maximum of 5 caps all.
	it('widens a range of one day where it may, and obeys minimum and maximum', () => {
		expect(fuzzRange(0.12, 2, 36_500)).toEqual({ lower: 2, upper: 2 });
		expect(pickInRange(fuzzRange(0.13, 3, 36_500), 0.99)).toBe(4);
		expect(pickInRange(fuzzRange(0.2, 5, 36_500), 0.99)).toBe(6);
		expect(fuzzRange(3, 7, 5)).toEqual({ lower: 5, upper: 5 });
		fc.assert(
			fc.property(
				days,
				fc.integer({ min: 1, max: 500 }),
				fc.integer({ min: 1, max: 36_500 }),
				draw,
				(interval, minimum, maximum, chance) => {
					const range = fuzzRange(interval, minimum, maximum);
					expect(range.lower).toBeGreaterThanOrEqual(Math.min(minimum, maximum));
					expect(range.upper).toBeLessThanOrEqual(maximum);
					expect(range.upper).toBeGreaterThanOrEqual(range.lower);
					const pick = pickInRange(range, chance);
					expect(pick).toBeGreaterThanOrEqual(range.lower);
					expect(pick).toBeLessThanOrEqual(range.upper);
				},
			),
		);
	});

	it('reaches every day of the range alike', () => {
		const range = fuzzRange(10, 1, 36_500);
		const counts = new Map<number, number>();
		for (let card = 0; card < 5000; card++) {
			const pick = pickInRange(range, chance(`card-${card}`, 3));
			counts.set(pick, (counts.get(pick) ?? 0) + 1);
		}
		expect([...counts.keys()].sort((a, b) => a - b)).toEqual([8, 9, 10, 11, 12]);
		for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
	});
});

describe('leastAfter', () => {
	it.each([
		['grew', 10, 12.4, 11],
		['hardly changed', 10, 9.6, 10],
		['really shrank', 30, 9.6, 0],
		['was nothing before', 0, 1.2, 1],
	])('where the interval %s', (_, last, interval, least) => {
		expect(leastAfter(last, interval)).toBe(least);
	});
});
