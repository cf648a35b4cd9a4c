/** A plan until the interview: what each day holds, and what will be remembered on the day itself. */
import { USUAL_TIMES, type AnswerTimes } from '../scheduler/session-forecast.ts';
import {
	outlookAfterReview,
	outlookOfNew,
	recallOn,
	type MemoryModel,
	type Outlook,
} from './memory-outlook.ts';
import { mockDays, MOCK_MINUTES } from './mock-days.ts';

export interface PlanCard {
	id: string;
	/** Its pattern, or the note it belongs to. */
	noteId: string;
	/** What recall is summed up by, such as the category. */
	group: string;
	/** Absent for a card that was never answered. */
	memory?: Outlook;
	/** By which its deck is scheduled, where that is not the one of the plan. */
	model?: MemoryModel;
}

export interface PlanTask {
	/** Study days, the first with what is left of it; the interview is on `date`, for which nothing is planned. */
	today: number;
	date: number;
	/** Minutes that the person gives on a day; 0 for a day off. */
	minutesOn: (day: number) => number;
	/** All that is to be known by then; new ones in the order in which they are met. */
	cards: readonly PlanCard[];
	/** Further cards that were never answered, more than any plan reaches: they count as not known. */
	beyond?: readonly { group: string; noteId: string; cards: number }[];
	/** Ids of the questions to be tried in mock interviews, the first one first. */
	questions: readonly string[];
	model: MemoryModel;
	times?: Partial<AnswerTimes>;
	/** Questions by the day of their mock interview; absent: where `mockDays` finds the time. */
	mocks?: ReadonlyMap<number, string>;
}

export interface PlanDay {
	day: number;
	/** `taper`: nothing new any more. */
	kind: 'off' | 'study' | 'taper';
	/** Of work, at most what the person gives. */
	minutes: number;
	reviews: number;
	/** Reviews that are due and do not fit. */
	left: number;
	fresh: number;
	/** Notes of which the first card is met. */
	begins: string[];
	/** Id of the question of a mock interview. */
	mock?: string;
	/** Cards worth a look that leaves the schedule alone. */
	refresh: number;
}

export interface GroupRecall {
	group: string;
	cards: number;
	begun: number;
	/** Mean probability of recall on the day, 0 to 1; a card that was never met counts as 0. */
	recall: number;
}

export interface InterviewPlan {
	days: PlanDay[];
	/** First day without anything new. */
	taper: number;
	groups: GroupRecall[];
	/** Over all cards, as in a group. */
	recall: number;
	cards: number;
	/** Cards begun by the day. */
	begun: number;
	/** Notes of which no card is met, in their order. */
	unmet: string[];
	/** Questions for which no day has the time. */
	unasked: string[];
}

/** A week before the interview, or a third of the time where that is less, nothing new begins. */
const TAPER_DAYS = 7;
/** More new cards than this on a day do not stick, however much time there is. */
export const MOST_FRESH = 30;
/** Further showings of a card in steps, when it is new or forgotten. */
const STEPS = 1.5;
/** Below this a card is worth a look in the last days. */
const SURE = 0.9;

/** Plans day by day: due reviews first, the weakest one first, then a mock interview where one is set, then new cards. */
export function planInterviewDays(task: PlanTask): InterviewPlan {
	const { today, date, cards, model } = task;
	const taper = Math.max(today, date - Math.min(TAPER_DAYS, Math.floor((date - today) / 3)));
	const known: KnownCards = new Map();
	for (const { id, memory, model: own = model } of cards) {
		if (memory) known.set(id, { outlook: memory, model: own });
	}
	const waiting = cards.filter(({ memory }) => !memory);
	const met = new Set(cards.flatMap(({ noteId, memory }) => (memory ? [noteId] : [])));
	const mocks = task.mocks ?? mockDays(task);
	const days: PlanDay[] = [];
	for (let day = today; day < date; day++) {
		const given = Math.max(0, task.minutesOn(day));
		const mock = mocks.get(day);
		const budget = new Budget(given * 60 - (mock === undefined ? 0 : MOCK_MINUTES * 60));
		const { reviews, left } = reviewDue(known, day, budget, task);
		const kind = given === 0 ? 'off' : day >= taper ? 'taper' : 'study';
		const fresh = kind === 'study' ? learnNew(known, waiting, day, budget, task) : [];
		const begins = [...new Set(fresh.map(({ noteId }) => noteId))].filter((id) => !met.has(id));
		for (const id of begins) met.add(id);
		const refresh = kind === 'taper' ? weakOn(known, date, budget, task) : 0;
		const minutes = Math.min(given, given - Math.floor(budget.seconds / 60));
		days.push({
			...{ day, kind, minutes, reviews, left, fresh: fresh.length, begins, refresh },
			...(mock === undefined ? {} : { mock }),
		});
	}
	const asked = new Set(mocks.values());
	return {
		...{ days, taper },
		...summed(task, known),
		unmet: [...new Set([...cards, ...(task.beyond ?? [])].map(({ noteId }) => noteId))].filter(
			(id) => !met.has(id),
		),
		unasked: task.questions.filter((question) => !asked.has(question)),
	};
}

