/** The plan of what is given, made anew whenever that changes. */
import type { InterviewPlan } from '$lib/plan/interview-plan.ts';
import type { WeekTask } from '$lib/plan/plan-task.ts';
import type { Advice } from '$lib/plan/plan-work.ts';
import { Planner, type PlanTold } from './planner.ts';

export interface PlanGiven {
	task: WeekTask;
	/** Minutes of work today as measured; they only come back with the plan. */
	minutes: number;
}

export type PlanMade<Given extends PlanGiven = PlanGiven> = Given & {
	plan: InterviewPlan;
	/** Only where it is asked for, and a while after the plan. */
	advice?: Advice;
};

interface StartOptions<Given extends PlanGiven> {
	advise?: boolean;
	make?: () => Planner;
	/** Is told each plan, before any advice. */
	onmade?: (made: PlanMade<Given>) => void;
}

/** A wait shorter than this needs no sign. */
const NOTICED_MS = 500;

export class MadePlan<Given extends PlanGiven = PlanGiven> {
	/** The latest that was made, also while another is; undefined before the first, and where nothing is given. */
	value = $state.raw<PlanMade<Given>>();
	/** One is being made, and for so long that it should show. */
	planning = $state(false);
	/** Why what is given could not be planned, in words; '' where it could. */
	problem = $state('');

	/** Plans what `follow` hands over, again whenever it does, until what it returns is called. */
	start(
		follow: (give: (given: Given | undefined) => void) => () => void,
		{ advise = false, make = () => new Planner(), onmade = () => {} }: StartOptions<Given> = {},
	): () => void {
		const planner = make();
		let timer: ReturnType<typeof setTimeout> | undefined;
		const unfollow = follow((given) => {
			clearTimeout(timer);
			if (!given) {
				planner.giveUp();
				// What belonged to another date is not shown with the next one.
				Object.assign(this, { value: undefined, planning: false, problem: '' });
				return;
			}
			timer = setTimeout(() => (this.planning = true), NOTICED_MS);
			const due = timer;
			planner.ask(given.task, advise, (told) => {
				clearTimeout(due);
				this.planning = false;
				this.#take(given, told);
				if (told.kind === 'plan') onmade({ ...given, plan: told.plan });
			});
		});
		return () => {
			unfollow();
			clearTimeout(timer);
			planner.stop();
		};
	}

	#take(given: Given, told: PlanTold): void {
		if (told.kind === 'plan') {
			this.problem = '';
			this.value = { ...given, plan: told.plan };
		} else if (told.kind === 'advice') {
			this.value = this.value && { ...this.value, advice: told.advice };
		} else {
			const planned = this.value?.task === given.task;
			const what = planned ? 'What would change the plan' : 'The plan';
			this.problem = `${what} could not be worked out: ${told.detail}`;
		}
	}
}
