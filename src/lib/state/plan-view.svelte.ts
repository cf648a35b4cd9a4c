/** The plan until the interview, made anew from where the person stands whenever something changes. */
import { untrack } from 'svelte';
import { readToday } from '$lib/db/begin-day.ts';
import { CATALOG_DECK } from '$lib/db/catalog-rows.ts';
import { forecastsIn } from '$lib/db/forecasts.ts';
import { interviewAhead, type Settings } from '$lib/db/settings.ts';
import type { InterviewPlan } from '$lib/plan/interview-plan.ts';
import { hasTime } from '$lib/plan/plan-advice.ts';
import { planCalendar } from '$lib/plan/plan-calendar.ts';
import { planTaskOfWeek, type WeekTask } from '$lib/plan/plan-task.ts';
import type { Advice } from '$lib/plan/plan-work.ts';
import { dayOfDate } from '$lib/scheduler/study-day.ts';
import type { KeptForecast } from '$lib/statistics/day-forecast.ts';
import type { App } from './app.svelte.ts';
import { now } from './clock.ts';
import { deliverFile } from './deliver-file.ts';
import { Live } from './live.svelte.ts';
import { Loaded } from './loaded.svelte.ts';
import { MadePlan, type PlanGiven } from './made-plan.svelte.ts';
import { planTaskOf, readPlanInputs, scopeOf, weekOf, type PlanInputs } from './plan-inputs.ts';
import { PresetActs } from './preset-acts.ts';
import {
	askForReminders,
	canRemind,
	remindOfPlan,
	setReminders,
	wantsReminders,
} from './reminders.ts';

/** A limit of new cards that stands in the way of the plan. */
export interface Hindrance {
	/** The catalog, or an outermost deck. */
	root: string;
	limit: number;
	/** New cards on the fullest day without the limit. */
	wanted: number;
}

/** Forecasts are looked back at for so long. */
const FORECAST_DAYS = 14;

export class PlanView {
	#app: App;
	#inputs: Live<PlanInputs>;
	#guide: Loaded<true>;
	#forecasts: Live<KeptForecast[]>;
	#unsaved = $state.raw<Partial<Settings>>({});
	#saving = 0;
	/** Whether the system reminds of each day; only where it can. */
	reminds = $state(canRemind() && wantsReminders());
	readonly canRemind = canRemind();

