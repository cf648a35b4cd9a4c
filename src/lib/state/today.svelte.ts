/** What the Today screen and the end of a session show, kept current by the counters. */
import { createSubscriber } from 'svelte/reactivity';
import { readToday } from '$lib/db/begin-day.ts';
import { soonestStep } from '$lib/db/cards.ts';
import { CATALOG_DECK } from '$lib/db/catalog-rows.ts';
import { averageAnswerMs, dayStats, dueForecast } from '$lib/db/counts.ts';
import type { DayCount } from '$lib/db/tally.ts';
import { readPreset } from '$lib/db/decks.ts';
import { planMark, readKeptPlan, type KeptPlan } from '$lib/db/kept-plan.ts';
import { presentRun } from '$lib/db/present-run.ts';
import { interviewAhead, interviewSetAt, readSettings, type Settings } from '$lib/db/settings.ts';
import { newStill, outlineOf, type DayGiven, type PlannedToday } from '$lib/plan/planned-today.ts';
import { planDay, type DayPart, type DayPlan } from '$lib/scheduler/day-plan.ts';
import { limitsLeft } from '$lib/scheduler/limits.ts';
import type { PresentRun } from '$lib/scheduler/streak.ts';
import type { AnswerTimes } from '$lib/scheduler/session-forecast.ts';
import type { Preset } from '$lib/scheduler/preset.ts';
import { dayOfDate, studyDayOf, weekdayOf, type Moment } from '$lib/scheduler/study-day.ts';
import type { App } from './app.svelte.ts';
import { now } from './clock.ts';
import { Live } from './live.svelte.ts';
import type { TodaysPlan } from './planned-today.svelte.ts';
import { beyondAt, rootsOf, type StudyRoot } from './study-roots.ts';

/** A part of today's cards. */
export interface Source {
	deckId: string;
	name: string;
	cards: number;
}

export interface TodayView {
	plan: DayPlan;
	/** What the plan until the interview has placed on this day; undefined without a date. */
	planned: PlannedToday | undefined;
	/** Only an outline of the plan is there: what else belongs to the day comes with the whole. */
	outlined: boolean;
	/** Cards still to do today, within the limits and the plan. */
	left: number;
	freshBeyond: number;
	/** What the cards to do are from; empty where there is only the catalog. */
	sources: Source[];
	/** ms since the epoch at which the first step of today comes due; `undefined` without one. */
	nextStep: number | undefined;
	/** Reviews that come back tomorrow. */
	tomorrow: number;
	/** Reviews due in each of the next seven days, tomorrow first. */
	week: number[];
	/** Answers of this calendar week, Monday first; undefined for days to come. */
	studied: (number | undefined)[];
	answeredToday: number;
	streak: PresentRun;
}

/** The view before it is known what a plan makes of the day. */
interface Read extends Omit<
	TodayView,
	'plan' | 'planned' | 'outlined' | 'left' | 'freshBeyond' | 'sources'
> {
	/** Undefined where there is no interview to come. */
	ahead: Ahead | undefined;
	day: number;
	roots: StudyRoot[];
	parts: (DayPart & { news: number })[];
	dueByDay: number[];
	minutesPerDay: number;
	times: Partial<AnswerTimes>;
	/** Whether there is more than the catalog. */
	decks: boolean;
}

/** What is known of a plan before it is made. */
interface Ahead extends Pick<DayGiven, 'date' | 'since' | 'given'> {
	/** Of this day. */
	kept: KeptPlan | undefined;
	/** Answers of the day, in whatever deck. */
	answers: number;
}

/** Averages are taken over so many days. */
const RECENT_DAYS = 21;
/** Days ahead that the plan out of a backlog looks at. */
const AHEAD_DAYS = 120;
/** How often it is looked whether a step has come due. */
const TICK_MS = 15_000;

