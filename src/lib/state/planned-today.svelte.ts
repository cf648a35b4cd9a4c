/** What the plan until the interview has placed on this day; loaded only where there is a date. */
import { createSubscriber } from 'svelte/reactivity';
import { watch } from '$lib/db/live.ts';
import type { InterviewPlan } from '$lib/plan/interview-plan.ts';
import { MOCK_MINUTES } from '$lib/plan/mock-days.ts';
import type { PlanDay } from '$lib/plan/plan-days.ts';
import { planTaskOfWeek, type WeekTask } from '$lib/plan/plan-task.ts';
import type { App } from './app.svelte.ts';
import { MadePlan, type PlanGiven } from './made-plan.svelte.ts';
import { planTaskOf, readPlanInputs, weekOf, type PlanInputs } from './plan-inputs.ts';
import { planOnce } from './planner.ts';
import { remindOfPlan } from './reminders.ts';

export interface PlannedToday {
	/** `interview`: it is today, and nothing is planned. */
	kind: PlanDay['kind'] | 'interview';
	/** Minutes that the person gives today, and those that are done, whole ones. */
	given: number;
	done: number;
	/** Minutes of cards that are planned still. */
	minutes: number;
	/** Of all cards that are due, those that are planned still, and those that do not fit. */
	reviews: number;
	unfit: number;
	/** The most new cards of the day in all, by root; what is not listed begins none. */
	newUntil: ReadonlyMap<string, number>;
	/** Ids of the patterns and decks that begin today. */
	begins: readonly string[];
	/** Weak cards to look at without a change of schedule. */
	refresh: number;
	mock: { question: string; title: string } | undefined;
	drill: boolean;
	/** Study day of the next work; undefined where there is none before the interview. */
	next: number | undefined;
}

/** As long as the evening before may take. */
const LAST_LOOK = 10;

export class TodaysPlan {
	#app: App;
	#made = new MadePlan();
	/** As in a live query: it is planned only while something shows it. */
	#subscribe = createSubscriber(() => this.#made.start((give) => this.#follow(give)));

	constructor(app: App) {
		this.#app = app;
	}

	#follow(give: (given: PlanGiven | undefined) => void): () => void {
		const { db, library, toasts } = this.#app;
		let inputs: PlanInputs | undefined;
		let guided = false;
		let over = false;
		const plan = () => {
			if (!inputs || over) return;
			// Where no day has the time for an interview, nothing waits for the guide.
			const asks = weekOf(inputs.settings).some((minutes) => minutes >= MOCK_MINUTES);
			if (asks && !guided) return;
			const task = planTaskOf(inputs, library);
			give(task && { task, minutes: inputs.done.minutes });
		};
		const guide = () => {
			guided = true;
			plan();
		};
		// Without it no interview is planned; all else is.
		library.loadGuide().then(guide, guide);
		const stop = watch(
			() => readPlanInputs(db, this.#app.moment()),
			(read) => {
				inputs = read;
				plan();
			},
			(error) => toasts.problem(error.message),
		);
		return () => {
			over = true;
			stop();
		};
	}

	/** Undefined until it is made. */
	readonly value: PlannedToday | undefined = $derived.by(() => {
		this.#subscribe();
		const made = this.#made.value;
		if (!made) return undefined;
		const { questions = [] } = this.#app.library.index;
		const titleOf = (id: string) => questions.find((each) => each.id === id)?.title ?? id;
		return plannedToday(made.task, made.plan, made.minutes, titleOf);
	});

	/** There is none, and it takes so long that it should show. */
	get slow(): boolean {
		return this.#made.planning && !this.#made.value;
	}

	/** There is none, and it could not be made. */
	get failed(): boolean {
		return this.#made.problem !== '' && !this.#made.value;
	}

	/** Has the system remind of the days ahead, where the person has asked for that. */
	remind(): void {
		const plan = this.#made.value?.plan;
		if (plan) remindOfPlan(plan, this.#app.settings);
	}
}

/** As of now, read once; undefined without a date. @throws DbError, or Error where it cannot be planned */
export async function readPlannedToday(
	app: Pick<App, 'db' | 'library' | 'moment'>,
): Promise<PlannedToday | undefined> {
	// Only the interviews are missing without it.
	await app.library.loadGuide().catch(() => {});
	const inputs = await readPlanInputs(app.db, app.moment());
	const task = planTaskOf(inputs, app.library);
	return task && plannedToday(task, await planOnce(task), inputs.done.minutes, (id) => id);
}

/** @param done minutes of work today, as measured */
export function plannedToday(
	task: WeekTask,
	{ days: [day, ...later] }: InterviewPlan,
	done: number,
	titleOf: (question: string) => string,
): PlannedToday {
	const { today, cards, upkeep = [] } = task;
	const known = [...cards, ...upkeep].filter(({ memory }) => memory && memory.due <= today);
	const newUntil = new Map(task.done?.fresh);
	for (const [root, count] of day?.freshOf ?? []) {
		newUntil.set(root, (newUntil.get(root) ?? 0) + count);
	}
	const begun = cards.filter(({ memory }) => memory).length;
	return {
		kind: day?.kind ?? 'interview',
		given: Math.floor(planTaskOfWeek(task).minutesOn(today)),
		done: Math.floor(done),
		minutes: day?.forCards ?? 0,
		reviews: day?.reviews ?? 0,
		unfit: day?.left ?? known.length,
		newUntil,
		begins: day?.begins ?? [],
		refresh: day?.refresh ?? Math.min(LAST_LOOK, begun),
		mock: day?.mock === undefined ? undefined : { question: day.mock, title: titleOf(day.mock) },
		drill: day?.drill ?? false,
		next: later.find(({ minutes }) => minutes > 0)?.day,
	};
}