	constructor(app: App) {
		this.#app = app;
		this.#guide = new Loaded(() => app.library.loadGuide().then(() => true));
		// Another day, path, date or limit makes another plan.
		this.#inputs = new Live(
			() => readPlanInputs(app.db, app.moment()),
			(error) => app.toasts.problem(error.message),
		);
		this.#forecasts = new Live(
			async () => {
				const today = Math.max(app.moment().day, await readToday(app.db));
				return forecastsIn(app.db, today - FORECAST_DAYS, today - 1);
			},
			(error) => app.toasts.problem(error.message),
		);
		let give: (given: PlanGiven | undefined) => void = () => {};
		$effect(() =>
			this.#made.start(
				(take) => {
					give = take;
					return () => {};
				},
				{ advise: true },
			),
		);
		$effect(() => {
			const given = this.#given;
			untrack(() => give(given));
		});
		$effect(() => this.#remind());
	}

	/** Of the last two weeks, in order, with what came of them; undefined while they are read. */
	get forecasts(): readonly KeptForecast[] | undefined {
		return this.#forecasts.value;
	}

	/** Minutes of each weekday, Monday first. */
	get week(): readonly number[] {
		return weekOf(this.#settings);
	}

	/** @param at weekday, Monday is 0 */
	setMinutes(at: number, minutes: number): void {
		this.#save({ planWeek: [...this.week].with(at, minutes) });
	}

	get #settings(): Settings {
		return { ...this.#app.settings, ...this.#unsaved };
	}

	/** What was changed holds at once: whoever goes on before it is stored must not build on what was before. */
	#save(values: Partial<Settings>): void {
		this.#unsaved = { ...this.#unsaved, ...values };
		this.#saving += 1;
		void this.#app.changeSettings(values).finally(() => {
			this.#saving -= 1;
			if (this.#saving === 0) this.#unsaved = {};
		});
	}

	/** Study day of the interview; undefined without one to come. */
	get date(): number | undefined {
		return interviewAhead(this.#app.settings, this.#app.today);
	}

	/** Study day of an interview that is over; undefined for none. */
	get past(): number | undefined {
		const { interviewDate } = this.#app.settings;
		const day = interviewDate === null ? undefined : dayOfDate(interviewDate);
		return day !== undefined && day < this.#app.today ? day : undefined;
	}

	/** The person's own outermost decks, and which of them are in the plan. */
	readonly ownDecks: { id: string; name: string; planned: boolean }[] = $derived.by(() =>
		(this.#inputs.value?.own ?? []).map(({ id, name, planned }) => ({ id, name, planned })),
	);

	/** Takes a deck into the plan, or out of it. */
	planDeck(id: string, planned: boolean): void {
		const others = this.#settings.planDecks.filter((each) => each !== id);
		this.#save({ planDecks: planned ? [...others, id] : others });
	}

	/** Whether the plan is for the chosen path, for the whole catalog, or for nothing of it. */
	get scope(): 'path' | 'catalog' | 'none' {
		return scopeOf(this.#app.settings, this.#app.library);
	}

	/** Loads again what could not be loaded. */
	retry(): void {
		void this.#guide.retry();
		if (this.#made.problem) this.#retries += 1;
	}

	/** Why a part of the plan is not there, in words. */
	get problem(): string {
		return this.#guide.problem || this.#made.problem;
	}

	readonly #made = new MadePlan();
	#retries = $state(0);

	readonly #given: PlanGiven | undefined = $derived.by(() => {
		void this.#retries;
		const inputs = this.#inputs.value;
		if (!inputs || !this.#guide.value) return undefined;
		const task = planTaskOf(inputs, this.#app.library);
		return task && { task, minutes: inputs.done.minutes };
	});

	/** Undefined without a date, and until one is made; while another is made, it is the one before. */
	readonly plan: InterviewPlan | undefined = $derived(this.#made.value?.plan);

	/** What the plan was made from. */
	readonly #task: WeekTask | undefined = $derived(this.#made.value?.task);

	/** Study day of the interview in the plan as it is shown. */
	get plannedDate(): number | undefined {
		return this.#task?.date;
	}

	/** Another plan is being made, and it takes so long that it should show. */
	get planning(): boolean {
		return this.#made.planning;
	}

	/** What would change the plan; undefined until it is found. */
	get advice(): Advice | undefined {
		return this.#made.value?.advice;
	}

	/** Minutes of work that were done today, of cards and interviews. */
	get doneMinutes(): number {
		return this.#made.value?.minutes ?? 0;
	}

	/** Whether any day until the interview has time. */
	get hasTime(): boolean {
		return this.#task !== undefined && hasTime(planTaskOfWeek(this.#task));
	}

	/** The limits of new cards that take something away from the plan. */
	readonly hindrances: Hindrance[] = $derived.by(() => {
		const [free, limits] = [this.advice?.free, this.#task?.limits];
		if (!free || !limits) return [];
		return [...limits].flatMap(([root, limit]): Hindrance[] => {
			const wanted = Math.max(0, ...free.days.map(({ freshOf }) => freshOf.get(root) ?? 0));
			return wanted > limit ? [{ root, limit, wanted }] : [];
		});
	});

	/** Lets so many new cards of the catalog in each day, and says so with the way back. */
	async allowNew(newPerDay: number): Promise<void> {
		const told = `Up to ${newPerDay} new cards of the catalog a day now.`;
		await new PresetActs(this.#app).change(this.#app.preset, { newPerDay }, told);
	}

	readonly catalog = CATALOG_DECK;

	/**
	 * Hands out the plan as a calendar file; says in words what became of it.
	 * @param nameOf the name of what begins on a day
	 */
	async saveCalendar(nameOf: (id: string) => string): Promise<void> {
		const { plan, plannedDate: date } = this;
		if (!plan || date === undefined) return;
		const titleOf = (id: string) => this.titleOf(id);
		const text = planCalendar(plan, date, now(), { titleOf, nameOf });
		const file = new Blob([text], { type: 'text/calendar' });
		if ((await deliverFile(file, 'onsite-plan.ics')) === 'delivered') {
			this.#app.toasts.show(
				'The plan is saved as a calendar file, with an alarm on each day that has work.',
			);
		}
	}

	titleOf(question: string): string {
		const { questions = [] } = this.#app.library.index;
		return questions.find(({ id }) => id === question)?.title ?? question;
	}

	/** Turns reminders on or off, if the system lets the app. */
	async askReminders(on: boolean): Promise<void> {
		this.reminds = await askForReminders(on);
		if (on && !this.reminds) this.#app.toasts.show('This browser does not let the app remind you.');
		if (!on) await setReminders([]).catch(() => {});
	}

	#remind(): void {
		const { plan, reminds } = this;
		// Without a date there is nothing to be reminded of any more.
		const over = this.#inputs.value !== undefined && this.date === undefined;
		if (reminds && (plan || over)) remindOfPlan(plan, this.#app.settings);
	}
}
