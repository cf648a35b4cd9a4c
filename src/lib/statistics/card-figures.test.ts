import { expect, test } from 'vitest';
import { newCard, type CardState } from '../scheduler/card-state.ts';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import type { Moment } from '../scheduler/study-day.ts';
import { futureDue } from './future-due.ts';
import { binsOf, medianOf } from './histogram.ts';
import { memoryFigures } from './memory-figures.ts';
import { marginOf, shareOf } from './retention.ts';

const TODAY = 20_000;
const now: Moment = {
	t: TODAY * 86_400_000,
	tz: 0,
	day: TODAY,
	dayEndsAt: (TODAY + 1) * 86_400_000,
};

function card(values: Partial<CardState>): CardState {
	return {
		...newCard({ id: 'a', noteId: 'n', deckId: 'd', position: 0 }),
		...{ phase: 'review', stability: 10, difficulty: 5, interval: 10, reps: 3 },
		...{ lastDay: TODAY - 10, due: TODAY },
		...values,
	};
}

test('a value on a border belongs to the bin that begins there; the ends take what lies beyond', () => {
	const bins = binsOf([-1, 0, 4.9, 5, 99.9, 100, 1000], [0, 5, 50, 100]);
	expect(bins.map(({ count }) => count)).toEqual([3, 1, 3]);
});

test('the median of few', () => {
	expect([[], [3], [3, 1], [9, 1, 2]].map(medianOf)).toEqual([null, 3, 2, 2]);
});

test('distributions leave out new cards, intervals those in steps', () => {
	const cards = [
		card({}),
		card({ stability: 40, lastDay: TODAY, interval: 35, suspended: true }),
		card({ phase: 'relearning', intraday: true, stability: 1, lastDay: TODAY, difficulty: 9.4 }),
		card({ phase: 'new', stability: 0, difficulty: 0 }),
	];
	const figures = memoryFigures(cards, () => DEFAULT_PRESET.weights, now);
	expect(figures.interval).toMatchObject({ cards: 2, median: 22.5 });
	expect(figures.stability).toMatchObject({ cards: 3, median: 10 });
	expect(figures.difficulty.bins.map(({ count }) => count)).toEqual([0, 0, 0, 0, 2, 0, 0, 0, 1]);
	// By the meaning of stability the first is recalled with 90%; the others were just seen.
	expect(figures.known).toBeCloseTo(2.9, 6);
	expect(figures.recall.bins.at(-1)?.count).toBe(3);
});

test('what was due before today is a backlog, and every card counts once', () => {
	const cards = [
		card({ due: TODAY - 5 }),
		card({ due: TODAY }),
		card({ phase: 'learning', intraday: true, due: now.t + 60_000 }),
		card({ due: TODAY + 2 }),
		card({ due: TODAY + 2, suspended: true }),
		card({ due: TODAY + 9 }),
		card({ phase: 'new', due: 0 }),
	];
	const none = { fresh: 0, newToday: 0, preset: DEFAULT_PRESET };
	expect(futureDue(cards, now, 4, [none])).toEqual([
		{ due: 2, backlog: 1, fromNew: 0 },
		{ due: 0, backlog: 0, fromNew: 0 },
		{ due: 1, backlog: 0, fromNew: 0 },
		{ due: 0, backlog: 0, fromNew: 0 },
	]);
});

test('new cards come back by the model: three begun two a day, first after two days, then eleven', () => {
	// With the default weights Good gives 2.3 days, and after these 10.97.
	const plan = { fresh: 3, newToday: 1, preset: { ...DEFAULT_PRESET, newPerDay: 2 } };
	const ahead = futureDue([], now, 16, [plan]).map(({ fromNew }) => fromNew);
	expect(ahead).toEqual([0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 0]);
});

test('a share of nothing is none, and few answers have a wide margin', () => {
	expect(shareOf({ asked: 0, recalled: 0 })).toBeNull();
	expect(shareOf({ asked: 8, recalled: 6 })).toBe(0.75);
	expect(marginOf({ asked: 0, recalled: 0 })).toBe(1);
	// Wilson's interval of 90 of 100 goes from 82.6% to 94.5%.
	expect(marginOf({ asked: 100, recalled: 90 })).toBeCloseTo(0.0596, 3);
});
