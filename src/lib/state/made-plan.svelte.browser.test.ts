import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { planInterview } from '../plan/interview-plan.ts';
import { planTaskOfWeek, type PlanCard, type WeekTask } from '../plan/plan-task.ts';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import { MadePlan, type PlanGiven } from './made-plan.svelte.ts';
import { Planner } from './planner.ts';

const TODAY = 20_000;
const WAIT = { timeout: 60_000, interval: 50 };

function taskOf(cards: number): WeekTask {
	const begun = (at: number): PlanCard => ({
		...{ id: `c/${at}`, noteId: `n/${at}`, group: `g/${at % 9}`, root: 'catalog' },
		memory: {
			...{ stability: 3 + (at % 40), difficulty: 5, lastDay: TODAY - 1 - (at % 20) },
			due: TODAY + (at % 30),
		},
	});
	return {
		...{ today: TODAY, date: TODAY + 10, week: [20, 20, 20, 20, 20, 20, 0], questions: ['chat'] },
		...{ model: DEFAULT_PRESET, cards: Array.from({ length: cards }, (_, at) => begun(at)) },
	};
}

/** What is given, and what is made of it as long as the test goes on. */
function shown(first: PlanGiven, make?: () => Planner) {
	const made = new MadePlan();
	let give: (given: PlanGiven | undefined) => void = () => {};
	const follow = (take: typeof give) => {
		give = take;
		take(first);
		return () => {};
	};
	const stop = made.start(follow, { advise: true, ...(make ? { make } : {}) });
	onTestFinished(stop);
	return { made, stop, give };
}

/** Its answer to an order is the number of its cards; to one with seven it never comes to an answer. */
function countingPlanner(): Planner {
	const code = `onmessage = ({ data: { turn, task } }) => {
		if (task.cards.length !== 7) {
			postMessage({ turn, kind: 'plan', plan: { cards: task.cards.length } });
		}
	};`;
	const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
	return new Planner(() => new Worker(address));
}

const inPage = () => import('../plan/plan-work.ts');

describe('a plan that is made', () => {
	it('with 10,000 begun cards, and all advice, has the page make not one plan', async () => {
		const task = taskOf(10_000);
		const here = vi.fn(inPage);
		const { made } = shown({ task, minutes: 3 }, () => new Planner(undefined, here));
		await vi.waitFor(() => expect(made.value?.advice).toBeDefined(), WAIT);
		expect(here).not.toHaveBeenCalled();
		expect(made.value).toMatchObject({ minutes: 3, plan: { cards: 10_000, begun: 10_000 } });
		expect(made.value?.plan).toEqual(planInterview(planTaskOfWeek(task)));
	}, 90_000);

	it('stays while the next one is made, says that this takes long, and goes with what was given', async () => {
		const { made, give } = shown({ task: taskOf(20), minutes: 0 }, countingPlanner);
		await vi.waitFor(() => expect(made.value?.plan.cards).toBe(20), WAIT);
		expect(made.planning).toBe(false);
		give({ task: taskOf(7), minutes: 0 });
		await vi.waitFor(() => expect(made.planning).toBe(true), WAIT);
		expect(made.value?.plan.cards).toBe(20);
		give({ task: taskOf(30), minutes: 0 });
		await vi.waitFor(() => expect(made.value?.plan.cards).toBe(30), WAIT);
		expect(made.planning).toBe(false);
		give(undefined);
		await vi.waitFor(() => expect(made.value).toBeUndefined());
	});

	it('is made in the page where the worker cannot be loaded', async () => {
		const here = vi.fn(inPage);
		const gone = () => new Worker('/no-such-worker.js', { type: 'module' });
		const { made } = shown({ task: taskOf(20), minutes: 0 }, () => new Planner(gone, here));
		await vi.waitFor(() => expect(made.value?.advice).toMatchObject({ missing: 0 }), WAIT);
		expect(here).toHaveBeenCalledOnce();
	});

	it('says what went wrong, and goes when the next is made', async () => {
		const bad = { ...taskOf(0), cards: [null as never] };
		const { made, give } = shown({ task: bad, minutes: 0 });
		await vi.waitFor(() => expect(made.problem).toContain('The plan could not be'), WAIT);
		expect(made.value).toBeUndefined();
		give({ task: taskOf(20), minutes: 0 });
		await vi.waitFor(() => expect(made.value?.plan.cards).toBe(20), WAIT);
		expect(made.problem).toBe('');
	});

	it('ends the worker with the screen', async () => {
		const planner = new Planner();
		const end = vi.spyOn(planner, 'stop');
		const { stop } = shown({ task: taskOf(20), minutes: 0 }, () => planner);
		expect(end).not.toHaveBeenCalled();
		stop();
		expect(end).toHaveBeenCalled();
	});
});
