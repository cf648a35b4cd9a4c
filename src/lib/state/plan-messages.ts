/** What the screen and the worker that plans say to each other. */
import type { WeekTask } from '$lib/plan/plan-task.ts';
import type { PlanResult } from '$lib/plan/plan-work.ts';

export interface PlanOrder {
	/** Comes back with every answer, so that one to an earlier order is known. */
	turn: number;
	task: WeekTask;
	/** Whether it is wanted too what would change the plan. */
	advise: boolean;
}

/** First the plan, then the advice where it was asked for; `failed` in place of what could not be made. */
export type PlanAnswer = { turn: number } & (PlanResult | { kind: 'failed'; detail: string });
