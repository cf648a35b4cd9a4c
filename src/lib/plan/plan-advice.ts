/** What would make a plan work: more minutes, a later date, or other limits of new cards. */
import { withPauses, type Steps } from './in-steps.ts';
import { planInSteps, planWithAllTime, type InterviewPlan } from './interview-plan.ts';
import type { PlanTask } from './plan-task.ts';

/** With so many more minutes on each day that has any, as the person would see it after such a change. */
export function planWithMore(task: PlanTask, minutes: number): Steps<InterviewPlan> {
	return planInSteps(withMore(task, minutes));
}

function withMore(task: PlanTask, minutes: number): PlanTask {
	const minutesOn = (day: number) => {
		const given = task.minutesOn(day);
		return given > 0 ? given + minutes : 0;
	};
	return { ...task, minutesOn };
}

/** Whether every card is begun in the plan that the person would see; what takes all the time is found first. */
function* beginsAll(task: PlanTask): Steps<boolean> {
	const begins = ({ begun, cards }: InterviewPlan) => begun === cards;
	return begins(yield* planWithAllTime(task)) && begins(yield* planInSteps(task));
}

/** As if no limit of new cards stood in the way. */
export function planWithoutLimits(task: PlanTask): Steps<InterviewPlan> {
	return planInSteps({ ...task, limits: new Map() });
}

/** Whether any day until the interview has minutes at all; without any, more of them are no advice. */
export function hasTime({ today, date, minutesOn }: PlanTask): boolean {
	for (let day = today; day < date; day++) if (minutesOn(day) > 0) return true;
	return false;
}

/** Nobody keeps up more than this on top. */
const MOST_MORE = 120;
const STEP = 5;

/**
 * The fewest minutes more a day, in steps of five, with which every card is begun in time; 0 where none are needed,
 * `null` where two hours would not do. It plans several times over: `pause` comes after each day of each plan.
 */
export async function minutesMissing(
	task: PlanTask,
	pause: () => Promise<void> = async () => {},
): Promise<number | null> {
	const enough = (more: number) => withPauses(beginsAll(withMore(task, more)), pause);
	if (await enough(0)) return 0;
	if (!(await enough(MOST_MORE))) return null;
	let [short, done] = [0, MOST_MORE];
	while (done - short > STEP) {
		const middle = Math.round((short + done) / 2 / STEP) * STEP;
		if (await enough(middle)) done = middle;
		else short = middle;
	}
	return done;
}

/** Nobody moves an interview further: so far ahead it is looked whether a later date would do. */
export const MOST_LATER = 91;

/** The fewest days later, in weeks, with which every card is begun in time; `null` where three months would not do. */
export async function daysMissing(
	task: PlanTask,
	pause: () => Promise<void> = async () => {},
): Promise<number | null> {
	for (let days = 7; days <= MOST_LATER; days += 7) {
		const later = { ...task, date: task.date + days };
		if (await withPauses(beginsAll(later), pause)) return days;
	}
	return null;
}
