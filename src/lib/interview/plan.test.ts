import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PHASES } from '../content/question-terms.ts';
import { MINUTE, planInterview } from './plan.ts';

const sum = (list: readonly { budget: number }[]) =>
	list.reduce((ms, { budget }) => ms + budget, 0);

describe('the plan', () => {
	it.each([
		[45, [8, 15, 16, 6]],
		[60, [10, 20, 23, 7]],
	])('of %i minutes gives each phase what the framework allows it', (minutes, budgets) => {
		const plan = planInterview(minutes);
		expect(plan.phases.map(({ budget }) => budget / MINUTE)).toEqual(budgets);
		for (const { budget, framework } of plan.phases) {
			expect(budget / MINUTE).toBeGreaterThanOrEqual(framework?.[0] ?? Infinity);
			expect(budget / MINUTE).toBeLessThanOrEqual(framework?.[1] ?? 0);
		}
	});

	it('of any length is given out to the second, by steps and by phases', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 5, max: 180 }),
				fc.option(fc.constantFrom(...PHASES), { nil: undefined }),
				(minutes, only) => {
					const plan = planInterview(minutes, only);
					expect(plan.total).toBe(minutes * MINUTE);
					expect(sum(plan.steps)).toBe(plan.total);
					expect(sum(plan.phases)).toBe(plan.total);
					expect(plan.steps.every(({ budget }) => budget > 0)).toBe(true);
				},
			),
		);
	});

	it('keeps to lengths that make sense', () => {
		expect(planInterview(0).minutes).toBe(5);
		expect(planInterview(NaN).minutes).toBe(5);
		expect(planInterview(1e9).minutes).toBe(180);
		expect(planInterview(10, 'deep-dive').steps.map(({ step }) => step)).toEqual(['depth']);
	});
});
