import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import { atOnce } from './in-steps.ts';
import { planInSteps, planInterview, wholePercent } from './interview-plan.ts';
import { recallOn } from './memory-outlook.ts';
import {
	daysMissing,
	hasTime,
	minutesMissing,
	planWithMore,
	planWithoutLimits,
} from './plan-advice.ts';
import { NOTHING_DONE, type PlanCard, type PlanTask } from './plan-task.ts';

function freshCards(count: number, perNote = 4): PlanCard[] {
	return Array.from({ length: count }, (_, at) => {
		const note = Math.floor(at / perNote);
		return { id: `n${note}/c${at}`, noteId: `n${note}`, group: `g${note % 3}`, root: 'catalog' };
	});
}

function task(over: Partial<PlanTask> = {}): PlanTask {
	return {
		...{ today: 20_000, date: 20_030, minutesOn: () => 20 },
		...{ cards: freshCards(120), questions: [], model: DEFAULT_PRESET },
		...over,
	};
}

const card = fc.record({
	stability: fc.double({ min: 0.5, max: 200, noNaN: true }),
	difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
	ago: fc.integer({ min: 0, max: 60 }),
	interval: fc.integer({ min: 1, max: 60 }),
	known: fc.boolean(),
	/** Of a deck of the person's own, which is scheduled by other options, or beside the plan. */
	from: fc.constantFrom('catalog', 'catalog', 'deck/a', 'deck/b', 'upkeep'),
});

const ownModel = {
	...DEFAULT_PRESET,
	weights: DEFAULT_PRESET.weights.with(20, 0.3),
	desiredRetention: 0.8,
};

/** Weeks with days off, cards of several decks, limits, and a day that has begun. */
const tasks = fc
	.record({
		length: fc.integer({ min: 0, max: 60 }),
		minutes: fc.array(
			fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 90 }), fc.constantFrom(15, 60, 75)),
			{ minLength: 7, maxLength: 7 },
		),
		cards: fc.array(card, { maxLength: 120 }),
		questions: fc.integer({ min: 0, max: 4 }),
		limits: fc.option(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 9 }))),
		done: fc.record({
			minutes: fc.double({ min: 0, max: 100, noNaN: true }),
			fresh: fc.integer({ min: 0, max: 12 }),
			mock: fc.boolean(),
			drill: fc.boolean(),
			looks: fc.integer({ min: 0, max: 20 }),
		}),
	})
	.map(({ length, minutes, cards, questions, limits, done }) => {
		const made = freshCards(cards.length).map((each, at) => {
			const { stability, difficulty, ago, interval, known, from } = cards[at]!;
			const lastDay = 20_000 - ago;
			const memory = { stability, difficulty, lastDay, due: lastDay + interval };
			const own = from.startsWith('deck/')
				? { root: from, noteId: from, group: from, model: ownModel }
				: {};
			return { ...each, ...own, ...(known || from === 'upkeep' ? { memory } : {}) };
		});
		const isUpkeep = (_: unknown, at: number) => cards[at]?.from === 'upkeep';
		return task({
			date: 20_000 + length,
			minutesOn: (day) => minutes[day % 7] ?? 0,
			done: { ...done, fresh: new Map([['catalog', done.fresh]]) },
			questions: Array.from({ length: questions }, (_, at) => `q${at}`),
			cards: made.filter((each, at) => !isUpkeep(each, at)),
			upkeep: made.flatMap(({ id, memory }, at) =>
				isUpkeep(undefined, at) && memory ? [{ id, memory }] : [],
			),
			beyond: [{ group: 'deck/b', noteId: 'deck/b', cards: 7 }],
			...(limits
				? {
						limits: new Map([
							['catalog', limits[0]],
							['deck/a', limits[1]],
						]),
					}
				: {}),
		});
	});