/** Cards that are begun, by id, each with the model of its deck. */
type KnownCards = Map<string, { outlook: Outlook; model: MemoryModel }>;

/** The seconds of a day that are left. */
class Budget {
	seconds: number;

	constructor(seconds: number) {
		this.seconds = Math.max(0, seconds);
	}

	/** Whether it was enough; takes nothing where it was not. */
	take(seconds: number): boolean {
		if (seconds > this.seconds) return false;
		this.seconds -= seconds;
		return true;
	}
}

function timesOf({ times }: PlanTask): AnswerTimes {
	return { ...USUAL_TIMES, ...times };
}

function reviewDue(
	known: KnownCards,
	day: number,
	budget: Budget,
	task: PlanTask,
): { reviews: number; left: number } {
	const times = timesOf(task);
	const due = [...known]
		.filter(([, { outlook }]) => outlook.due <= day)
		.map(([id, card]) => ({ id, ...card, recall: recallOn(card.outlook, day, card.model) }))
		.sort((a, b) => a.recall - b.recall);
	let reviews = 0;
	for (const { id, outlook, model, recall } of due) {
		if (!budget.take(times.review + (1 - recall) * STEPS * times.step)) break;
		known.set(id, { outlook: outlookAfterReview(outlook, day, model), model });
		reviews++;
	}
	return { reviews, left: due.length - reviews };
}

function learnNew(
	known: KnownCards,
	waiting: PlanCard[],
	day: number,
	budget: Budget,
	task: PlanTask,
): PlanCard[] {
	const { new: first, step } = timesOf(task);
	let count = 0;
	while (count < Math.min(MOST_FRESH, waiting.length) && budget.take(first + STEPS * step)) count++;
	const fresh = waiting.splice(0, count);
	for (const { id, model = task.model } of fresh) {
		known.set(id, { outlook: outlookOfNew(day, model), model });
	}
	return fresh;
}

/** How many of the cards that will be weak on the day fit into what is left of a day; a look does not change them. */
function weakOn(known: KnownCards, date: number, budget: Budget, task: PlanTask): number {
	const { review } = timesOf(task);
	const weak = [...known.values()].filter(
		({ outlook, model }) => recallOn(outlook, date, model) < SURE,
	).length;
	let count = 0;
	while (count < weak && budget.take(review)) count++;
	return count;
}

function summed(
	{ cards, beyond = [], date }: PlanTask,
	known: KnownCards,
): Pick<InterviewPlan, 'groups' | 'recall' | 'cards' | 'begun'> {
	const groups = new Map<string, GroupRecall>();
	for (const { id, group } of cards) {
		const sum = groups.get(group) ?? { group, cards: 0, begun: 0, recall: 0 };
		const card = known.get(id);
		sum.cards++;
		if (card) sum.begun++;
		if (card) sum.recall += recallOn(card.outlook, date, card.model);
		groups.set(group, sum);
	}
	for (const { group, cards: more } of beyond) {
		const sum = groups.get(group) ?? { group, cards: 0, begun: 0, recall: 0 };
		groups.set(group, { ...sum, cards: sum.cards + more });
	}
	const all = [...groups.values()];
	const total = (pick: (sum: GroupRecall) => number) =>
		all.reduce((sum, each) => sum + pick(each), 0);
	const count = total((each) => each.cards);
	const recall = count === 0 ? 0 : total((each) => each.recall) / count;
	return {
		groups: all.map((each) => ({
			...each,
			recall: each.cards === 0 ? 0 : each.recall / each.cards,
		})),
		...{ recall, cards: count, begun: total((each) => each.begun) },
	};
}
