import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import { intervalDays, nextMemory, retrievability } from '../scheduler/memory-model.ts';
import { outlookOfRetention, retentionSentence } from './retention-choice.ts';
import {
	simulateDays,
	sumOfDecks,
	type SimulatedCard,
	type SimulatedDay,
	type SimulationTask,
} from './simulate.ts';

const { weights } = DEFAULT_PRESET;
const TODAY = 20_000;
const times = { new: 40, review: 20, step: 10 };
const card = (stability: number, due: number, lastDay = due - 3): SimulatedCard => ({
	...{ stability, difficulty: 5, lastDay: TODAY + lastDay, due: TODAY + due },
});
const task = (more: Partial<SimulationTask> = {}): SimulationTask => ({
	...{ today: TODAY, days: 60, deck: { cards: [], fresh: 0 }, preset: DEFAULT_PRESET, times },
	...more,
});
/** Always recalls, and takes the first day of a range. */
const lucky = () => 0;
/** Forgets whatever can be forgotten. */
const unlucky = () => 0.999_999;

describe('by hand', () => {
	it('a card comes back when its recall falls to the target, and is known as its curve says', () => {
		const deck = { cards: [card(2, 1, -1)], fresh: 0 };
		const preset = { ...DEFAULT_PRESET, maximumInterval: 2 };
		const days = simulateDays(task({ days: 4, deck, preset, draw: lucky }), 1);
		expect(days.map(({ due, reviews, seconds }) => [due, reviews, seconds])).toEqual([
			...[
				[0, 0, 0],
				[1, 1, 20],
				[0, 0, 0],
				[1, 1, 20],
			],
		]);
		const after = nextMemory({ stability: 2, difficulty: 5 }, 2, 3, weights);
		expect(days[0]?.known).toBeCloseTo(retrievability(2, 1, weights), 10);
		expect(days[1]?.known).toBe(1);
		expect(days[2]?.known).toBeCloseTo(retrievability(after.stability, 1, weights), 10);
	});

	it('a forgotten card is learned again on the same day, step by step', () => {
		const deck = { cards: [card(8, 0, -8)], fresh: 0 };
		const preset = { ...DEFAULT_PRESET, desiredRetention: 0.7 };
		const days = simulateDays(task({ days: 2, deck, preset, draw: unlucky }), 1);
		const again = nextMemory({ stability: 8, difficulty: 5 }, 8, 1, weights);
		const learned = nextMemory(again, 0, 3, weights);
		expect(days[0]).toMatchObject({ reviews: 1, forgotten: 1, seconds: 30, known: 1 });
		expect(days[1]?.known).toBeCloseTo(retrievability(learned.stability, 1, weights), 10);
	});

	it('what is known is summed at the end of each week, so that every week shows what it brought', () => {
		const preset = { ...DEFAULT_PRESET, newPerDay: 1 };
		const fresh = { cards: [], fresh: 20 };
		const weekly = simulateDays(task({ days: 17, deck: fresh, preset, draw: lucky }));
		const daily = simulateDays(task({ days: 17, deck: fresh, preset, draw: lucky }), 1);
		for (const at of [0, 6, 13, 16]) expect(weekly[at]?.known).toBe(daily[at]?.known);
		expect(weekly[5]?.known).toBe(daily[0]?.known);
		expect(weekly[15]?.known).toBe(daily[13]?.known);
	});

	it('new cards take their steps, and come back by their first stability', () => {
		const preset = { ...DEFAULT_PRESET, newPerDay: 2 };
		const draw = (what: string) => (what === 'first' ? 0.5 : 0);
		const days = simulateDays(task({ days: 3, deck: { cards: [], fresh: 3 }, preset, draw }), 1);
		// Good leads from the first to the second step, which is one more showing.
		expect(days.map(({ fresh, seconds }) => [fresh, seconds])).toEqual([
			...[
				[2, 100],
				[1, 50],
				[2 - 2, days[2]?.seconds],
			],
		]);
		const first = nextMemory(nextMemory(null, 0, 3, weights), 0, 3, weights);
		expect(Math.round(intervalDays(first.stability, 0.9, weights))).toBe(2);
		expect(days[2]?.reviews).toBe(2);
	});

	it('what waits longest comes first, up to the limit; new cards take only the room that is left', () => {
		const cards = [card(5, 0), card(5, -4), card(5, -9), card(5, 0)];
		const preset = { ...DEFAULT_PRESET, reviewsPerDay: 3 };
		const days = simulateDays(task({ days: 2, deck: { cards, fresh: 5 }, preset, draw: lucky }));
		expect(days[0]).toMatchObject({ due: 4, reviews: 3, left: 1, fresh: 0 });
		expect(days[1]).toMatchObject({ due: 1, reviews: 1, left: 0, fresh: 2 });
		const ignoring = { ...preset, newIgnoresReviewLimit: true };
		const more = simulateDays(task({ days: 1, deck: { cards, fresh: 5 }, preset: ignoring }));
		expect(more[0]).toMatchObject({ reviews: 3, fresh: 5 });
	});

	it('nothing to do is nothing done', () => {
		const nothing = { due: 0, reviews: 0, forgotten: 0, fresh: 0, left: 0, seconds: 0, known: 0 };
		expect(simulateDays(task({ days: 2 }))).toEqual([nothing, nothing]);
		expect(simulateDays(task({ days: 0 }))).toEqual([]);
		expect(sumOfDecks([])).toEqual([]);
	});
});

