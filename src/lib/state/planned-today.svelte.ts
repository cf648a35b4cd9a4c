/** What the plan until the interview has placed on this day; loaded only where there is a date. */
import { createSubscriber } from 'svelte/reactivity';
import { keepPlan, planMark, readKeptPlan } from '$lib/db/kept-plan.ts';
import { watch } from '$lib/db/live.ts';
import type { InterviewPlan } from '$lib/plan/interview-plan.ts';
import { MOCK_MINUTES } from '$lib/plan/mock-days.ts';
import { planTaskOfWeek, type WeekTask } from '$lib/plan/plan-task.ts';
import type { PlannedToday } from '$lib/plan/planned-today.ts';
import type { App } from './app.svelte.ts';
import type { Library } from './library.svelte.ts';
import { MadePlan, type PlanGiven, type PlanMade } from './made-plan.svelte.ts';
import { planTaskOf, readPlanInputs, weekOf, type PlanInputs } from './plan-inputs.ts';
import { planOnce } from './planner.ts';
import { remindOfPlan } from './reminders.ts';

/** As long as the evening before may take. */
const LAST_LOOK = 10;

/** What is planned, with what tells later whether that holds still. */
interface DayGiven extends PlanGiven {
	/** Answers of the day so far. */
	answers: number;
	mark: string;
}

function givenFrom(inputs: PlanInputs, library: Library): DayGiven | undefined {
	const { settings, preset, answered, done } = inputs;
	const task = planTaskOf(inputs, library);
	const mark = planMark(settings, preset.newPerDay);
	return task && { task, minutes: done.minutes, answers: answered.answers, mark };
}

export class TodaysPlan {
	#app: App;
	#made = new MadePlan<DayGiven>();
	/** As in a live query: it is planned only while something shows it. */
	#subscribe = createSubscriber(() =>
		this.#made.start((give) => this.#follow(give), {
			onmade: (made) => void keep(this.#app, this.#dayOf(made), made),
		}),
	);

	constructor(app: App) {
		this.#app = app;
	}

	#follow(give: (given: DayGiven | undefined) => void): () => void {
		const { db, library, toasts } = this.#app;
		let inputs: PlanInputs | undefined;
		let guided = false;
		let over = false;
		const plan = () => {
			if (!inputs || over) return;
			// Where no day has the time for an interview, nothing waits for the guide.
			const asks = weekOf(inputs.settings).some((minutes) => minutes >= MOCK_MINUTES);
			if (asks && !guided) return;
			give(givenFrom(inputs, library));
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
		return made && this.#dayOf(made);
	});

	#dayOf({ task, plan, minutes }: PlanMade<DayGiven>): PlannedToday {
		return plannedToday(task, plan, minutes, titlesIn(this.#app.library));
	}

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

/**
 * As of now, once: what is kept of this day, else it is planned and kept; undefined without a date.
 * @throws DbError, or Error where it cannot be planned
 */
export async function readPlannedToday(app: PlanApp): Promise<PlannedToday | undefined> {
	const { db, library } = app;
	const moment = app.moment();
	// Only the interviews are missing without it.
	await library.loadGuide().catch(() => {});
	const inputs = await readPlanInputs(db, moment);
	const given = givenFrom(inputs, library);
	if (!given) return undefined;
	const kept = await readKeptPlan(db, given.task.today, given.mark);
	if (kept?.answers === given.answers) return kept.planned;
	const plan = await planOnce(given.task);
	const planned = plannedToday(given.task, plan, given.minutes, titlesIn(library));
	await keep(app, planned, given);
	return planned;
}

type PlanApp = Pick<App, 'db' | 'library' | 'moment' | 'readOnly'>;

function titlesIn({ index: { questions = [] } }: Library): (question: string) => string {
	return (id) => questions.find((each) => each.id === id)?.title ?? id;
}

/** Without a word where it fails: the next start plans again. */
async function keep(
	{ db, readOnly }: Pick<App, 'db' | 'readOnly'>,
	planned: PlannedToday,
	{ answers, mark }: Pick<DayGiven, 'answers' | 'mark'>,
): Promise<void> {
	if (!readOnly) await keepPlan(db, { planned, answers, mark }).catch(() => {});
}

/** @param done minutes of work today, as measured */
export function plannedToday(
	task: WeekTask,
	{ days: [day, ...later], unused }: InterviewPlan,
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
		day: today,
		kind: day?.kind ?? 'interview',
		given: Math.floor(planTaskOfWeek(task).minutesOn(today)),
		done: Math.floor(done),
		minutes: day?.forCards ?? 0,
		reviews: day?.reviews ?? 0,
		unfit: day?.left ?? known.length,
		...(unused > 0 ? { unused } : {}),
		newUntil,
		begins: day?.begins ?? [],
		refresh: day?.refresh ?? Math.min(LAST_LOOK, begun),
		mock: day?.mock === undefined ? undefined : { question: day.mock, title: titleOf(day.mock) },
		drill: day?.drill ?? false,
		next: later.find(({ minutes }) => minutes > 0)?.day,
	};
}
