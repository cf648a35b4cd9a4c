import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QuestionNeeds } from '../content/question-needs.ts';
import { newCard, type CardState } from '../scheduler/card-state.ts';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import { retrievability } from '../scheduler/memory-model.ts';
import type { Moment } from '../scheduler/study-day.ts';
import type { NeededCard } from './pattern-recall.ts';
import { questionReadiness, type Knowledge } from './question-readiness.ts';

const TODAY = 20_000;
const now: Moment = { t: TODAY * 86_400_000, tz: 0, day: TODAY, dayEndsAt: 1e15 };
const { weights } = DEFAULT_PRESET;

/** A card answered `ago` days ago, with a stability in days. */
function known(
	id: string,
	stability: number,
	ago: number,
	over: Partial<CardState> = {},
): NeededCard {
	const card = newCard({ id, noteId: id.split('/')[0]!, deckId: 'catalog', position: 0 });
	const memory = { phase: 'review', stability, difficulty: 5, lastDay: TODAY - ago } as const;
	return { id, state: { ...card, ...memory, ...over } };
}

function knowledge(cards: Record<string, NeededCard[]>, over: Partial<Knowledge> = {}): Knowledge {
	const cardsOf = (pattern: string) => cards[pattern] ?? [];
	return { aim: 'senior', cardsOf, estimates: new Map(), weights, now, ...over };
}

const needs: QuestionNeeds = {
	patterns: { cache: [3, 0, 0], queue: [0, 1, 0], quorum: [0, 0, 9] },
	amounts: ['rate', 'rate', 'data'],
};

describe('counted by hand', () => {
	test('recall is the mean over cards, weighed by need; what was never answered is 0', () => {
		const { patterns, recall, low, high } = questionReadiness(
			needs,
			knowledge({
				// Answered just now, and ten days ago with a stability of ten days: 1 and 0.9.
				cache: [known('cache/a', 10, 0), known('cache/b', 10, 10), { id: 'cache/c' }],
				queue: [{ id: 'queue/a' }],
				quorum: [{ id: 'quorum/a' }],
			}),
			undefined,
		);
		expect(patterns).toMatchObject([
			{ pattern: 'cache', weight: 0.75, cards: 3, begun: 2, standing: 'partly' },
			{ pattern: 'queue', weight: 0.25, recall: 0, standing: 'unlearned' },
		]);
		expect(recall).toBeCloseTo((0.75 * 1.9) / 3, 6);
		// Nothing is known of estimates and interviews: they are open from nothing to all.
		expect(low).toBeCloseTo(0.5 * recall, 9);
		expect(high).toBeCloseTo(0.5 * recall + 0.5, 9);
	});

	test('a level needs only what it and those below it need', () => {
		const staff = knowledge({ quorum: [known('quorum/a', 10, 0)] }, { aim: 'staff' });
		expect(questionReadiness(needs, staff, undefined).patterns).toMatchObject([
			{ pattern: 'quorum', standing: 'recalled', recall: 1, weight: 1 },
		]);
	});

	test('cards suspended before their first answer are not asked for', () => {
		const cards = [
			known('cache/a', 10, 0),
			known('cache/b', 0, 0, { phase: 'new', suspended: true }),
		];
		const { patterns } = questionReadiness(needs, knowledge({ cache: cards }), undefined);
		expect(patterns).toMatchObject([{ cards: 1, recall: 1 }]);
	});

	test('estimates are the mean range over the amounts that are asked for', () => {
		const estimates = new Map([['rate', { asks: 20, right: 20 }]] as const);
		const found = questionReadiness(needs, knowledge({}, { estimates }), undefined).estimates;
		// Wilson for 20 of 20: from 0.8389 to 1; two of three estimates are rates, of data nothing is known.
		expect(found).toMatchObject({ asks: 20, right: 20, untried: ['data'] });
		expect(found.low).toBeCloseTo((2 * 0.8389) / 3, 3);
		expect(found.high).toBeCloseTo(1, 9);
	});

	test('an interview shows what it reached, and at the low end half of it after ninety days', () => {
		const reached = { scope: 2, numbers: 1, depth: 3 } as const;
		const found = (day: number) =>
			questionReadiness(needs, knowledge({}), { day, reached }).interview;
		// Senior weighs scope 10, numbers 8, depth 20: 10 + 4 + 20 of 38.
		expect(found(TODAY)).toMatchObject({ age: 0, low: 34 / 38, high: 34 / 38 });
		expect(found(TODAY - 90)?.low).toBeCloseTo(17 / 38, 9);
		expect(found(TODAY - 90)?.high).toBeCloseTo(34 / 38, 9);
	});

	test('all known and shown today is all', () => {
		const all = questionReadiness(
			needs,
			knowledge({ cache: [known('cache/a', 10, 0)], queue: [known('queue/a', 10, 0)] }),
			{ day: TODAY, reached: { scope: 3, design: 2 } },
		);
		expect(all.high).toBeCloseTo(1, 9);
	});
});

