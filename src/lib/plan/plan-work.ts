/** A plan and what would change it, told one after the other: the work of a worker, or of the page without one. */
import { withPauses } from './in-steps.ts';
import { planInSteps, type InterviewPlan } from './interview-plan.ts';
import { daysMissing, minutesMissing, planWithMore, planWithoutLimits } from './plan-advice.ts';
import { planTaskOfWeek, type PlanTask, type WeekTask } from './plan-task.ts';

/** What would change the outcome; found after the plan, as it plans several times over. */
export interface Advice {
	/** With a quarter of an hour more a day. */
	more: InterviewPlan;
	/** With no limit of new cards in the way; undefined where the limits take nothing away. */
	free: InterviewPlan | undefined;
	/** Minutes more a day with which everything is met; 0 for none, `null` where two hours would not do. */
	missing: number | null;
	/** The same if no limit of new cards stood in the way; undefined where that is no help, or `free` says it. */
	unlimited?: number;
	/** Days later with which everything is met; `null` where none would do, or none are needed. */
	later: number | null;
}

export type PlanResult = { kind: 'plan'; plan: InterviewPlan } | { kind: 'advice'; advice: Advice };

const MORE = 15;

/**
 * Tells the plan, then the advice where it is asked for.
 * @param pause comes first, and after each day of each plan that is made
 */
export async function workOnPlan(
	{ task: sent, advise }: { task: WeekTask; advise: boolean },
	tell: (result: PlanResult) => void,
	pause: () => Promise<void> = async () => {},
): Promise<void> {
	const task = planTaskOfWeek(sent);
	await pause();
	const plan = await withPauses(planInSteps(task), pause);
	tell({ kind: 'plan', plan });
	if (advise) tell({ kind: 'advice', advice: await adviceFor(task, plan, pause) });
}

async function adviceFor(
	task: PlanTask,
	plan: InterviewPlan,
	pause: () => Promise<void>,
): Promise<Advice> {
	const more = await withPauses(planWithMore(task, MORE), pause);
	if (plan.begun === plan.cards) return { more, free: undefined, missing: 0, later: null };
	const unlimited = await withPauses(planWithoutLimits(task), pause);
	const free = unlimited.begun > plan.begun ? unlimited : undefined;
	// Where a limit holds the plan back, more time is no use before it is raised.
	const rest = free ? { ...task, limits: new Map() } : task;
	const missing = await minutesMissing(rest, pause);
	// Time that is short may hide that with more of it the limit would hold the plan back.
	const beyond =
		missing === null && !free ? await minutesMissing({ ...task, limits: new Map() }, pause) : null;
	const later = await daysMissing(task, pause);
	return { more, free, missing, ...(beyond === null ? {} : { unlimited: beyond }), later };
}