describe('a plan', () => {
	test(
		'never asks for more minutes than are given, with what is done today',
		{ timeout: 60_000 },
		() => {
			fc.assert(
				fc.property(tasks, (each) => {
					const done = each.done?.minutes ?? 0;
					for (const { day, minutes, kind, mock } of planInterview(each).days) {
						const spent = day === each.today ? Math.floor(done) : 0;
						expect(minutes).toBeLessThanOrEqual(Math.max(0, each.minutesOn(day) - spent));
						if (mock !== undefined) expect(minutes).toBeGreaterThanOrEqual(60);
						expect(kind === 'off').toBe(each.minutesOn(day) === 0);
					}
				}),
				{ numRuns: 200 },
			);
		},
	);

	test('keeps to the limits of new cards, with what is begun today', () => {
		fc.assert(
			fc.property(tasks, (each) => {
				for (const { day, fresh, freshOf } of planInterview(each).days) {
					expect([...freshOf.values()].reduce((sum, count) => sum + count, 0)).toBe(fresh);
					expect(fresh).toBeLessThanOrEqual(30);
					for (const [root, count] of freshOf) {
						const before = day === each.today ? (each.done?.fresh.get(root) ?? 0) : 0;
						expect(before + count).toBeLessThanOrEqual(each.limits?.get(root) ?? 30);
					}
				}
			}),
		);
	});

	test('begins each card once, and says of every note whether it is met', () => {
		fc.assert(
			fc.property(tasks, (each) => {
				const plan = planInterview(each);
				const before = each.cards.filter(({ memory }) => memory).length;
				const fresh = plan.days.reduce((sum, day) => sum + day.fresh, 0);
				expect(plan.begun).toBe(before + fresh);
				const begins = plan.days.flatMap((day) => day.begins);
				expect(new Set(begins).size).toBe(begins.length);
				const notes = new Set(each.cards.map(({ noteId }) => noteId));
				const known = each.cards.filter(({ memory }) => memory).map(({ noteId }) => noteId);
				const beyond = (each.beyond ?? []).map(({ noteId }) => noteId);
				expect(new Set([...begins, ...known, ...plan.unmet])).toEqual(
					new Set([...notes, ...beyond]),
				);
			}),
		);
	});

	test('with a quarter of an hour more shows no less recall', { timeout: 60_000 }, () => {
		fc.assert(
			fc.property(tasks, fc.integer({ min: 1, max: 4 }), (each, quarters) => {
				expect(
					wholePercent(atOnce(planWithMore(each, 15 * quarters)).recall),
				).toBeGreaterThanOrEqual(wholePercent(planInterview(each).recall));
			}),
			{ numRuns: 200 },
		);
	});

	test('leaves no day that has minutes without the reviews that are due on it', () => {
		fc.assert(
			fc.property(tasks, (each) => {
				const { days, unused } = planInterview(each);
				const given = days.map(({ day }) => each.minutesOn(day)).filter((minutes) => minutes > 0);
				expect(unused).toBeLessThan(Math.max(1, Math.min(...given)));
			}),
		);
		// More is recalled by the model if Saturdays alone are for cards; nobody would do so.
		const known = freshCards(60, 1).map((each, at) => {
			const memory = { stability: 2 + at / 20, difficulty: 6, lastDay: 19_998, due: 20_000 };
			return { ...each, memory };
		});
		const minutesOn = (day: number) => (day % 7 === 5 ? 90 : 10);
		const plan = planInterview(task({ cards: known, minutesOn, date: 20_200 }));
		expect(plan.unused).toBe(0);
		expect(plan.days.every(({ reviews, left }) => reviews > 0 || left === 0)).toBe(true);
	});

	test('without the limits of new cards begins more, where they hold it back', () => {
		const each = task({ limits: new Map([['catalog', 2]]) });
		expect(atOnce(planWithoutLimits(each)).begun).toBeGreaterThan(planInterview(each).begun);
	});

	test('places mock interviews at most once a week, where there is an hour, never on the eve', () => {
		fc.assert(
			fc.property(tasks, (each) => {
				const mocks = planInterview(each).days.filter(({ mock }) => mock !== undefined);
				for (const [at, { day }] of mocks.entries()) {
					expect(each.minutesOn(day)).toBeGreaterThanOrEqual(60);
					if (day === each.today) expect(each.done?.mock).toBe(false);
					expect(day).toBeLessThanOrEqual(each.date - 2);
					const before = mocks[at - 1];
					if (before) expect(day - before.day).toBeGreaterThanOrEqual(6);
				}
			}),
		);
	});

	test('keeps the mock interviews where there is time for all', () => {
		for (const minutes of [60, 75, 90]) {
			const each = task({
				cards: freshCards(60),
				minutesOn: () => minutes,
				questions: ['a', 'b', 'c'],
			});
			const mocks = planInterview(each).days.flatMap(({ mock }) => mock ?? []);
			expect(mocks).toEqual(['a', 'b', 'c']);
		}
	});

	test('brings nothing new in the week before', () => {
		const { days, taper } = planInterview(task({ minutesOn: () => 5 }));
		expect(taper).toBe(20_023);
		const last = days.filter(({ day }) => day >= taper);
		expect(last).toHaveLength(7);
		expect(last.map(({ kind, fresh }) => [kind, fresh])).toEqual(
			Array.from({ length: 7 }, () => ['taper', 0]),
		);
	});

	test('foresees recall as the model has it', () => {
		const memory = { stability: 30, difficulty: 5, lastDay: 19_990, due: 20_040 };
		const plan = planInterview(
			task({
				cards: [{ id: 'n/c', noteId: 'n', group: 'g', root: 'catalog', memory }, ...freshCards(1)],
				minutesOn: () => 0,
			}),
		);
		const recall = recallOn(memory, 20_030, DEFAULT_PRESET);
		expect(plan.recall).toBeCloseTo(recall / 2, 10);
		expect(plan.groups.find(({ group }) => group === 'g')).toEqual({
			...{ group: 'g', cards: 1, begun: 1, recall },
		});
	});

	test('reviews the weakest first, and says what does not fit', () => {
		const weak = { stability: 2, difficulty: 5, lastDay: 19_990, due: 19_992 };
		const strong = { stability: 50, difficulty: 5, lastDay: 19_950, due: 20_000 };
		const cards = [strong, weak].map((memory, at) => ({
			...{ id: `n${at}/c`, noteId: `n${at}`, group: 'g', root: 'catalog', memory },
		}));
		const plan = planInterview(
			task({ cards, date: 20_001, minutesOn: () => 1, times: { review: 45, step: 15 } }),
		);
		expect(plan.days).toMatchObject([{ reviews: 1, left: 1 }]);
		expect(plan.recall).toBeGreaterThan(0.9);
	});
});