describe('for any knowledge', () => {
	const answered = fc.record({
		stability: fc.double({ min: 0.1, max: 300, noNaN: true }),
		ago: fc.integer({ min: 0, max: 400 }),
	});
	const cardsOf = (pattern: string) =>
		fc.array(fc.option(answered), { minLength: 1, maxLength: 6 }).map((list) =>
			list.map((each, at): NeededCard => {
				const id = `${pattern}/${at}`;
				return each ? known(id, each.stability, each.ago) : { id };
			}),
		);
	const person = fc.record({ cache: cardsOf('cache'), queue: cardsOf('queue') });
	const record = fc
		.integer({ min: 0, max: 20 })
		.chain((asks) =>
			fc.record({ asks: fc.constant(asks), right: fc.integer({ min: 0, max: asks }) }),
		);

	test('the range is one, within nothing and all', () => {
		fc.assert(
			fc.property(
				person,
				record,
				fc.option(fc.integer({ min: 0, max: 900 })),
				(cards, rate, age) => {
					const estimates = new Map([['rate', rate]] as const);
					const attempt =
						age === null ? undefined : { day: TODAY - age, reached: { depth: 1 } as const };
					const { low, high } = questionReadiness(needs, knowledge(cards, { estimates }), attempt);
					expect(low).toBeGreaterThanOrEqual(0);
					expect(high).toBeGreaterThanOrEqual(low);
					expect(high).toBeLessThanOrEqual(1 + 1e-9);
				},
			),
		);
	});

	test('to learn or recall a needed card lowers neither end', () => {
		fc.assert(
			fc.property(
				person,
				fc.nat(),
				fc.double({ min: 0.1, max: 300, noNaN: true }),
				(cards, at, stability) => {
					const list = [...cards.cache];
					const place = at % list.length;
					const was = list[place]!.state;
					list[place] = known(`cache/${place}`, Math.max(stability, was?.stability ?? 0), 0);
					const before = questionReadiness(needs, knowledge(cards), undefined);
					const after = questionReadiness(needs, knowledge({ ...cards, cache: list }), undefined);
					expect(after.low).toBeGreaterThanOrEqual(before.low - 1e-12);
					expect(after.high).toBeGreaterThanOrEqual(before.high - 1e-12);
				},
			),
		);
	});

	test('a right estimate lowers neither end of estimates, a day without study raises nothing', () => {
		fc.assert(
			fc.property(person, record, (cards, rate) => {
				const of = (asks: number, right: number, day = TODAY) =>
					questionReadiness(
						needs,
						knowledge(cards, {
							estimates: new Map([['rate', { asks, right }]] as const),
							now: { ...now, day },
						}),
						{ day: TODAY, reached: { depth: 2 } },
					);
				const before = of(rate.asks, rate.right);
				const after = of(rate.asks + 1, rate.right + 1);
				expect(after.low).toBeGreaterThanOrEqual(before.low - 1e-12);
				const tomorrow = of(rate.asks, rate.right, TODAY + 1);
				expect(tomorrow.low).toBeLessThanOrEqual(before.low + 1e-12);
				expect(tomorrow.high).toBeLessThanOrEqual(before.high + 1e-12);
			}),
		);
	});
});

test('the memory model is that of the schedule', () => {
	const cards = { cache: [known('cache/a', 4, 9)] };
	const [cache] = questionReadiness(needs, knowledge(cards), undefined).patterns;
	expect(cache?.recall).toBeCloseTo(retrievability(4, 9, weights), 12);
});
