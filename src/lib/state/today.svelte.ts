/** What the Today screen and the end of a session show, kept current by the counters. */
import { createSubscriber } from 'svelte/reactivity';
import { readToday } from '$lib/db/begin-day.ts';
import { soonestStep } from '$lib/db/cards.ts';
import { CATALOG_DECK } from '$lib/db/catalog-rows.ts';
import {
	answersInAll,
	averageAnswerMs,
	dayStats,
	dueForecast,
	studiedDays,
	todayCounts,
} from '$lib/db/counts.ts';
import { readPreset } from '$lib/db/decks.ts';
import { readSettings } from '$lib/db/settings.ts';
import { planDay, type DayPlan } from '$lib/scheduler/day-plan.ts';
import { limitsLeft } from '$lib/scheduler/limits.ts';
import { streakOf, type Streak } from '$lib/scheduler/streak.ts';
import { dayOfDate, weekdayOf } from '$lib/scheduler/study-day.ts';
import type { App } from './app.svelte.ts';
import { now } from './clock.ts';
import { Live } from './live.svelte.ts';

export interface TodayView {
	plan: DayPlan;
	/** Cards still to do today, within the limits. */
	left: number;
	freshBeyond: number;
	/** ms since the epoch at which the first step of today comes due; `undefined` without one. */
	nextStep: number | undefined;
	/** Reviews that come back tomorrow. */
	tomorrow: number;
	/** Reviews due in each of the next seven days, tomorrow first. */
	week: number[];
	/** Answers of this calendar week, Monday first; undefined for days to come. */
	studied: (number | undefined)[];
	answeredToday: number;
	streak: Streak;
	/** Answers of all time. */
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
	#live: Live<TodayView>;
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

	get view(): TodayView | undefined {
		return this.#live.value;
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

	async #read(): Promise<TodayView> {
		const { db } = this.#app;
		// Read here rather than from the app, so that a change of them, or of the day, is answered too.
		const [preset, settings] = await Promise.all([
			readPreset(db, CATALOG_DECK),
			readSettings(db),
			readToday(db),
		]);
		const { day } = this.#app.moment();
		const [counts, ahead, stats, days, answerMs, answers, nextStep] = await Promise.all([
			todayCounts(db, CATALOG_DECK, day),
			dueForecast(db, CATALOG_DECK, day + 1, AHEAD_DAYS),
			dayStats(db, day - 7),
			studiedDays(db),
			averageAnswerMs(db, day - RECENT_DAYS),
			answersInAll(db),
			soonestStep(db, CATALOG_DECK),
		]);
		const times = answerMs === undefined ? {} : { review: answerMs / 1000 };
		const plan = planDay(
			{ new: counts.fresh, review: counts.due, learning: counts.learning },
			[counts.due, ...ahead],
			limitsLeft(preset, { new: counts.done.news, review: counts.done.review }),
			preset,
			settings.minutesPerDay,
			times,
		);
		const monday = day - weekdayOf(day);
		const studied = Array.from({ length: 7 }, (_, at) =>
			monday + at > day
				? undefined
				: stats.filter((row) => row.day === monday + at).reduce((sum, row) => sum + row.answers, 0),
		);
		return {
			plan,
			left: plan.cards,
			freshBeyond: plan.freshBeyond,
			nextStep,
			tomorrow: ahead[0] ?? 0,
			week: ahead.slice(0, 7),
			studied,
			answeredToday: counts.done.answers,
			streak: streakOf(days, day),
			answers,
		};
	}
}