const decks = fc.record({
	cards: fc.array(
		fc
			.record({
				stability: fc.double({ min: 0.1, max: 400, noNaN: true }),
				difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
				ago: fc.integer({ min: 1, max: 200 }),
				ahead: fc.integer({ min: -30, max: 90 }),
			})
			.map(({ stability, difficulty, ago, ahead }): SimulatedCard => ({
				...{ stability, difficulty, lastDay: TODAY - ago, due: TODAY + ahead },
			})),
		{ maxLength: 60 },
	),
	fresh: fc.integer({ min: 0, max: 60 }),
});
const limits = fc.record({
	newPerDay: fc.integer({ min: 0, max: 12 }),
	reviewsPerDay: fc.integer({ min: 0, max: 30 }),
	newIgnoresReviewLimit: fc.boolean(),
	desiredRetention: fc.double({ min: 0.7, max: 0.97, noNaN: true }),
});

describe('for every deck and limit', () => {
	it('no card is lost or counted twice, no limit passed, and nothing known that was not begun', () => {
		fc.assert(
			fc.property(decks, limits, (deck, options) => {
				const preset = { ...DEFAULT_PRESET, ...options };
				const days = simulateDays(task({ deck, preset }));
				let begun = deck.cards.length;
				let before = 0;
				for (const day of days) {
					begun += day.fresh;
					expect(day.reviews + day.left).toBe(day.due);
					expect(day.due).toBeGreaterThanOrEqual(before);
					expect(day.reviews).toBeLessThanOrEqual(preset.reviewsPerDay);
					expect(day.fresh).toBeLessThanOrEqual(preset.newPerDay);
					if (!preset.newIgnoresReviewLimit) {
						expect(day.reviews + day.fresh).toBeLessThanOrEqual(preset.reviewsPerDay);
					}
					expect(day.forgotten).toBeLessThanOrEqual(day.reviews);
					expect(day.known).toBeLessThanOrEqual(begun + 1e-9);
					before = day.left;
				}
				expect(begun).toBeLessThanOrEqual(deck.cards.length + deck.fresh);
			}),
			{ numRuns: 60 },
		);
	});

	it('the same is played the same', () => {
		fc.assert(
			fc.property(decks, (deck) => {
				expect(simulateDays(task({ deck }))).toEqual(simulateDays(task({ deck })));
			}),
			{ numRuns: 10 },
		);
	});
});

describe('a higher retention', () => {
	const cards = Array.from({ length: 400 }, (_, at) => card(1 + (at % 60), at % 40));
	const outlook = (desiredRetention: number) => {
		const preset = { ...DEFAULT_PRESET, desiredRetention, reviewsPerDay: 9999 };
		const days = simulateDays(task({ days: 180, deck: { cards, fresh: 200 }, preset }));
		return outlookOfRetention(desiredRetention, days, cards.length);
	};
	const all = [0.7, 0.8, 0.85, 0.9, 0.95, 0.97].map(outlook);

	it('makes more known and takes more reviews, step by step', () => {
		const rising = (values: number[]) => expect(values).toEqual([...values].sort((a, b) => a - b));
		rising(all.map(({ known }) => known));
		rising(all.map(({ reviewsPerDay }) => reviewsPerDay));
		expect(new Set(all.map(({ begun }) => begun))).toEqual(new Set([600]));
	});

	it('is recalled about as often as it is aimed at', () => {
		for (const { retention, days } of all.slice(2)) {
			// Once the dates that stood before are over.
			const late = days.slice(60);
			const sum = (of: (day: SimulatedDay) => number) =>
				late.reduce((total, day) => total + of(day), 0);
			const recalled = 1 - sum(({ forgotten }) => forgotten) / sum(({ reviews }) => reviews);
			expect(Math.abs(recalled - retention)).toBeLessThan(0.02);
		}
	});

	it('is put in one sentence with its price', () => {
		const day = { due: 0, reviews: 30, forgotten: 0, fresh: 0, left: 0, seconds: 600, known: 812 };
		const now = outlookOfRetention(0.9, [day, day], 1020);
		const other = { ...now, retention: 0.95, minutesPerDay: 18, known: 840 };
		expect(retentionSentence(now, other)).toBe(
			'At 90% it takes about 10 minutes a day, and you would recall 812 of 1,020 cards on the last day. 95% would take 1.8 times the time for 28 more.',
		);
		expect(retentionSentence(now)).not.toContain('would take');
		expect(now).toMatchObject({ reviewsPerDay: 30, mostMinutes: 10, begun: 1020 });
	});
});
