import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backlogPlan, sessionMinutes, workThatFits } from './session-forecast.ts';

const work = fc.record({
	new: fc.nat({ max: 500 }),
	review: fc.nat({ max: 5000 }),
	learning: fc.nat({ max: 50 }),
});

describe('sessionMinutes', () => {
	it('adds up answers and the steps that they bring', () => {
		expect(sessionMinutes({ new: 0, review: 0, learning: 0 })).toBe(0);
		expect(sessionMinutes({ new: 0, review: 0, learning: 4 }, { step: 15 })).toBe(1);
		// 10 × (40 + 1.5 × 15) s + 20 × (20 + 0.15 × 15) s = 625 s + 445 s
		expect(sessionMinutes({ new: 10, review: 20, learning: 0 })).toBe(18);
	});
	it('takes own averages, and not absurd ones', () => {
		const three = { new: 0, review: 30, learning: 0 };
		expect(sessionMinutes(three, { review: 60, step: 20 })).toBe(32);
		expect(sessionMinutes(three, { review: NaN, step: -3 })).toBe(sessionMinutes(three));
	});
});

describe('workThatFits', () => {
	it('takes as much as fits, steps and reviews before new cards', () => {
		fc.assert(
			fc.property(work, fc.integer({ min: 0, max: 600 }), (all, minutes) => {
				const part = workThatFits(minutes, all);
				expect(sessionMinutes(part)).toBeLessThanOrEqual(minutes);
				if (part.review < all.review) expect(part.new).toBeLessThanOrEqual(1);
				const one = { ...part, review: part.review + 1 };
				if (part.review < all.review && part.new === 0) {
					expect(sessionMinutes(one)).toBeGreaterThan(minutes);
				}
				if (sessionMinutes(all) <= minutes) expect(part).toEqual(all);
			}),
		);
		expect(workThatFits(10, { new: 5, review: 400, learning: 0 }).review).toBe(26);
	});
});

describe('backlogPlan', () => {
	it.each([
		['nothing due', [], 20, 0],
		['today is enough', [15, 3], 20, 1],
		['three days', [50, 5, 5], 20, 3],
		['nothing done', [50], 0, null],
		['more comes than goes', Array<number>(4000).fill(30), 20, null],
	])('%s', (_, due, perDay, days) => {
		expect(backlogPlan(due, perDay)).toBe(days);
	});
});
