import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerCard, previewAnswers } from './answer.ts';
import { newCard, type CardState } from './card-state.ts';
import { DEFAULT_PRESET } from './default-preset.ts';
import type { AnswerContext } from './outcome.ts';
import type { Preset } from './preset.ts';
import { GRADES, type Grade } from './review.ts';
import { dayOfDate, momentAt, weekdayOf, type Moment } from './study-day.ts';

const ZONE = { timeZone: 'Europe/Berlin', rolloverHour: 4 };
const NOON = momentAt(Date.parse('2026-11-22T11:00Z'), ZONE);
const fresh = newCard({ id: 'caching/why', noteId: 'caching', deckId: 'onsite', position: 1 });
const stamp = { id: 'entry', dev: 'device', duration: 5000, capped: true };

function context(options: Partial<Preset> = {}, now: Moment = NOON): AnswerContext {
	return { now, preset: { ...DEFAULT_PRESET, loadBalance: false, ...options }, load: () => 0 };
}

function reviewed(fields: Partial<CardState> = {}): CardState {
	const lastDay = NOON.day - 10;
	return {
		...fresh,
		phase: 'review',
		stability: 10,
		difficulty: 5,
		interval: 10,
		reps: 4,
		due: NOON.day,
		lastDay,
		lastT: NOON.t - 10 * 86_400_000,
		lastEntryT: NOON.t - 10 * 86_400_000,
		lastReview: 'before',
		...fields,
	};
}

const shown = (card: CardState, options: Partial<Preset> = {}, now = NOON) => {
	const outcomes = previewAnswers(card, context(options, now));
	return GRADES.map((grade) => outcomes[grade].shown);
};

const reviewCards = fc
	.record({
		id: fc.string({ minLength: 1, maxLength: 12 }),
		stability: fc.double({ min: 0.001, max: 36_500, noNaN: true }),
		difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
		interval: fc.integer({ min: 0, max: 36_500 }),
		reps: fc.nat({ max: 300 }),
		lastDay: fc.integer({ min: NOON.day - 20_000, max: NOON.day + 400 }),
		phase: fc.constantFrom('review' as const, 'learning' as const, 'relearning' as const),
		left: fc.integer({ min: 0, max: 3 }),
	})
	.map((fields) => reviewed(fields));
const presets = fc.record({
	desiredRetention: fc.double({ min: 0.7, max: 0.99, noNaN: true }),
	maximumInterval: fc.integer({ min: 1, max: 36_500 }),
	learningSteps: fc.constantFrom([1, 10], [], [10]),
	relearningSteps: fc.constantFrom([10], [], [5, 20]),
	loadBalance: fc.boolean(),
	easyDays: fc.constantFrom(
		DEFAULT_PRESET.easyDays,
		DEFAULT_PRESET.easyDays.map((rule, day) => (day > 4 ? ('minimum' as const) : rule)),
	),
});