describe('a day that has begun', () => {
	const due = (count: number) =>
		freshCards(count, 1).map((each, at) => {
			const memory = { stability: 3 + at / 10, difficulty: 5, lastDay: 19_990, due: 19_993 };
			return { ...each, memory };
		});

	test('holds what is left of it, so that the whole day is as it was planned in the morning', () => {
		const morning = planInterview(task({ cards: [...due(10), ...freshCards(60).slice(40)] }));
		const done = { ...NOTHING_DONE, minutes: 8, fresh: new Map([['catalog', 3]]) };
		const [today] = planInterview(task({ cards: freshCards(60), done })).days;
		expect(morning.days[0]?.minutes).toBeLessThanOrEqual(20);
		expect(today?.minutes).toBeLessThanOrEqual(12);
		const spent = { ...NOTHING_DONE, minutes: 21 };
		expect(planInterview(task({ cards: due(10), done: spent })).days[0]).toMatchObject({
			...{ kind: 'study', minutes: 0, reviews: 0, left: 10, fresh: 0 },
		});
	});

	test('has one mock interview, and drills once', () => {
		const cards: PlanCard[] = [];
		const each = task({ cards, minutesOn: () => 90, questions: ['a', 'b', 'c'], date: 20_002 });
		expect(planInterview(each).days[0]).toMatchObject({ mock: 'a', drill: true });
		const done = { ...NOTHING_DONE, mock: true, drill: true };
		const [today] = planInterview({ ...each, done }).days;
		expect(today).toMatchObject({ drill: false });
		expect(today).not.toHaveProperty('mock');
	});

	test('shows a weak card again only once', () => {
		const memory = { stability: 1, difficulty: 5, lastDay: 19_998, due: 20_020 };
		const cards = freshCards(10).map((each) => ({ ...each, memory }));
		const eve = task({ cards, since: 19_980, date: 20_001 });
		expect(planInterview(eve).days).toMatchObject([{ kind: 'taper', reviews: 0, refresh: 10 }]);
		const done = { ...NOTHING_DONE, looks: 7 };
		expect(planInterview({ ...eve, done }).days[0]).toMatchObject({ refresh: 3 });
	});

	test('in the last week still brings nothing new when it is planned anew', () => {
		for (let today = 20_000; today < 20_030; today++) {
			const [first] = planInterview(task({ today, since: 20_000 })).days;
			expect(first?.kind).toBe(today >= 20_023 ? 'taper' : 'study');
		}
	});
});

