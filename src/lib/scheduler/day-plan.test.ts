import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planDay, type DayPart } from './day-plan.ts';
import type { LimitsLeft } from './limits.ts';
import type { Work } from './session-forecast.ts';

const open = { newIgnoresReviewLimit: false };
const part = (waiting: Work, left: LimitsLeft, goesBeyond = true): DayPart => ({
	...{ waiting, left, preset: open, goesBeyond },
});
const count = fc.integer({ min: 0, max: 3000 });

describe('planDay', () => {
	it('takes what the limits let through', () => {
		const plan = planDay(
			[part({ new: 400, review: 30, learning: 2 }, { new: 8, review: 200 })],
			[30],
			30,
		);
		expect(plan.work).toEqual({ new: 8, review: 30, learning: 2 });
		expect(plan.cards).toBe(40);
		expect(plan.backlog).toBeNull();
		expect(plan.freshBeyond).toBe(392);
	});

	it('gives new cards only the room that reviews leave', () => {
		const plan = planDay(
			[part({ new: 9, review: 50, learning: 0 }, { new: 9, review: 53 })],
			[50],
			60,
		);
		expect(plan.work.new).toBe(3);
	});

	it('never shows a wall: 400 due become a sitting and a date', () => {
		const plan = planDay(
			[part({ new: 50, review: 400, learning: 0 }, { new: 8, review: 200 })],
			[400],
			10,
		);
		expect(plan.backlog?.due).toBe(400);
		expect(plan.backlog?.portion.review).toBe(26);
		expect(plan.backlog?.portion.new).toBe(0);
		expect(plan.backlog?.days).toBe(16);
	});

	it('never asks for more than there is, nor for more than the limits', () => {
		fc.assert(
			fc.property(count, count, count, count, count, (fresh, review, learning, a, b) => {
				const waiting = { new: fresh, review, learning };
				const { work } = planDay([part(waiting, { new: a, review: b })], [review], 10);
				expect(work.new).toBeLessThanOrEqual(Math.min(fresh, a));
				expect(work.review).toBeLessThanOrEqual(Math.min(review, b));
				expect(work.new + work.review).toBeLessThanOrEqual(Math.max(b, 0));
				expect(work.learning).toBe(learning);
			}),
		);
	});

	it('adds up parts, each within its own limits', () => {
		const catalog = part({ new: 400, review: 10, learning: 0 }, { new: 2, review: 200 });
		const deck = part({ new: 50, review: 30, learning: 1 }, { new: 5, review: 20 }, false);
		const plan = planDay([catalog, deck], [40], 60);
		expect(plan.work).toEqual({ new: 2, review: 30, learning: 1 });
		expect(plan.cardsOf).toEqual([12, 21]);
		expect(plan.freshBeyond).toBe(398);
		expect(plan.cards).toBe(33);
	});

	it('counts the backlog of all parts together', () => {
		const behind = part({ new: 50, review: 200, learning: 0 }, { new: 8, review: 100 });
		const alone = planDay([behind], [200], 10);
		const both = planDay([behind, behind], [400], 10);
		expect(both.backlog?.due).toBe(400);
		expect(both.backlog?.portion).toEqual(alone.backlog?.portion);
	});
});
