/** Goes through the days until the interview one by one: what each holds, and what is known at their end. */
import { USUAL_TIMES, type AnswerTimes } from '../scheduler/session-forecast.ts';
import type { Steps } from './in-steps.ts';
import { NewCards } from './new-cards.ts';
import { KnownCards } from './known-cards.ts';
import { outlookAfterReview, outlookOfNew } from './memory-outlook.ts';
import { MOCK_MINUTES } from './mock-days.ts';
import { minutesLeftOn, type PlanCard, type PlanTask } from './plan-task.ts';
import { taperFrom } from './taper.ts';

export interface PlanDay {
	day: number;
	/** `taper`: nothing new any more. */
	kind: 'off' | 'study' | 'taper';
	/** Of work to come, whole ones: at most what the person gives less the whole minutes that are spent already. */
	minutes: number;
	/** Of these, for reviews and new cards. */
	forCards: number;
	reviews: number;
	/** Reviews that are due and do not fit. */
	left: number;
	fresh: number;
	/** The same by root; roots without any are left out. */
	freshOf: ReadonlyMap<string, number>;
	/** Notes of which the first card is met. */
	begins: string[];
	/** Id of the question of a mock interview. */
	mock?: string;
	/** Whether there is time for a few estimation drills. */
	drill: boolean;
	/** Cards worth a look that leaves the schedule alone. */
	refresh: number;
}

/** How the time of the days is used. */
export interface TimeUse {
	/** Questions by the day of their mock interview. */
	mocks: ReadonlyMap<number, string>;
	/** Minutes of each day that are not for cards; a mock interview may take them. */
	unused: number;
	/** Minutes that stay free on a day even beside a mock interview. */
	beside: number;
}

/** More new cards than this on a day do not stick, however much time there is. */
export const MOST_FRESH = 30;
/** Further showings of a card in steps, when it is new or forgotten. */
const STEPS = 1.5;
/** Below this a card is worth a look in the last days. */
const SURE = 0.9;
/** A few drills; every other day is enough. */
export const DRILL_MINUTES = 5;
const DRILL_EVERY = 2;

/** First day without anything new. */
export function taperOf({ today, since, date }: PlanTask): number {
	return taperFrom(today, date, since);
}

/**
 * Due reviews first, the weakest one first, beside a mock interview where one is set, then new cards. A step for each
 * day.
 */
export function* playDays(
	task: PlanTask,
	use: TimeUse,
): Steps<{ days: PlanDay[]; known: KnownCards }> {
	const { today, date, cards, done, model } = task;
	const known = new KnownCards(task);
	const waiting = new NewCards(cards, task.limits);
	const met = new Set(cards.flatMap(({ noteId, memory }) => (memory ? [noteId] : [])));
	const taper = taperOf(task);
	const days: PlanDay[] = [];
	for (let day = today; day < date; day++) {
		const mock = use.mocks.get(day);
		const forMock = mock === undefined ? 0 : MOCK_MINUTES;
		const forCards = minutesLeftOn(task, day, use.unused);
		const beside = mock === undefined ? Infinity : minutesLeftOn(task, day, use.beside) - forMock;
		const budget = new Budget(Math.min(forCards, beside) * 60);
		const { reviews, left } = reviewDue(known, day, budget, task);
		const kind = task.minutesOn(day) <= 0 ? 'off' : day >= taper ? 'taper' : 'study';
		const before = day === today ? done : undefined;
		const fresh = kind === 'study' ? learnNew(waiting, budget, task, before?.fresh) : [];
		for (const { id, model: own = model } of fresh) {
			known.add(id, outlookOfNew(day, own), own, day);
		}
		const begins = [...new Set(fresh.map(({ noteId }) => noteId))].filter((id) => !met.has(id));
		for (const id of begins) met.add(id);
		const ofCards = budget.minutes;
		const isDrillDay = (date - day) % DRILL_EVERY === 0 && !before?.drill;
		const drill = isDrillDay && budget.take(DRILL_MINUTES * 60);
		const looks = before?.looks ?? 0;
		const refresh = kind === 'taper' ? weakOn(known, budget, task, looks) : 0;
		days.push({
			...{ day, kind, minutes: forMock + budget.minutes, forCards: ofCards, reviews, left },
			...{ fresh: fresh.length, freshOf: countByRoot(fresh), begins, drill, refresh },
			...(mock === undefined ? {} : { mock }),
		});
		yield;
	}
	return { days, known };
}

/** The seconds of a day that are left. */
class Budget {
	#whole: number;
	#left: number;

	constructor(seconds: number) {
		this.#whole = this.#left = Math.max(0, seconds);
	}

	/** Whether it was enough; takes nothing where it was not. */
	take(seconds: number): boolean {
		if (seconds > this.#left) return false;
		this.#left -= seconds;
		return true;
	}

	/** Whole minutes that were taken, a begun one too. */
	get minutes(): number {
		return Math.max(0, Math.ceil((this.#whole - this.#left) / 60 - 1e-9));
	}
}

function timesOf({ times }: PlanTask): AnswerTimes {
	return { ...USUAL_TIMES, ...times };
}

/** What work that was done should have taken, in minutes: whoever was quicker has done no less for it. */
export function usualMinutes(
	{ news, review, failed, cram }: { news: number; review: number; failed: number; cram: number },
	times: Partial<AnswerTimes> = {},
): number {
	const { new: first, review: each, step } = { ...USUAL_TIMES, ...times };
	const steps = (news + failed) * STEPS * step;
	return (news * first + (review + cram) * each + steps) / 60;
}

/** What one new card takes on its first day, in seconds. */
export function secondsOfNew(task: PlanTask): number {
	const { new: first, step } = timesOf(task);
	return first + STEPS * step;
}

function reviewDue(
	known: KnownCards,
	day: number,
	budget: Budget,
	task: PlanTask,
): { reviews: number; left: number } {
	const times = timesOf(task);
	const due = known.takeDue(day);
	let reviews = 0;
	for (const { card, recall } of due) {
		if (!budget.take(times.review + (1 - recall) * STEPS * times.step)) break;
		const outlook = outlookAfterReview(card.outlook, day, card.model);
		known.putBack({ ...card, outlook }, day + 1);
		reviews++;
	}
	for (const { card } of due.slice(reviews)) known.putBack(card, day + 1);
	return { reviews, left: due.length - reviews };
}

/** @param before new cards that were begun on the day already, by root */
function learnNew(
	waiting: NewCards,
	budget: Budget,
	task: PlanTask,
	before: ReadonlyMap<string, number> = new Map(),
): PlanCard[] {
	const seconds = secondsOfNew(task);
	const begun = [...before.values()].reduce((sum, count) => sum + count, 0);
	return waiting.take(MOST_FRESH - begun, before, () => budget.take(seconds));
}

function countByRoot(cards: readonly PlanCard[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { root } of cards) counts.set(root, (counts.get(root) ?? 0) + 1);
	return counts;
}

/**
 * How many of the cards that will be weak on the day fit into what is left of a day; a look does not change them.
 * @param looks that they had on the day already
 */
function weakOn(known: KnownCards, budget: Budget, task: PlanTask, looks: number): number {
	const { review } = timesOf(task);
	const weak = known.weakerThan(SURE);
	let count = 0;
	while (count < weak - looks && budget.take(review)) count++;
	return count;
}
