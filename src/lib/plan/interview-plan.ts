/** A plan until the interview: what each day holds, and what will be remembered on the day itself. */
import { atOnce, type Steps } from './in-steps.ts';
import type { KnownCards } from './known-cards.ts';
import { recallOn } from './memory-outlook.ts';
import { mockDays } from './mock-days.ts';
import {
	MOST_FRESH,
	playDays,
	secondsOfNew,
	taperOf,
	type PlanDay,
	type TimeUse,
} from './plan-days.ts';
import { minutesLeftOn, type PlanTask } from './plan-task.ts';

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
	/** Minutes of each day that the plan does not use, because they would not raise what is recalled. */
	unused: number;
}

/** In steps of so many minutes it is tried whether less time would do better. */
export const MINUTES_STEP = 15;

/**
 * The plan by which most is recalled on the day. What is learned early fades, and a mock interview takes the time of
 * cards, so that more minutes can come to less: then minutes stay unused. So with a quarter of an hour more on every
 * day that has any, the recall in whole percent is never less.
 */
export function planInterview(task: PlanTask): InterviewPlan {
	return atOnce(planInSteps(task));
}

/** As `planInterview`, a day at a time. */
export function* planInSteps(task: PlanTask): Steps<InterviewPlan> {
	let best: InterviewPlan | undefined;
	let percent = -1;
	for (const use of waysToUse(task)) {
		if (best && wholePercent(mostRecall(task, use)) <= percent) continue;
		const plan = yield* planOf(task, use);
		if (wholePercent(plan.recall) <= percent) continue;
		best = plan;
		percent = wholePercent(plan.recall);
	}
	return best ?? (yield* planWithAllTime(task));
}

/** The plan that leaves no minute unused, quicker to make; a day at a time. */
export function planWithAllTime(task: PlanTask): Steps<InterviewPlan> {
	return planOf(task, { mocks: mocksWithin(task, 0), unused: 0, beside: 0 });
}

/** As screens show a recall. */
export function wholePercent(recall: number): number {
	return Math.round(100 * recall);
}

/**
 * Each way that fewer minutes have is also one of more minutes, with as much more unused. No day that has minutes loses
 * all of them: whoever gives it a few finds its work there.
 */
function waysToUse(task: PlanTask): TimeUse[] {
	const given = dayList(task).map((day) => Math.floor(task.minutesOn(day)));
	const least = Math.min(...given.filter((minutes) => minutes > 0));
	const most = Number.isFinite(least) ? least : 0;
	const ways: TimeUse[] = [];
	for (let beside = 0; beside === 0 || beside < most; beside += MINUTES_STEP) {
		const mocks = mocksWithin(task, beside);
		// Without interviews nothing stands beside them: these ways are on the list already.
		if (mocks.size === 0 && ways.at(-1)?.mocks.size === 0) break;
		for (let unused = beside; unused === beside || unused < most; unused += MINUTES_STEP) {
			ways.push({ mocks, unused, beside });
		}
	}
	return ways;
}

function mocksWithin(task: PlanTask, unused: number): Map<number, string> {
	const { today, date, done, questions } = task;
	const minutesOn = (day: number) => minutesLeftOn(task, day, unused);
	return mockDays({ today: done?.mock ? today + 1 : today, date, minutesOn, questions });
}

function dayList({ today, date }: PlanTask): number[] {
	return Array.from({ length: Math.max(0, date - today) }, (_, at) => today + at);
}

/** Not more than this is recalled, as no more new cards can be begun; quickly found. */
function mostRecall(task: PlanTask, { unused, mocks }: TimeUse): number {
	const each = secondsOfNew(task);
	const taper = taperOf(task);
	const fresh = dayList(task)
		.filter((day) => day < taper && !mocks.has(day))
		.map((day) => (minutesLeftOn(task, day, unused) * 60) / each)
		.reduce((sum, count) => sum + Math.min(MOST_FRESH, count), 0);
	// On the day of a mock interview there may be time for cards as well.
	const beside = mocks.size * MOST_FRESH;
	const known = task.cards.filter(({ memory }) => memory).length;
	const beyond = (task.beyond ?? []).reduce((sum, { cards }) => sum + cards, 0);
	const all = task.cards.length + beyond;
	return all === 0 ? 0 : Math.min(all, known + fresh + beside) / all;
}

function* planOf(task: PlanTask, use: TimeUse): Steps<InterviewPlan> {
	const { cards, beyond = [], questions } = task;
	const { days, known } = yield* playDays(task, use);
	const met = new Set(cards.flatMap(({ id, noteId }) => (known.has(id) ? [noteId] : [])));
	const asked = new Set(use.mocks.values());
	return {
		...{ days, taper: taperOf(task), unused: use.unused },
		...summed(task, known),
		unmet: [...new Set([...cards, ...beyond].map(({ noteId }) => noteId))].filter(
			(id) => !met.has(id),
		),
		unasked: questions.filter((question) => !asked.has(question)),
	};
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
