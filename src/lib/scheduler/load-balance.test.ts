import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balancedDays } from './load-balance.ts';
import { EASY_DAYS, type EasyDay } from './preset.ts';
import { chance } from './seed.ts';
import { dayOfDate, weekdayOf } from './study-day.ts';

const MONDAY = dayOfDate('2026-11-23');
const DRAWS = 4000;
const normal: EasyDay[] = Array.from({ length: 7 }, () => 'normal');
const empty = () => 0;

function week(rules: Record<number, EasyDay>): EasyDay[] {
	return normal.map((rule, weekday) => rules[weekday] ?? rule);
}

/** How often each day of 1 to 7 after Sunday, Monday to Sunday that is, gets a card. */
function shares(easyDays: EasyDay[], load: (day: number) => number): number[] {
	const counts = Array.from({ length: 7 }, () => 0);
	for (let card = 0; card < DRAWS; card++) {
		const days = balancedDays(
			{ lower: 1, upper: 7 },
			{ day: MONDAY - 1, easyDays, load, chance: chance('card', card) },
		);
		counts[days - 1] = (counts[days - 1] ?? 0) + 1;
	}
	return counts.map((count) => count / DRAWS);
}

const inputs = fc.record({
	day: fc.integer({ min: 20_000, max: 22_000 }),
	easyDays: fc.array(fc.constantFrom(...EASY_DAYS), { minLength: 7, maxLength: 7 }),
	loads: fc.array(fc.oneof(fc.nat({ max: 500 }), fc.constantFrom(NaN, -1, Infinity)), {
		minLength: 1,
		maxLength: 30,
	}),
	chance: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
	lower: fc.integer({ min: 1, max: 400 }),
	width: fc.integer({ min: 0, max: 20 }),
});

describe('balancedDays', () => {
	it('never leaves the range, whatever the load', () => {
		fc.assert(
			fc.property(inputs, ({ loads, lower, width, ...input }) => {
				const load = (day: number) => loads[day % loads.length] ?? 0;
				const days = balancedDays({ lower, upper: lower + width }, { ...input, load });
				expect(days).toBeGreaterThanOrEqual(lower);
				expect(days).toBeLessThanOrEqual(lower + width);
				expect(Number.isInteger(days)).toBe(true);
			}),
			{ numRuns: 500 },
		);
	});

	it('gives a `minimum` day nothing while another day is in range, full as that may be', () => {
		fc.assert(
			fc.property(inputs, ({ loads, lower, width, ...input }) => {
				const ruleAt = (days: number) => input.easyDays[weekdayOf(input.day + days)];
				const range = Array.from({ length: width + 1 }, (_, index) => lower + index);
				fc.pre(range.some((days) => ruleAt(days) !== 'minimum'));
				const load = (day: number) =>
					input.easyDays[weekdayOf(day)] === 'minimum' ? 0 : (loads[day % loads.length] ?? 0);
				const days = balancedDays({ lower, upper: lower + width }, { ...input, load });
				expect(ruleAt(days)).not.toBe('minimum');
			}),
			{ numRuns: 500 },
		);
	});

	it('takes a `minimum` day where there is no other', () => {
		const easyDays: EasyDay[] = normal.map(() => 'minimum');
		expect(shares(easyDays, empty).every((share) => Math.abs(share - 1 / 7) < 0.03)).toBe(true);
	});

	it('has no favorite weekday when all are normal and empty', () => {
		for (const share of shares(normal, empty)) expect(Math.abs(share - 1 / 7)).toBeLessThan(0.02);
	});

	it('gives a reduced day half of what a normal day gets, on empty days', () => {
		const [monday = 0, ...others] = shares(week({ 0: 'reduced' }), empty);
		const mean = others.reduce((sum, share) => sum + share, 0) / others.length;
		expect(monday / mean).toBeGreaterThan(0.4);
		expect(monday / mean).toBeLessThan(0.6);
	});

	it('fills a reduced day to about half in the long run, and levels the others', () => {
		const easyDays = week({ 0: 'reduced', 6: 'minimum' });
		const loads = new Map<number, number>();
		const load = (day: number) => loads.get(day) ?? 0;
		for (let card = 0; card < 3000; card++) {
			const day = MONDAY + (card % 28);
			const days = balancedDays(
				{ lower: 4, upper: 10 },
				{ day, easyDays, load, chance: chance('card', card) },
			);
			loads.set(day + days, load(day + days) + 1);
		}
		const sums = normal.map((_, weekday) =>
			[...loads].reduce((sum, [day, n]) => sum + (weekdayOf(day) === weekday ? n : 0), 0),
		);
		const [monday = 0, ...others] = sums;
		const middle = others.slice(0, 5).reduce((sum, n) => sum + n, 0) / 5;
		expect(sums[6]).toBe(0);
		expect(monday / middle).toBeGreaterThan(0.4);
		expect(monday / middle).toBeLessThan(0.6);
		for (const sum of others.slice(0, 5)) expect(Math.abs(sum / middle - 1)).toBeLessThan(0.1);
	});

	it('does not take one card for a full day: an empty easy day stays behind it', () => {
		const one = (day: number) => (weekdayOf(day) === 0 ? 0 : 1);
		const [monday = 0, tuesday = 0] = shares(week({ 0: 'reduced' }), one);
		expect(monday).toBeLessThan(tuesday);
		const [busyMonday = 0] = shares(normal, (day) => (weekdayOf(day) === 0 ? 1 : 0));
		expect(busyMonday).toBeGreaterThan(0.07);
	});

	it('avoids a heavy day', () => {
		const [monday = 0, tuesday = 0] = shares(normal, (day) => (weekdayOf(day) === 0 ? 60 : 10));
		expect(monday).toBeLessThan(tuesday / 5);
	});
});
