import { describe, expect, it } from 'vitest';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import type { WeekTask } from './plan-task.ts';
import { workOnPlan, type Advice, type PlanResult } from './plan-work.ts';

/** Someone who begins anew, with ten minutes a day and an interview in 19 days. */
function task(over: Partial<WeekTask> = {}): WeekTask {
	const cards = Array.from({ length: 109 }, (_, at) => {
		const noteId = `n${Math.floor(at / 7)}`;
		return { id: `${noteId}/c${at}`, noteId, group: 'g', root: 'catalog' };
	});
	return {
		...{ today: 20_000, date: 20_019, week: [10, 10, 10, 10, 10, 10, 10] },
		...{ cards, questions: [], model: DEFAULT_PRESET, limits: new Map([['catalog', 8]]) },
		...over,
	};
}

async function adviceOn(each: WeekTask): Promise<Advice | undefined> {
	const told: PlanResult[] = [];
	await workOnPlan({ task: each, advise: true }, (result) => told.push(result));
	return told.flatMap((result) => (result.kind === 'advice' ? [result.advice] : []))[0];
}

describe('advice', () => {
	it('sees past the time that is short to the limit that would hold the plan back then', async () => {
		const advice = await adviceOn(task());
		expect(advice).toMatchObject({ free: undefined, missing: null });
		expect(advice?.unlimited).toBeGreaterThan(0);
		expect(advice?.unlimited).toBeLessThanOrEqual(30);
	});

	it('names no limit where there is none', async () => {
		const advice = await adviceOn(task({ limits: new Map() }));
		expect(advice?.missing).toBeGreaterThan(0);
		expect(advice).not.toHaveProperty('unlimited');
	});
});
