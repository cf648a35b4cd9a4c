/** What would make a plan work: more minutes, or less to know. */
import { planInterviewDays, type InterviewPlan, type PlanTask } from './interview-plan.ts';
import { mockDays } from './mock-days.ts';

/** The plan with so many more minutes on each day that has any, all of them for cards: mock interviews stay where they are. */
export function planWithMore(task: PlanTask, minutes: number): InterviewPlan {
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
 * `null` where two hours would not do.
 */
export function minutesMissing(task: PlanTask): number | null {
	const enough = (more: number) => {
		const { begun, cards } = planWithMore(task, more);
		return begun === cards;
	};
	if (enough(0)) return 0;
	if (!enough(MOST_MORE)) return null;
	let [short, done] = [0, MOST_MORE];
	while (done - short > STEP) {
		const middle = Math.round((short + done) / 2 / STEP) * STEP;
		if (enough(middle)) done = middle;
		else short = middle;
	}
	return done;
}
