/** What a plan until the interview is made from. */
import type { AnswerTimes } from '../scheduler/session-forecast.ts';
import { weekdayOf } from '../scheduler/study-day.ts';
import type { MemoryModel, Outlook } from './memory-outlook.ts';

export interface PlanCard {
	id: string;
	/** Its pattern, or the note it belongs to. */
	noteId: string;
	/** What recall is summed up by, such as the category. */
	group: string;
	/** Whose limit of new cards holds: the catalog, or an outermost deck. */
	root: string;
	/** Absent for a card that was never answered. */
	memory?: Outlook;
	/** By which its deck is scheduled, where that is not the one of the plan. */
	model?: MemoryModel;
}

/** A card that comes back as well, though the plan is not about it: it takes time alone. */
export type UpkeepCard = Required<Pick<PlanCard, 'id' | 'memory'>> & Pick<PlanCard, 'model'>;

/** What was done on the first day before the plan was made. */
export interface DoneToday {
	/** Of all work, a mock interview too. */
	minutes: number;
	/** New cards that were begun, by root. */
	fresh: ReadonlyMap<string, number>;
	/** Whether a mock interview was begun: one a day is enough. */
	mock: boolean;
	/** Whether a drill was done. */
	drill: boolean;
	/** Looks at cards that left the schedule alone. */
	looks: number;
}

export const NOTHING_DONE: Readonly<DoneToday> = {
	...{ minutes: 0, fresh: new Map(), mock: false, drill: false, looks: 0 },
};

export interface PlanTask {
	/** Study days, the first with what is left of it; the interview is on `date`, for which nothing is planned. */
	today: number;
	date: number;
	/** Day on which the date was set; today by default. */
	since?: number;
	/** Minutes that the person gives on a day, those of today with what is done already; 0 for a day off. */
	minutesOn: (day: number) => number;
	done?: DoneToday;
	/** All that is to be known by then; new ones in the order in which they are met. */
	cards: readonly PlanCard[];
	upkeep?: readonly UpkeepCard[];
	/** Further cards that were never answered, more than any plan reaches: they count as not known. */
	beyond?: readonly { group: string; noteId: string; cards: number }[];
	/** The most new cards a day, by root; without an entry there is no limit. */
	limits?: ReadonlyMap<string, number>;
	/** Ids of the questions to be tried in mock interviews, the first one first. */
	questions: readonly string[];
	model: MemoryModel;
	times?: Partial<AnswerTimes>;
}

/** A task as it can be sent to a worker: the minutes of its days go by the weekday, Monday first. */
export type WeekTask = Omit<PlanTask, 'minutesOn'> & { week: readonly number[] };

export function planTaskOfWeek({ week, ...task }: WeekTask): PlanTask {
	return { ...task, minutesOn: (day) => week[weekdayOf(day)] ?? 0 };
}

/** Minutes of a day that are still to be had, where so many of all that are given stay unused. */
export function minutesLeftOn(
	{ today, minutesOn, done }: Pick<PlanTask, 'today' | 'minutesOn' | 'done'>,
	day: number,
	unused = 0,
): number {
	const spent = day === today ? (done?.minutes ?? 0) : 0;
	return Math.max(0, Math.floor(minutesOn(day)) - unused - spent);
}