describe('previewAnswers', () => {
	it('walks a new card through the steps of Anki', () => {
		expect(shown(fresh)).toEqual([-60, -330, -600, expect.any(Number)]);
		const second = answerCard(fresh, 3, context(), stamp).card;
		expect(second).toMatchObject({ phase: 'learning', left: 1, intraday: true });
		expect(shown(second)).toEqual([-60, -600, 2, 3]);
	});

	it('gives days where a step reaches past the end of the study day', () => {
		const late = momentAt(Date.parse('2026-11-22T02:55Z'), ZONE);
		expect(shown(fresh, {}, late).slice(0, 3)).toEqual([-60, 1, 1]);
		const { card } = answerCard(fresh, 3, context({}, late), stamp);
		expect(card).toMatchObject({ phase: 'learning', intraday: false, due: late.day + 1 });
	});

	it('lets FSRS set the waits where there are no steps', () => {
		const [again = 0, ...days] = shown(fresh, { learningSteps: [] });
		expect(again).toBe(-Math.round(0.212 * 86_400));
		expect(days).toEqual([1, 2, expect.any(Number)]);
	});

	it('sends a forgotten card to relearning, or to another day where there are no steps', () => {
		expect(shown(reviewed())[0]).toBe(-600);
		expect(previewAnswers(reviewed(), context())[1].phase).toBe('relearning');
		const without = previewAnswers(reviewed(), context({ relearningSteps: [] }))[1];
		expect(without).toMatchObject({ phase: 'review', next: expect.any(Number) });
		expect(without.next).toBeGreaterThan(0);
	});

	it('gives Easy more than Good would give after its last step', () => {
		const relearning = reviewed({
			phase: 'relearning',
			stability: 0.5,
			lastDay: NOON.day,
			left: 2,
		});
		const [, , good, easy] = shown(relearning, { relearningSteps: [10, 20] });
		expect([good, easy]).toEqual([-1200, 2]);
	});

	it('asks nobody about load where the preset does not balance it', () => {
		const easyDays = DEFAULT_PRESET.easyDays.map((rule, day) => (day > 4 ? 'minimum' : rule));
		const load = () => expect.fail('load was asked for');
		const outcomes = previewAnswers(reviewed(), { ...context({ easyDays }), load });
		expect(outcomes[3].trace.days).toMatchObject({ balanced: true });
	});

	it('keeps the maximum, even for all four buttons', () => {
		expect(shown(reviewed({ stability: 900 }), { maximumInterval: 5 }).slice(1)).toEqual([5, 5, 5]);
	});

	it('is what answerCard then does', () => {
		fc.assert(
			fc.property(reviewCards, presets, fc.constantFrom(...GRADES), (card, options, grade) => {
				const given = { ...context(options), load: (day: number) => day % 17 };
				const outcome = previewAnswers(card, given)[grade];
				const { review, card: after, trace } = answerCard(card, grade, given, stamp);
				const { next, phase, left, due, intraday, memory } = outcome;
				expect(review).toMatchObject({ next, phase, left, grade });
				expect(after).toMatchObject({ due, intraday, phase, left, ...memory });
				expect(trace).toEqual(outcome.trace);
			}),
		);
	});

	it('gives Hard, Good and Easy rising days, never today nor before, never above the maximum', () => {
		fc.assert(
			fc.property(reviewCards, presets, (card, options) => {
				const { preset, ...rest } = { ...context(options), load: (day: number) => day % 17 };
				const outcomes = previewAnswers(card, { preset, ...rest });
				let last = 0;
				for (const grade of GRADES) {
					const { next, due, intraday, trace } = outcomes[grade];
					expect(intraday).toBe(next < 0);
					if (next < 0) continue;
					expect(due).toBeGreaterThan(NOON.day);
					expect(next).toBeLessThanOrEqual(preset.maximumInterval);
					expect(next).toBeGreaterThanOrEqual(last);
					const strict = card.phase === 'review' ? grade > 2 : grade === 4;
					if (strict && last > 0 && last < preset.maximumInterval) {
						expect(next).toBeGreaterThan(last);
					}
					if (trace.days) {
						expect(next).toBeGreaterThanOrEqual(trace.days.lower);
						expect(next).toBeLessThanOrEqual(trace.days.upper);
					}
					last = next;
				}
			}),
			{ numRuns: 500 },
		);
	});

	it('keeps weekends free where a weekday is within reach', () => {
		const easyDays = DEFAULT_PRESET.easyDays.map((rule, day) => (day > 4 ? 'minimum' : rule));
		const landed = Array.from({ length: 300 }, (_, index) => {
			const card = reviewed({ id: `card-${index}`, stability: 20, lastDay: NOON.day - 20 });
			return weekdayOf(previewAnswers(card, context({ easyDays }))[3].due);
		});
		expect(new Set(landed)).toEqual(new Set([0, 1, 2, 3, 4]));
	});
});

