/** What a plan until the interview has placed on the day that is, and what a session of that day makes of it. */
import type { PlanDay } from './plan-days.ts';
import { taperFrom } from './taper.ts';

export interface PlannedToday {
	/** Study day. */
	day: number;
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
	/** Minutes of the day that stay free, as they would not raise what is recalled; none where absent. */
	unused?: number;
	/** Weak cards to look at without a change of schedule. */
	refresh: number;
	mock: { question: string; title: string } | undefined;
	drill: boolean;
	/** Study day of the next work; undefined where there is none before the interview. */
	next: number | undefined;
}

/** What every session of the day keeps to, from wherever it is begun. */
export interface DayRule {
	/** The most new cards of the day in all, by root; what is not listed begins none. */
	planned: ReadonlyMap<string, number>;
	/** Not all reviews fit into the time: the weakest come first. */
	weakestFirst: boolean;
}

export function ruleOf({ newUntil, unfit }: Pick<PlannedToday, 'newUntil' | 'unfit'>): DayRule {
	return { planned: newUntil, weakestFirst: unfit > 0 };
}

/** New cards of a root that a plan lets in still. @param begun those of the day so far */
export function newStill(
	planned: ReadonlyMap<string, number>,
	root: string,
	begun: number,
): number {
	return Math.max(0, (planned.get(root) ?? 0) - begun);
}

/** What is known of a day before its plan is made. */
export interface DayGiven {
	day: number;
	/** Study days of the interview, and on which its date was set. */
	date: number;
	since: number;
	/** Minutes that the person gives. */
	given: number;
	/** Reviews that are due. */
	due: number;
	/** Minutes of all cards that today's limits let through. */
	minutes: number;
	/** New cards of the day in all that today's limits let in, by root. */
	limits: ReadonlyMap<string, number>;
}

/**
 * The day as far as it is known without its plan, so that it can be begun meanwhile.
 * @param kept a plan of this day that was made before the latest answers: what it has let in stays
 */
export function outlineOf(day: DayGiven, kept?: PlannedToday): PlannedToday {
	const kind = kindOf(day);
	const works = kind === 'study' || kind === 'taper';
	const most = kept && kept.unfit > 0 ? kept.reviews : Infinity;
	const reviews = works ? Math.min(day.due, most) : 0;
	const unfit = day.due - reviews;
	return {
		...{ day: day.day, kind, given: Math.floor(day.given), done: 0, reviews, unfit },
		minutes: unfit > 0 ? Math.min(day.given, day.minutes) : day.minutes,
		newUntil: kept?.newUntil ?? (kind === 'study' ? day.limits : new Map()),
		...{ begins: [], refresh: 0, mock: undefined, drill: false, next: kept?.next },
	};
}

function kindOf({ day, date, since, given }: DayGiven): PlannedToday['kind'] {
	if (day >= date) return 'interview';
	if (given <= 0) return 'off';
	return day >= taperFrom(day, date, since) ? 'taper' : 'study';
}
