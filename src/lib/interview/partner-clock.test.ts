import { expect, it } from 'vitest';
import { elapsedOf, plannedAt, startOrPause, STOPPED } from './partner-clock.ts';
import { MINUTE, planInterview } from './plan.ts';

it('counts while it runs, stands while it is paused, and survives a clock that was set back', () => {
	let clock = startOrPause(STOPPED, 1000);
	expect(elapsedOf(clock, 61_000)).toBe(60_000);
	clock = startOrPause(clock, 61_000);
	expect(elapsedOf(clock, 999_000)).toBe(60_000);
	clock = startOrPause(clock, 100_000);
	expect(elapsedOf(clock, 50_000)).toBe(60_000);
	expect(elapsedOf(clock, 160_000)).toBe(120_000);
});

it('says what the plan has for a moment', () => {
	const plan = planInterview(45);
	expect(plannedAt(plan, 0)).toMatchObject({ step: 'scope', until: 6 * MINUTE });
	expect(plannedAt(plan, 6 * MINUTE)).toMatchObject({ step: 'numbers' });
	expect(plannedAt(plan, 99 * MINUTE)).toMatchObject({ step: 'close', until: 45 * MINUTE });
});
