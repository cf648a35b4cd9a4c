import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planDay } from './day-plan.ts';

const open = { newIgnoresReviewLimit: false };
const count = fc.integer({ min: 0, max: 3000 });

describe('planDay', () => {
	it('takes what the limits let through', () => {
		const plan = planDay(
			{ new: 400, review: 30, learning: 2 },
			[30],
			{ new: 8, review: 200 },
			open,
			30,
		);
		expect(plan.work).toEqual({ new: 8, review: 30, learning: 2 });
		expect(plan.cards).toBe(40);
		expect(plan.backlog).toBeNull();
		expect(plan.freshBeyond).toBe(392);
	});

	it('gives new cards only the room that reviews leave', () => {
		const plan = planDay(
			{ new: 9, review: 50, learning: 0 },
			[50],
			{ new: 9, review: 53 },
			open,
			60,
		);
		expect(plan.work.new).toBe(3);
	});

	it('never shows a wall: 400 due become a sitting and a date', () => {
		const plan = planDay(
			{ new: 50, review: 400, learning: 0 },
			[400],
			{ new: 8, review: 200 },
			open,
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
				const { work } = planDay(waiting, [review], { new: a, review: b }, open, 10);
				expect(work.new).toBeLessThanOrEqual(Math.min(fresh, a));
				expect(work.review).toBeLessThanOrEqual(Math.min(review, b));
				expect(work.new + work.review).toBeLessThanOrEqual(Math.max(b, 0));
				expect(work.learning).toBe(learning);
			}),
		);
	});
});
