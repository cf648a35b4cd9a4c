import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newCard, type CardState } from './card-state.ts';
import { DEFAULT_PRESET } from './default-preset.ts';
import { fuzzRange } from './fuzz.ts';
import { intervalDays } from './memory-model.ts';
import { moveDates } from './move-dates.ts';
import { EASY_DAYS, type Preset } from './preset.ts';
import { dayOfDate, weekdayOf } from './study-day.ts';

/** A Monday. */
const TODAY = dayOfDate('2026-11-23');

function card(id: string, more: Partial<CardState>): CardState {
	return {
		...newCard({ id, noteId: id, deckId: 'catalog', position: 0 }),
		...{ phase: 'review', stability: 30, difficulty: 5, reps: 3, interval: 30 },
		...{ lastDay: TODAY - 10, due: TODAY + 20, lastT: 1, lastEntryT: 1, lastReview: 'r' },
		...more,
	};
}
const preset = (more: Partial<Preset> = {}): Preset => ({ ...DEFAULT_PRESET, ...more });
const moved = (cards: CardState[], options: Preset) =>
	moveDates(cards, TODAY, options).moves.map(({ card: { id }, from, to }) => [
		...[id, from - TODAY, to - TODAY],
	]);

describe('moveDates', () => {
	it('leaves dates that the options would give anyway', () => {
		expect(moved([card('a', {}), card('b', { due: TODAY + 18 })], preset())).toEqual([]);
	});

	it('brings dates nearer for a higher retention, counted from the last answer', () => {
		const options = preset({ desiredRetention: 0.95 });
		const [move] = moveDates([card('a', {})], TODAY, options).moves;
		const range = fuzzRange(intervalDays(30, 0.95, options.weights), 10, 36_500);
		expect(move?.to).toBeGreaterThanOrEqual(TODAY - 10 + range.lower);
		expect(move?.to).toBeLessThanOrEqual(TODAY - 10 + range.upper);
		expect(move?.to).toBeLessThan(TODAY + 20);
	});

	it('moves neither what is overdue, in steps, new or suspended', () => {
		const options = preset({ desiredRetention: 0.7 });
		const still = [
			card('overdue', { due: TODAY - 1 }),
			card('step', { phase: 'relearning', intraday: true, due: 5 }),
			card('step of a day', { phase: 'learning', due: TODAY + 1 }),
			card('suspended', { suspended: true }),
			newCard({ id: 'new', noteId: 'new', deckId: 'catalog', position: 0 }),
		];
		const { moves, eligible } = moveDates([...still, card('a', {})], TODAY, options);
		expect([moves.map(({ card: { id } }) => id), eligible]).toEqual([['a'], 1]);
	});

	it('never moves into the past; what should have come back is spread from today on', () => {
		const cards = Array.from({ length: 60 }, (_, at) =>
			card(`c${at}`, { lastDay: TODAY - 60, due: TODAY + 30, stability: 20 }),
		);
		const { moves, after } = moveDates(cards, TODAY, preset({ desiredRetention: 0.97 }));
		expect(moves).toHaveLength(60);
		expect(Math.min(...moves.map(({ to }) => to))).toBe(TODAY);
		expect(after.filter((count) => count > 0).length).toBeGreaterThan(3);
	});

	it('keeps to the longest interval', () => {
		const [move] = moveDates([card('a', {})], TODAY, preset({ maximumInterval: 14 })).moves;
		expect(move?.to).toBeGreaterThan(TODAY);
		expect(move?.to).toBeLessThanOrEqual(TODAY - 10 + 14);
		const [late] = moveDates([card('a', {})], TODAY, preset({ maximumInterval: 5 })).moves;
		expect(late?.to).toBe(TODAY);
	});

	it('clears a day that has become an easy one', () => {
		const cards = Array.from({ length: 80 }, (_, at) =>
			card(`c${at}`, { due: TODAY + 17 + (at % 7) }),
		);
		const easyDays = Array.from({ length: 7 }, (_, weekday) =>
			weekday === 6 ? ('minimum' as const) : ('normal' as const),
		);
		const onSundays = (days: number[]) =>
			days.reduce((sum, each, at) => sum + (weekdayOf(TODAY + at) === 6 ? each : 0), 0);
		const { moves, before, after } = moveDates(cards, TODAY, preset({ easyDays }));
		expect(onSundays(before)).toBeGreaterThan(5);
		expect(onSundays(after)).toBe(0);
		expect(moves).toHaveLength(onSundays(before));
	});

	it('counts the backlog on today, before and after', () => {
		const cards = [card('a', { due: TODAY - 5 }), card('b', { due: TODAY }), card('c', {})];
		const { before } = moveDates(cards, TODAY, preset());
		expect([before[0], before[20], before.length]).toEqual([2, 1, 30]);
	});
});

const someCards = fc.array(
	fc.record({
		stability: fc.double({ min: 0.01, max: 5000, noNaN: true }),
		ago: fc.integer({ min: 0, max: 400 }),
		ahead: fc.integer({ min: -60, max: 400 }),
		reps: fc.integer({ min: 1, max: 20 }),
	}),
	{ maxLength: 60 },
);
const someOptions = fc.record({
	desiredRetention: fc.double({ min: 0.7, max: 0.99, noNaN: true }),
	maximumInterval: fc.integer({ min: 1, max: 36_500 }),
	easyDays: fc.array(fc.constantFrom(...EASY_DAYS), { minLength: 7, maxLength: 7 }),
	loadBalance: fc.boolean(),
});

describe('for all cards and options', () => {
	const make = (list: readonly { stability: number; ago: number; ahead: number; reps: number }[]) =>
		list.map(({ stability, ago, ahead, reps }, at) =>
			card(`c${at}`, { stability, reps, lastDay: TODAY - ago, due: TODAY + ahead }),
		);

	it('no date lies in the past, none beyond the longest interval, none of an overdue card moves', () => {
		fc.assert(
			fc.property(someCards, someOptions, (list, more) => {
				for (const { card: each, from, to } of moveDates(make(list), TODAY, preset(more)).moves) {
					expect(from).toBeGreaterThanOrEqual(TODAY);
					expect(to).toBeGreaterThanOrEqual(TODAY);
					expect(to).toBeLessThanOrEqual(Math.max(TODAY, each.lastDay + more.maximumInterval));
				}
			}),
			{ numRuns: 80 },
		);
	});

	it('no card is lost, and a second time nothing moves in a week without rules', () => {
		fc.assert(
			fc.property(someCards, someOptions, (list, more) => {
				const options = preset({ ...more, easyDays: DEFAULT_PRESET.easyDays });
				const cards = make(list);
				const first = moveDates(cards, TODAY, options, 40_000);
				const sum = (days: number[]) => days.reduce((all, each) => all + each, 0);
				expect(sum(first.after)).toBe(cards.length);
				const dates = new Map(first.moves.map(({ card: { id }, to }) => [id, to]));
				const next = cards.map((each) => ({ ...each, due: dates.get(each.id) ?? each.due }));
				expect(moveDates(next, TODAY, options).moves).toEqual([]);
			}),
			{ numRuns: 40 },
		);
	});
});