describe('answerCard', () => {
	it('writes a whole entry and a state that follows from it', () => {
		const { review, card } = answerCard(fresh, 1, context(), { ...stamp, duration: 90_000 });
		expect(review).toMatchObject({
			id: 'entry',
			cardId: 'caching/why',
			t: NOON.t,
			tz: 60,
			day: dayOfDate('2026-11-22'),
			grade: 1,
			kind: 'learn',
			duration: 60_000,
			phase: 'learning',
			left: 2,
			dev: 'device',
		});
		expect(card).toMatchObject({ reps: 1, lapses: 0, lastReview: 'entry', lastDay: NOON.day });
		expect(card.due).toBe(NOON.t - review.next * 1000);
	});

	it('does not cap where told not to, and takes an absurd duration for none', () => {
		const long = { ...stamp, duration: 90_000.4, capped: false };
		expect(answerCard(fresh, 3, context(), long).review.duration).toBe(90_000);
		for (const duration of [NaN, -5, Infinity]) {
			expect(answerCard(fresh, 3, context(), { ...stamp, duration }).review.duration).toBe(0);
		}
	});

	it('marks a leech at the threshold and suspends it only if asked to', () => {
		const worn = reviewed({ lapses: 7 });
		const tagged = answerCard(worn, 1, context(), stamp);
		expect(tagged).toMatchObject({ becameLeech: true, card: { leech: true, suspended: false } });
		const held = answerCard(worn, 1, context({ leechAction: 'suspend' }), stamp);
		expect(held.card.suspended).toBe(true);
		expect(answerCard(worn, 3, context(), stamp).becameLeech).toBe(false);
		expect(answerCard(worn, 1, context({ leechThreshold: 0 }), stamp).card.leech).toBe(false);
	});

	it('counts a lapse only for a review forgotten', () => {
		const lapsed = answerCard(reviewed(), 1, context(), stamp).card;
		expect(lapsed).toMatchObject({ lapses: 1, interval: 10 });
		expect(answerCard(lapsed, 1, context(), stamp).card.lapses).toBe(1);
	});

	it('spreads cards of one day, the same way each time', () => {
		const due = Array.from(
			{ length: 200 },
			(_, index) => answerCard(reviewed({ id: `c${index}` }), 3, context(), stamp).card.due,
		);
		expect(new Set(due).size).toBeGreaterThan(4);
		const again = answerCard(reviewed({ id: 'c7' }), 3, context(), { ...stamp, id: 'other' });
		expect(again.card.due).toBe(due[7]);
	});

	it.each<[string, Partial<Record<keyof CardState, unknown>>]>([
		['NaN', { stability: NaN }],
		['Infinity', { stability: Infinity, difficulty: Infinity }],
		['zero', { stability: 0, difficulty: 0 }],
		['a text', { stability: '10', difficulty: '5' }],
		['a negative difficulty', { difficulty: -3 }],
		['a due year of 10,000', { due: 2_932_897 }],
		['no due date', { due: undefined }],
		['a last day in the future', { lastDay: NOON.day + 36_000 }],
		['counts that are none', { reps: -1, lapses: NaN, left: 'x', interval: 1e12 }],
		['times that are none', { lastT: NaN, lastEntryT: Infinity, lastDay: 0.5 }],
	])('takes a state with %s', (_, damage) => {
		const card = { ...reviewed(), ...(damage as Partial<CardState>) };
		for (const grade of GRADES) {
			const { review, card: after } = answerCard(card, grade, context(), stamp);
			for (const value of [review.t, review.day, review.next, after.due, after.stability]) {
				expect(Number.isFinite(value)).toBe(true);
			}
			expect(after.stability).toBeGreaterThan(0);
			expect(after.reps).toBeGreaterThanOrEqual(1);
		}
	});

	it('refuses a grade of 7 in words', () => {
		const seven: unknown = 7;
		expect(() => answerCard(fresh, seven as Grade, context(), stamp)).toThrow('1, 2, 3 or 4');
	});
});
