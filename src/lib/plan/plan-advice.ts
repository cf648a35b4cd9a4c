/** What would make a plan work: more minutes, or less to know. */
import { planInterviewDays, type InterviewPlan, type PlanTask } from './interview-plan.ts';
import { mockDays } from './mock-days.ts';

/**
 * The plan with up to so many more minutes on each day that has any, all of them for cards: mock interviews stay
 * where they are. Where the time would recall less on the day (what is learned early fades), it is left unused.
 */
export function planWithMore(task: PlanTask, minutes: number): InterviewPlan {
	const [plan, more] = [planInterviewDays(task), planWithAll(task, minutes)];
	return more.recall >= plan.recall ? more : plan;
}

/** The plan that takes all of so many more minutes. */
function planWithAll(task: PlanTask, minutes: number): InterviewPlan {
	const more = (day: number) => {
		const given = task.minutesOn(day);
		return given > 0 ? given + minutes : 0;
	};
	return planInterviewDays({ ...task, minutesOn: more, mocks: task.mocks ?? mockDays(task) });
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
		const { begun, cards } = planWithAll(task, more);
		return begun === cards;
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

/** Nobody moves an interview further. */
const MOST_LATER = 90;

/** The fewest days later, in weeks, with which every card is begun in time; `null` where three months would not do. */
export async function daysMissing(
	task: PlanTask,
	pause: () => Promise<void> = async () => {},
): Promise<number | null> {
	for (let days = 7; days <= MOST_LATER; days += 7) {
		await pause();
		const { begun, cards } = planInterviewDays({ ...task, date: task.date + days });
		if (begun === cards) return days;
	}
	return null;
}
