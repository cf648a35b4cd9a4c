/** What would make a plan work: more minutes, a later date, or other limits of new cards. */
import { planInterview, planWithAllTime, type InterviewPlan } from './interview-plan.ts';
import type { PlanTask } from './plan-task.ts';

/** With so many more minutes on each day that has any, as the person would see it after such a change. */
export function planWithMore(task: PlanTask, minutes: number): InterviewPlan {
	return planInterview(withMore(task, minutes));
}

function withMore(task: PlanTask, minutes: number): PlanTask {
	const minutesOn = (day: number) => {
		const given = task.minutesOn(day);
		return given > 0 ? given + minutes : 0;
	};
	return { ...task, minutesOn };
}

/** Whether every card is begun in the plan that the person would see; what takes all the time is found first. */
function beginsAll(task: PlanTask): boolean {
	const begins = ({ begun, cards }: InterviewPlan) => begun === cards;
	return begins(planWithAllTime(task)) && begins(planInterview(task));
}

/** As if no limit of new cards stood in the way. */
export function planWithoutLimits(task: PlanTask): InterviewPlan {
	return planInterview({ ...task, limits: new Map() });
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
 * `null` where two hours would not do. It plans several times over: `pause` comes before each.
 */
export async function minutesMissing(
	task: PlanTask,
	pause: () => Promise<void> = async () => {},
): Promise<number | null> {
	const enough = async (more: number) => {
		await pause();
		return beginsAll(withMore(task, more));
	};
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
		await pause();
		if (beginsAll({ ...task, date: task.date + days })) return days;
	}
	return null;
}
