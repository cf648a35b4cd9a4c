/** The plan until the interview, made anew from where the person stands whenever something changes. */
import { newCardOrder } from '$lib/content/study-order.ts';
import { readToday } from '$lib/db/begin-day.ts';
import { CATALOG_DECK } from '$lib/db/catalog-rows.ts';
import { averageAnswerMs } from '$lib/db/counts.ts';
import { forecastsIn } from '$lib/db/forecasts.ts';
import type { InterviewRow } from '$lib/db/interview-rows.ts';
import { allInterviews } from '$lib/db/interviews.ts';
import { startedCards } from '$lib/db/started-cards.ts';
import { readSettings } from '$lib/db/settings.ts';
import {
	planInterviewDays,
	type InterviewPlan,
	type PlanCard,
	type PlanTask,
} from '$lib/plan/interview-plan.ts';
import { mockDays } from '$lib/plan/mock-days.ts';
import { outlookOf } from '$lib/plan/memory-outlook.ts';
import { daysMissing, minutesMissing, planWithMore } from '$lib/plan/plan-advice.ts';
import { planReminders } from '$lib/plan/plan-reminders.ts';
import { planCalendar } from '$lib/plan/plan-calendar.ts';
import type { CardState } from '$lib/scheduler/card-state.ts';
import { dayOfDate, weekdayOf } from '$lib/scheduler/study-day.ts';
import type { KeptForecast } from '$lib/statistics/day-forecast.ts';
import type { App } from './app.svelte.ts';
import { now, zoneOf } from './clock.ts';
import { deliverFile } from './deliver-file.ts';
import { Live } from './live.svelte.ts';
import { Loaded } from './loaded.svelte.ts';
import { askForReminders, canRemind, setReminders, wantsReminders } from './reminders.ts';
import { readPlannedDecks, type PlannedDeck } from './planned-decks.ts';

/** What would change the outcome; found after the plan is shown, as it plans several times over. */
export interface Advice {
	/** With a quarter of an hour more a day. */
	more: InterviewPlan;
	/** Minutes more a day with which everything is met; 0 for none, `null` where two hours would not do. */
	missing: number | null;
	/** Days later with which everything is met; `null` where none would do, or none are needed. */
	later: number | null;
}

const MORE = 15;
/** On the person's clock: after work. */
export const REMINDER_HOUR = 18;
/** Averages are taken over so many days. */
const RECENT_DAYS = 21;
/** Forecasts are looked back at for so long. */
const FORECAST_DAYS = 14;

