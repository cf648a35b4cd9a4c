import { describe, expect, it, vi } from 'vitest';
import type { InterviewPlan } from '../plan/interview-plan.ts';
import type { WeekTask } from '../plan/plan-task.ts';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import type { PlanAnswer, PlanOrder } from './plan-messages.ts';
import { Planner, type PlanTold } from './planner.ts';

const TASK: WeekTask = {
	...{ today: 100, date: 110, week: [20, 20, 20, 20, 20, 20, 0], questions: [] },
	...{ model: DEFAULT_PRESET, limits: new Map([['catalog', 3]]) },
	cards: ['a', 'b', 'c'].map((id) => ({ id, noteId: id, group: 'g', root: 'catalog' })),
};

/** Where the page plans, it loads first what does. */
const WAIT = { timeout: 20_000 };

const PLAN = { recall: 0.5 } as InterviewPlan;

/** A worker that answers when the test says so. */
class Hand {
	orders: PlanOrder[] = [];
	ended = false;
	onmessage: (event: { data: PlanAnswer }) => void = () => {};
	onerror: (event: { preventDefault(): void }) => void = () => {};

	postMessage(order: PlanOrder): void {
		// As between threads: what cannot be sent is refused.
		this.orders.push(structuredClone(order));
	}

	terminate(): void {
		this.ended = true;
	}

	answer(answer: PlanAnswer): void {
		this.onmessage({ data: answer });
	}
}

function planned(): { planner: Planner; hands: Hand[] } {
	const hands: Hand[] = [];
	const planner = new Planner(() => {
		hands.push(new Hand());
		return hands.at(-1) as unknown as Worker;
	});
	return { planner, hands };
}

describe('the planner', () => {
	it('has its worker load before it is asked, and sends all of the task', () => {
		const { planner, hands } = planned();
		expect(hands).toHaveLength(1);
		planner.giveUp();
		expect(hands[0]?.ended).toBe(false);
		planner.ask(TASK, true, () => {});
		expect(hands[0]?.orders).toEqual([{ turn: 2, task: TASK, advise: true }]);
	});

	it('tells the plan, then the advice, and goes on with the same worker', () => {
		const { planner, hands } = planned();
		const told: PlanTold['kind'][] = [];
		planner.ask(TASK, true, ({ kind }) => told.push(kind));
		const advice = { more: PLAN, free: undefined, missing: 0, later: null };
		hands[0]?.answer({ turn: 1, kind: 'plan', plan: PLAN });
		hands[0]?.answer({ turn: 1, kind: 'advice', advice });
		planner.ask(TASK, false, ({ kind }) => told.push(kind));
		hands[0]?.answer({ turn: 2, kind: 'plan', plan: PLAN });
		expect(told).toEqual(['plan', 'advice', 'plan']);
		expect(hands).toHaveLength(1);
	});

	it('gives up what it is at for a later order, and hears no answer to the earlier one', () => {
		const { planner, hands } = planned();
		const [first, second] = [vi.fn(), vi.fn()];
		planner.ask(TASK, true, first);
		planner.ask({ ...TASK, date: 120 }, true, second);
		expect(hands.map(({ ended }) => ended)).toEqual([true, false]);
		hands[0]?.answer({ turn: 1, kind: 'plan', plan: PLAN });
		hands[1]?.answer({ turn: 1, kind: 'plan', plan: PLAN });
		expect(second).not.toHaveBeenCalled();
		hands[1]?.answer({ turn: 2, kind: 'plan', plan: PLAN });
		expect(second).toHaveBeenCalledWith({ kind: 'plan', plan: PLAN });
		expect(first).not.toHaveBeenCalled();
	});

	it('ends its worker, and is silent from then on', () => {
		const { planner, hands } = planned();
		const tell = vi.fn();
		planner.ask(TASK, true, tell);
		planner.stop();
		hands[0]?.answer({ turn: 1, kind: 'plan', plan: PLAN });
		expect(hands[0]?.ended).toBe(true);
		expect(tell).not.toHaveBeenCalled();
	});

	it('tells what went wrong in the worker', () => {
		const { planner, hands } = planned();
		const tell = vi.fn();
		planner.ask(TASK, false, tell);
		hands[0]?.answer({ turn: 1, kind: 'failed', detail: 'no memory' });
		expect(tell).toHaveBeenCalledExactlyOnceWith({ kind: 'failed', detail: 'no memory' });
	});

	it('plans in the page where no worker can be made, and where its file cannot be had', async () => {
		const none = new Planner(() => {
			throw new Error('no workers');
		});
		const one: PlanTold[] = [];
		none.ask(TASK, true, (told) => one.push(told));
		await vi.waitFor(() => expect(one.map(({ kind }) => kind)).toEqual(['plan', 'advice']), WAIT);
		expect(one[0]).toMatchObject({ plan: { cards: 3, begun: 3 } });

		const { planner, hands } = planned();
		const two: PlanTold[] = [];
		planner.ask(TASK, false, (told) => two.push(told));
		const preventDefault = vi.fn();
		hands[0]?.onerror({ preventDefault });
		await vi.waitFor(() => expect(two).toEqual([one[0]]), WAIT);
		expect(preventDefault).toHaveBeenCalled();
		planner.ask(TASK, false, (told) => two.push(told));
		await vi.waitFor(() => expect(two).toHaveLength(2), WAIT);
		expect(hands).toHaveLength(1);
	}, 60_000);

	it('tells what went wrong in the page', async () => {
		const none = new Planner(() => {
			throw new Error('no workers');
		});
		const told: PlanTold[] = [];
		none.ask({ ...TASK, cards: [null as never] }, false, (each) => told.push(each));
		await vi.waitFor(() => expect(told).toMatchObject([{ kind: 'failed' }]), WAIT);
	});
});