export class Today {
	#app: App;
	#live: Live<Read>;
	/** Made when it is first needed; `failed` where it cannot be loaded, and then the day is shown without it. */
	#planner = $state.raw<TodaysPlan | 'failed'>();
	#loading = false;
	#ticks = createSubscriber((update) => {
		const timer = setInterval(update, TICK_MS);
		return () => clearInterval(timer);
	});

	constructor(app: App) {
		this.#app = app;
		this.#live = new Live(
			() => this.#read(),
			(error) => app.toasts.problem(error.message),
		);
	}

	/** Undefined while it is read, with what the plan says. */
	readonly view: TodayView | undefined = $derived.by(() => {
		const read = this.#live.value;
		if (!read) return undefined;
		const { ahead, day } = read;
		if (!ahead) return viewOf(read, undefined);
		this.#loadPlanner();
		if (this.#planner === 'failed') return viewOf(read, undefined);
		const planned = this.#planner?.value;
		if (planned?.day === day) return viewOf(read, planned);
		if (this.#planner?.failed) return viewOf(read, undefined);
		const kept = ahead.kept?.answers === ahead.answers ? ahead.kept.planned : undefined;
		return viewOf(read, kept ?? outlined(read, ahead), kept === undefined);
	});

	/** The plan takes so long that it should show. */
	get planning(): boolean {
		return typeof this.#planner === 'object' && this.#planner.slow;
	}

	#loadPlanner(): void {
		if (this.#loading) return;
		this.#loading = true;
		import('./planned-today.svelte.ts').then(
			({ TodaysPlan }) => (this.#planner = new TodaysPlan(this.#app)),
			() => (this.#planner = 'failed'),
		);
	}

	/** Has the system remind of the planned days, where the person has asked for that. */
	remind(): void {
		if (typeof this.#planner === 'object') this.#planner.remind();
	}

	/** ms since the epoch until which only steps are left that are not due yet; `null` where something can be done now. */
	get waitsUntil(): number | null {
		const view = this.view;
		if (view?.nextStep === undefined || view.plan.work.new + view.plan.work.review > 0) return null;
		this.#ticks();
		return view.nextStep > now() + this.#app.preset.learnAhead * 1000 ? view.nextStep : null;
	}

	/** Days until the interview, 0 on the day; `null` without a date or after it. */
	get daysToInterview(): number | null {
		const { interviewDate } = this.#app.settings;
		if (interviewDate === null) return null;
		const days = dayOfDate(interviewDate) - this.#app.today;
		return days >= 0 ? days : null;
	}

	async #read(): Promise<Read> {
		const { db } = this.#app;
		// Read here rather than from the app, so that a change of them, or of the day, is answered too.
		const [preset, settings] = await Promise.all([
			readPreset(db, CATALOG_DECK),
			readSettings(db),
			readToday(db),
		]);
		const { day } = this.#app.moment();
		const [{ roots, decks }, ofCatalog, catalogStep, stats, streak, answerMs] = await Promise.all([
			rootsOf(db, preset, { day }),
			dueForecast(db, CATALOG_DECK, day + 1, AHEAD_DAYS),
			soonestStep(db, CATALOG_DECK),
			dayStats(db, day - 7),
			presentRun(db, day),
			averageAnswerMs(db, day - RECENT_DAYS),
		]);
		const own = roots.slice(1).flatMap(({ counts }) => counts.decks);
		const [ofOwn, ownSteps] = await Promise.all([
			dueForecast(db, idsOf(own), day + 1, AHEAD_DAYS),
			Promise.all(
				idsOf(own.filter(({ learning }) => learning > 0)).map((id) => soonestStep(db, id)),
			),
		]);
		const ahead = ofCatalog.map((cards, at) => cards + (ofOwn[at] ?? 0));
		const nextStep = Math.min(...[catalogStep, ...ownSteps].map((step) => step ?? Infinity));
		const times = answerMs === undefined ? {} : { review: answerMs / 1000 };
		const beyond = beyondAt(roots);
		const due = sumOf(roots.map(({ counts }) => counts.due));
		const parts = roots.map(({ root, counts }, at) => ({
			waiting: { new: counts.fresh, review: counts.due, learning: counts.learning },
			left: limitsLeft(root.preset, { new: counts.done.news, review: counts.done.review }),
			...{ preset: root.preset, goesBeyond: at === beyond, news: counts.done.news },
		}));
		const monday = day - weekdayOf(day);
		const studied = Array.from({ length: 7 }, (_, at) =>
			monday + at > day ? undefined : answersOn(stats, monday + at),
		);
		return {
			...{ parts, times, dueByDay: [due, ...ahead], minutesPerDay: settings.minutesPerDay },
			...{ roots: roots.map(({ root }) => root), decks: decks !== undefined },
			...{ day, ahead: await this.#readAhead(settings, preset, answersOn(stats, day)) },
			nextStep: nextStep < Infinity ? nextStep : undefined,
			tomorrow: ahead[0] ?? 0,
			week: ahead.slice(0, 7),
			studied,
			answeredToday: sumOf(roots.map(({ counts }) => counts.done.answers)),
			streak,
		};
	}

	async #readAhead(
		settings: Settings,
		preset: Preset,
		answers: number,
	): Promise<Ahead | undefined> {
		const { db } = this.#app;
		const { day, tz }: Moment = this.#app.moment();
		const date = interviewAhead(settings, day);
		if (date === undefined) return undefined;
		const [kept, setAt] = await Promise.all([
			readKeptPlan(db, day, planMark(settings, preset.newPerDay)),
			interviewSetAt(db),
		]);
		const since = Math.min(day, studyDayOf(setAt, tz, settings.rolloverHour));
		const given = settings.planWeek?.[weekdayOf(day)] ?? settings.minutesPerDay;
		return { date, since, given, kept, answers };
	}
}

/** The day by its counters alone, until it is planned. */
function outlined({ parts, roots, dueByDay, times, day }: Read, ahead: Ahead): PlannedToday {
	const { work, minutes } = planDay(parts, dueByDay, Infinity, times);
	const limits = new Map(
		parts.map(({ news, left }, at) => [roots[at]?.deckId ?? '', news + left.new]),
	);
	return outlineOf({ ...ahead, day, due: work.review, minutes, limits }, ahead.kept?.planned);
}

function answersOn(stats: readonly DayCount[], day: number): number {
	return sumOf(stats.filter((row) => row.day === day).map(({ answers }) => answers));
}

/** @param planned lets in as many new cards as it has placed, and no more */
function viewOf(read: Read, planned: PlannedToday | undefined, isOutline = false): TodayView {
	const { parts, roots, dueByDay, minutesPerDay, times, decks } = read;
	const within = parts.map((part, at) => {
		if (!planned) return part;
		const most = newStill(planned.newUntil, roots[at]?.deckId ?? '', part.news);
		return { ...part, left: { ...part.left, new: Math.min(part.left.new, most) } };
	});
	const plan = planDay(within, dueByDay, planned ? Infinity : minutesPerDay, times);
	const sources = roots.map((root, at) => sourceOf(root, plan.cardsOf[at] ?? 0));
	return {
		...{ ...read, plan, planned, outlined: isOutline, freshBeyond: plan.freshBeyond },
		left: planned ? plannedLeft(planned, plan) : plan.cards,
		sources: decks ? sources : [],
	};
}

/** On a day off, and where the time is over, nothing has to be done any more. */
function plannedLeft({ unfit, reviews }: PlannedToday, { cards }: DayPlan): number {
	return unfit > 0 ? reviews : cards;
}

function sourceOf({ deckId, name }: StudyRoot, cards: number): Source {
	return { deckId, name, cards };
}

function sumOf(numbers: readonly number[]): number {
	return numbers.reduce((sum, number) => sum + number, 0);
}

function idsOf(decks: readonly { deckId: string }[]): string[] {
	return decks.map(({ deckId }) => deckId);
}