test('a plan is made a day at a time, and the same as at once', () => {
	const each = task({ cards: freshCards(60) });
	const steps = planInSteps(each);
	let count = 0;
	let step = steps.next();
	for (; !step.done; step = steps.next()) count += 1;
	expect(count).toBeGreaterThanOrEqual(each.date - each.today);
	expect(step.value).toEqual(planInterview(each));
});

describe('advice', () => {
	test('finds the minutes that are missing, to five', async () => {
		const each = task({ cards: freshCards(400), minutesOn: () => 10 });
		const missing = await minutesMissing(each);
		expect(missing).toBeGreaterThan(0);
		expect(atOnce(planWithMore(each, missing ?? 0)).unmet).toEqual([]);
		expect(atOnce(planWithMore(each, (missing ?? 0) - 5)).begun).toBeLessThan(400);
	});

	test('asks for nothing where the time is enough, and gives up where it never is', async () => {
		expect(await minutesMissing(task({ cards: freshCards(20) }))).toBe(0);
		expect(await minutesMissing(task({ cards: freshCards(2000), date: 20_003 }))).toBeNull();
		expect(await minutesMissing(task({ minutesOn: () => 0 }))).toBeNull();
	});

	test('knows where no day has any time: more of it a day is no advice then', () => {
		expect(hasTime(task({ minutesOn: () => 0 }))).toBe(false);
		expect(hasTime(task({ date: 20_000 }))).toBe(false);
		expect(hasTime(task({ minutesOn: (day) => (day === 20_003 ? 5 : 0) }))).toBe(true);
	});

	test('finds the weeks by which a later date is enough', async () => {
		const each = task({ cards: freshCards(300), minutesOn: () => 15 });
		const days = await daysMissing(each);
		expect(days).toBeGreaterThan(0);
		const { begun, cards } = planInterview({ ...each, date: each.date + (days ?? 0) });
		expect(begun).toBe(cards);
		const before = planInterview({ ...each, date: each.date + (days ?? 0) - 7 });
		expect(before.begun).toBeLessThan(before.cards);
		expect(await daysMissing(task({ cards: freshCards(4000), minutesOn: () => 5 }))).toBeNull();
	});
});

describe('decks of the person’s own', () => {
	test('each card is foreseen by the model of its deck', () => {
		const memory = { stability: 30, difficulty: 5, lastDay: 19_990, due: 20_040 };
		const weights = DEFAULT_PRESET.weights.with(20, 0.5);
		const model = { ...DEFAULT_PRESET, weights };
		const own = { noteId: 'deck/a', group: 'deck/a', root: 'deck/a' };
		const cards = [{ ...own, id: 'note/1/0', memory, model }];
		const plan = planInterview(task({ cards, minutesOn: () => 0 }));
		expect(plan.recall).toBeCloseTo(recallOn(memory, 20_030, model), 10);
		expect(plan.recall).not.toBeCloseTo(recallOn(memory, 20_030, DEFAULT_PRESET), 3);
	});

	test('what no plan reaches counts as not known, and is said to be left out', () => {
		const beyond = [{ group: 'deck/a', noteId: 'deck/a', cards: 60 }];
		const plan = planInterview(task({ cards: freshCards(20), beyond }));
		expect(plan).toMatchObject({ cards: 80, begun: 20, unmet: ['deck/a'] });
		expect(plan.groups.find(({ group }) => group === 'deck/a')).toEqual({
			...{ group: 'deck/a', cards: 60, begun: 0, recall: 0 },
		});
	});
});