export class PlanView {
	#app: App;
	#stored: Live<{
		cards: CardState[];
		answerMs: number | undefined;
		/** Newest first. */
		interviews: InterviewRow[];
	}>;
	#own: Live<PlannedDeck[]>;
	#guide: Loaded<true>;
	#forecasts: Live<KeptForecast[]>;
	advice = $state.raw<Advice>();
	/** Whether the system reminds of each day; only where it can. */
	reminds = $state(canRemind() && wantsReminders());
	readonly canRemind = canRemind();

	constructor(app: App) {
		this.#app = app;
		this.#guide = new Loaded(() => app.library.loadGuide().then(() => true));
		this.#stored = new Live(
			async () => {
				const day = app.moment().day;
				const [cards, answerMs, interviews] = await Promise.all([
					startedCards(app.db, CATALOG_DECK),
					averageAnswerMs(app.db, day - RECENT_DAYS),
					allInterviews(app.db),
					// Another day, path or date makes another plan.
					readToday(app.db),
					readSettings(app.db),
				]);
				return { cards, answerMs, interviews };
			},
			(error) => app.toasts.problem(error.message),
		);
		this.#own = new Live(
			() => readPlannedDecks(app.db, app.moment()),
			(error) => app.toasts.problem(error.message),
		);
		this.#forecasts = new Live(
			async () => {
				const today = Math.max(app.moment().day, await readToday(app.db));
				return forecastsIn(app.db, today - FORECAST_DAYS, today - 1);
			},
			(error) => app.toasts.problem(error.message),
		);
		$effect(() => this.#advise());
		$effect(() => this.#remind());
	}

	/** Of the last two weeks, in order, with what came of them. */
	get forecasts(): readonly KeptForecast[] {
		return this.#forecasts.value ?? [];
	}

	/** Minutes of each weekday, Monday first. */
	get week(): readonly number[] {
		const { planWeek, minutesPerDay } = this.#app.settings;
		return planWeek ?? Array.from({ length: 7 }, () => minutesPerDay);
	}

	/** Study day of the interview; undefined without one to come. */
	get date(): number | undefined {
		const { interviewDate } = this.#app.settings;
		const day = interviewDate === null ? undefined : dayOfDate(interviewDate);
		return day === undefined || day < this.#app.today ? undefined : day;
	}

	/** Study day of an interview that is over; undefined for none. */
	get past(): number | undefined {
		const { interviewDate } = this.#app.settings;
		const day = interviewDate === null ? undefined : dayOfDate(interviewDate);
		return day !== undefined && day < this.#app.today ? day : undefined;
	}

	/** The person's own outermost decks, and which of them are in the plan. */
	readonly ownDecks: { id: string; name: string; planned: boolean }[] = $derived.by(() =>
		(this.#own.value ?? []).map(({ id, name, planned }) => ({ id, name, planned })),
	);

	/** Takes a deck into the plan, or out of it. */
	planDeck(id: string, planned: boolean): void {
		const others = this.#app.settings.planDecks.filter((each) => each !== id);
		void this.#app.changeSettings({ planDecks: planned ? [...others, id] : others });
	}

	/** Whether the plan is for the chosen path alone. */
	get byPath(): boolean {
		const { path, planScope } = this.#app.settings;
		return planScope === 'path' && this.#app.library.path(path) !== undefined;
	}

	/** Loads again what could not be loaded. */
	retry(): void {
		void this.#guide.retry();
	}

	/** Why a part of the plan is not there, in words. */
	get problem(): string {
		return this.#guide.problem;
	}

	readonly #task: PlanTask | undefined = $derived.by(() => {
		const [stored, own] = [this.#stored.value, this.#own.value];
		const { date, week } = this;
		if (!stored || !own || date === undefined || !this.#guide.value) return undefined;
		const { answerMs } = stored;
		const { today } = this.#app;
		const minutesOn = (day: number) => week[weekdayOf(day)] ?? 0;
		const done = stored.interviews.filter(({ only, exercise }) => !only && !exercise);
		const questions = this.#questions(done);
		// One a day is enough.
		const from = done[0]?.day === today ? today + 1 : today;
		return {
			...{ today, date, minutesOn, questions },
			mocks: mockDays({ today: from, date, minutesOn, questions }),
			cards: [...this.#cardsOf(stored.cards), ...own.flatMap(({ cards }) => cards)],
			beyond: own.flatMap(({ id, beyond }) =>
				beyond > 0 ? [{ group: id, noteId: id, cards: beyond }] : [],
			),
			model: this.#app.preset,
			times: answerMs === undefined ? {} : { review: answerMs / 1000 },
		};
	});

	/** Undefined without a date, and while what it needs is read. */
	readonly plan: InterviewPlan | undefined = $derived(this.#task && planInterviewDays(this.#task));

	/** Hands out the plan as a calendar file; says in words what became of it. */
	async saveCalendar(): Promise<void> {
		const { plan, date } = this;
		if (!plan || date === undefined) return;
		const text = planCalendar(plan, date, now(), (id) => this.titleOf(id));
		const file = new Blob([text], { type: 'text/calendar' });
		if ((await deliverFile(file, 'onsite-plan.ics')) === 'delivered') {
			this.#app.toasts.show('The plan is saved as a calendar file.');
		}
	}

	titleOf(question: string): string {
		const { questions = [] } = this.#app.library.index;
		return questions.find(({ id }) => id === question)?.title ?? question;
	}

	/** Those not tried yet come first, then those tried longest ago. */
	#questions(done: readonly InterviewRow[]): string[] {
		const { questions = [] } = this.#app.library.index;
		const last = new Map<string, number>();
		for (const { question, t } of done) last.set(question, Math.max(t, last.get(question) ?? 0));
		return questions
			.filter(({ retired }) => !retired)
			.map(({ id }) => id)
			.sort((a, b) => (last.get(a) ?? 0) - (last.get(b) ?? 0));
	}

	/** The cards that the plan is about, those to be learned in the order in which they come. */
	#cardsOf(begun: readonly CardState[]): PlanCard[] {
		const { library, settings } = this.#app;
		const path = library.path(settings.path);
		const steps = new Set(path?.stages.flatMap(({ steps: own }) => own.map(({ id }) => id)));
		const wanted = (id: string) => !this.byPath || steps.has(id);
		const states = new Map(begun.map((card) => [card.id, card]));
		return newCardOrder(library.index, path).flatMap((id): PlanCard[] => {
			const noteId = id.slice(0, id.indexOf('/'));
			const group = library.pattern(noteId)?.category;
			const state = states.get(id);
			if (group === undefined || !wanted(noteId) || state?.suspended) return [];
			return [
				{ id, noteId, group, ...(state ? { memory: outlookOf(state, this.#app.today) } : {}) },
			];
		});
	}

	/** Turns reminders on or off, if the system lets the app. */
	async askReminders(on: boolean): Promise<void> {
		this.reminds = await askForReminders(on);
		if (on && !this.reminds) this.#app.toasts.show('This browser does not let the app remind you.');
		if (!on) await setReminders([]).catch(() => {});
	}

	#remind(): void {
		const { plan, reminds } = this;
		if (!reminds) return;
		// Without a date there is nothing to be reminded of any more.
		if (this.#stored.value && this.date === undefined) void setReminders([]).catch(() => {});
		if (!plan) return;
		const reminders = planReminders(plan, REMINDER_HOUR, zoneOf(this.#app.settings), now());
		// A reminder is a courtesy.
		setReminders(reminders).catch(() => {});
	}

	/** A moment later, so that the plan itself shows first, and plan by plan, so that the screen stays alive. */
	#advise(): () => void {
		const task = this.#task;
		let left = false;
		const pause = async () => {
			await new Promise((resolve) => setTimeout(resolve, 20));
			// Nothing waits for the rest of it any more.
			if (left) await new Promise(() => {});
		};
		this.advice = undefined;
		if (task) {
			void pause()
				.then(() => adviceFor(task, pause))
				.then((advice) => (this.advice = advice));
		}
		return () => (left = true);
	}
}

async function adviceFor(task: PlanTask, pause: () => Promise<void>): Promise<Advice> {
	const more = planWithMore(task, MORE);
	const missing = await minutesMissing(task, pause);
	return { more, missing, later: missing === 0 ? null : await daysMissing(task, pause) };
}
