import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import { planInterviewDays, type PlanCard, type PlanTask } from './interview-plan.ts';
import { recallOn } from './memory-outlook.ts';
import { daysMissing, minutesMissing, planWithMore } from './plan-advice.ts';

function freshCards(count: number, perNote = 4): PlanCard[] {
	return Array.from({ length: count }, (_, at) => {
		const note = Math.floor(at / perNote);
		return { id: `n${note}/c${at}`, noteId: `n${note}`, group: `g${note % 3}` };
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
});

const tasks = fc
	.record({
		length: fc.integer({ min: 1, max: 60 }),
		minutes: fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 7, maxLength: 7 }),
		cards: fc.array(card, { maxLength: 120 }),
		questions: fc.integer({ min: 0, max: 4 }),
	})
	.map(({ length, minutes, cards, questions }) =>
		task({
			date: 20_000 + length,
			minutesOn: (day) => minutes[day % 7] ?? 0,
			questions: Array.from({ length: questions }, (_, at) => `q${at}`),
			cards: freshCards(cards.length).map((each, at) => {
				const { stability, difficulty, ago, interval, known } = cards[at]!;
				const lastDay = 20_000 - ago;
				const memory = { stability, difficulty, lastDay, due: lastDay + interval };
				return known ? { ...each, memory } : each;
			}),
		}),
	);

describe('a plan', () => {
	test('never asks for more minutes than are given', () => {
		fc.assert(
			fc.property(tasks, (each) => {
				for (const { day, minutes, kind } of planInterviewDays(each).days) {
					expect(minutes).toBeLessThanOrEqual(each.minutesOn(day));
					if (kind === 'off') expect(minutes).toBe(0);
				}
			}),
		);
	});

	test('begins each card once, and says of every note whether it is met', () => {
		fc.assert(
			fc.property(tasks, (each) => {
				const plan = planInterviewDays(each);
				const before = each.cards.filter(({ memory }) => memory).length;
				const fresh = plan.days.reduce((sum, day) => sum + day.fresh, 0);
				expect(plan.begun).toBe(before + fresh);
				const begins = plan.days.flatMap((day) => day.begins);
				expect(new Set(begins).size).toBe(begins.length);
				const notes = new Set(each.cards.map(({ noteId }) => noteId));
				const known = each.cards.filter(({ memory }) => memory).map(({ noteId }) => noteId);
				expect(new Set([...begins, ...known, ...plan.unmet])).toEqual(notes);
			}),
		);
	});

	test('with more minutes begins no fewer cards', () => {
		fc.assert(
			fc.property(tasks, fc.integer({ min: 1, max: 60 }), (each, more) => {
				expect(planWithMore(each, more).begun).toBeGreaterThanOrEqual(
					planInterviewDays(each).begun,
				);
			}),
		);
	});

	test('with more minutes recalls no less on the day', () => {
		fc.assert(
			fc.property(tasks, fc.integer({ min: 1, max: 60 }), (each, more) => {
				expect(planWithMore(each, more).recall).toBeGreaterThanOrEqual(
					planInterviewDays(each).recall - 1e-9,
				);
			}),
			{ numRuns: 300 },
		);
	});

	test('places mock interviews at most once a week, where there is an hour, never on the eve', () => {
		fc.assert(
			fc.property(tasks, (each) => {
				const mocks = planInterviewDays(each).days.filter(({ mock }) => mock !== undefined);
				for (const [at, { day }] of mocks.entries()) {
					expect(each.minutesOn(day)).toBeGreaterThanOrEqual(60);
					expect(day).toBeLessThanOrEqual(each.date - 2);
					const before = mocks[at - 1];
					if (before) expect(day - before.day).toBeGreaterThanOrEqual(6);
				}
			}),
		);
	});

	test('brings nothing new in the week before', () => {
		const { days, taper } = planInterviewDays(task({ minutesOn: () => 5 }));
		expect(taper).toBe(20_023);
		const last = days.filter(({ day }) => day >= taper);
		expect(last).toHaveLength(7);
		expect(last.map(({ kind, fresh }) => [kind, fresh])).toEqual(
			Array.from({ length: 7 }, () => ['taper', 0]),
		);
	});

	test('foresees recall as the model has it', () => {
		const memory = { stability: 30, difficulty: 5, lastDay: 19_990, due: 20_040 };
		const plan = planInterviewDays(
			task({
				cards: [{ id: 'n/c', noteId: 'n', group: 'g', memory }, ...freshCards(1)],
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
			...{ id: `n${at}/c`, noteId: `n${at}`, group: 'g', memory },
		}));
		const plan = planInterviewDays(
			task({ cards, date: 20_001, minutesOn: () => 1, times: { review: 45, step: 15 } }),
		);
		expect(plan.days).toMatchObject([{ reviews: 1, left: 1 }]);
		expect(plan.recall).toBeGreaterThan(0.9);
	});
});

describe('advice', () => {
	test('finds the minutes that are missing, to five', async () => {
		const each = task({ cards: freshCards(400), minutesOn: () => 10 });
		const missing = await minutesMissing(each);
		expect(missing).toBeGreaterThan(0);
		expect(planWithMore(each, missing ?? 0).unmet).toEqual([]);
		expect(planWithMore(each, (missing ?? 0) - 5).begun).toBeLessThan(400);
	});

	test('asks for nothing where the time is enough, and gives up where it never is', async () => {
		expect(await minutesMissing(task({ cards: freshCards(20) }))).toBe(0);
		expect(await minutesMissing(task({ cards: freshCards(2000), date: 20_003 }))).toBeNull();
		expect(await minutesMissing(task({ minutesOn: () => 0 }))).toBeNull();
	});

	test('finds the weeks by which a later date is enough', async () => {
		const each = task({ cards: freshCards(300), minutesOn: () => 15 });
		const days = await daysMissing(each);
		expect(days).toBeGreaterThan(0);
		const { begun, cards } = planInterviewDays({ ...each, date: each.date + (days ?? 0) });
		expect(begun).toBe(cards);
		const before = planInterviewDays({ ...each, date: each.date + (days ?? 0) - 7 });
		expect(before.begun).toBeLessThan(before.cards);
		expect(await daysMissing(task({ cards: freshCards(4000), minutesOn: () => 5 }))).toBeNull();
	});
});

describe('decks of the person’s own', () => {
	test('each card is foreseen by the model of its deck', () => {
		const memory = { stability: 30, difficulty: 5, lastDay: 19_990, due: 20_040 };
		const weights = DEFAULT_PRESET.weights.with(20, 0.5);
		const model = { ...DEFAULT_PRESET, weights };
		const cards = [{ id: 'note/1/0', noteId: 'deck/a', group: 'deck/a', memory, model }];
		const plan = planInterviewDays(task({ cards, minutesOn: () => 0 }));
		expect(plan.recall).toBeCloseTo(recallOn(memory, 20_030, model), 10);
		expect(plan.recall).not.toBeCloseTo(recallOn(memory, 20_030, DEFAULT_PRESET), 3);
	});

	test('what no plan reaches counts as not known, and is said to be left out', () => {
		const beyond = [{ group: 'deck/a', noteId: 'deck/a', cards: 60 }];
		const plan = planInterviewDays(task({ cards: freshCards(20), beyond }));
		expect(plan).toMatchObject({ cards: 80, begun: 20, unmet: ['deck/a'] });
		expect(plan.groups.find(({ group }) => group === 'deck/a')).toEqual({
			...{ group: 'deck/a', cards: 60, begun: 0, recall: 0 },
		});
	});
});
