/** What the plan until the interview has placed on this day; loaded only where there is a date. */
import { planInterview, type InterviewPlan } from '$lib/plan/interview-plan.ts';
import { MOCK_MINUTES } from '$lib/plan/mock-days.ts';
import type { PlanDay } from '$lib/plan/plan-days.ts';
import type { PlanTask } from '$lib/plan/plan-task.ts';
import type { App } from './app.svelte.ts';
import { Live } from './live.svelte.ts';
import { Loaded } from './loaded.svelte.ts';
import { planTaskOf, readPlanInputs, weekOf, type PlanInputs } from './plan-inputs.ts';
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
	#inputs: Live<PlanInputs>;
	#guide: Loaded<true>;

	constructor(app: App) {
		this.#app = app;
		// Without it no interview is planned; all else is.
		this.#guide = new Loaded(() => app.library.loadGuide().then(() => true));
		this.#inputs = new Live(
			() => readPlanInputs(app.db, app.moment()),
			(error) => app.toasts.problem(error.message),
		);
	}

	readonly #task: PlanTask | undefined = $derived.by(() => {
		const inputs = this.#inputs.value;
		if (!inputs) return undefined;
		// Where no day has the time for an interview, nothing waits for the guide.
		const asks = weekOf(inputs.settings).some((minutes) => minutes >= MOCK_MINUTES);
		if (asks && !(this.#guide.value || this.#guide.problem)) return undefined;
		return planTaskOf(inputs, this.#app.library);
	});

	readonly #plan: InterviewPlan | undefined = $derived(this.#task && planInterview(this.#task));

	/** Undefined while it is made. */
	readonly value: PlannedToday | undefined = $derived.by(() => {
		const [inputs, task, plan] = [this.#inputs.value, this.#task, this.#plan];
		if (!inputs || !task || !plan) return undefined;
		const { questions = [] } = this.#app.library.index;
		const titleOf = (id: string) => questions.find((each) => each.id === id)?.title ?? id;
		return plannedToday(task, plan, inputs.done.minutes, titleOf);
	});

	/** Has the system remind of the days ahead, where the person has asked for that. */
	remind(): void {
		if (this.#plan) remindOfPlan(this.#plan, this.#app.settings);
	}
}

/** As of now, read once; undefined without a date. @throws DbError */
export async function readPlannedToday(
	app: Pick<App, 'db' | 'library' | 'moment'>,
): Promise<PlannedToday | undefined> {
	// Only the interviews are missing without it.
	await app.library.loadGuide().catch(() => {});
	const inputs = await readPlanInputs(app.db, app.moment());
	const task = planTaskOf(inputs, app.library);
	return task && plannedToday(task, planInterview(task), inputs.done.minutes, (id) => id);
}

/** @param done minutes of work today, as measured */
export function plannedToday(
	task: PlanTask,
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
		given: Math.floor(task.minutesOn(today)),
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
