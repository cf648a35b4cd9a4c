import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QuestionNeeds } from '../content/question-needs.ts';
import type { DrillTemplate } from '../content/drill.ts';
import { newCard } from '../scheduler/card-state.ts';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import { nextCards } from './next-cards.ts';
import { nextSteps, SITTING_MINUTES, type DrillChoice } from './next-step.ts';
import type { NeededCard } from './pattern-recall.ts';
import { questionReadiness, type Knowledge } from './question-readiness.ts';

const TODAY = 20_000;
const { weights } = DEFAULT_PRESET;
const now = { t: 0, tz: 0, day: TODAY, dayEndsAt: 1 };

function known(id: string, stability: number, ago: number): NeededCard {
	const card = newCard({ id, noteId: '', deckId: 'catalog', position: 0 });
	const memory = { phase: 'review', stability, difficulty: 5, lastDay: TODAY - ago } as const;
	return { id, state: { ...card, ...memory } };
}

function knowledge(cards: Record<string, NeededCard[]>): Knowledge {
	const cardsOf = (pattern: string) => cards[pattern] ?? [];
	return { aim: 'senior', cardsOf, estimates: new Map(), weights, now };
}

const needs: QuestionNeeds = {
	patterns: { heavy: [9, 0, 0], light: [1, 0, 0] },
	amounts: ['rate'],
};
const drill = (
	id: string,
	over: Partial<DrillChoice> = {},
	patterns: string[] = [],
): DrillChoice => ({
	template: {
		...{ id, title: id, patterns },
		asks: [{ expect: 'rate' }] as DrillTemplate['asks'],
	},
	...{ known: false, away: false },
	...over,
});

function steps(person: Knowledge, drills: DrillChoice[] = []) {
	const readiness = questionReadiness(needs, person, undefined);
	return nextSteps(readiness, needs.amounts, person, drills);
}

describe('cards', () => {
	const patternsOf = (person: Knowledge) => questionReadiness(needs, person, undefined).patterns;

	test('what fades in a heavy pattern comes before what fades in a light one', () => {
		const person = knowledge({
			heavy: [known('heavy/a', 5, 20)],
			light: [known('light/a', 5, 20)],
		});
		// Twenty seconds: one review.
		expect(nextCards(patternsOf(person), person, 1 / 3)).toMatchObject({
			cards: ['heavy/a'],
			fresh: 0,
		});
	});

	test('new cards of a pattern come in their order, surely known and just answered ones not at all', () => {
		const person = knowledge({
			heavy: [
				known('heavy/sure', 100, 3),
				known('heavy/today', 0.2, 0),
				{ id: 'heavy/b' },
				{ id: 'heavy/c' },
			],
		});
		// 62.5 s each.
		expect(nextCards(patternsOf(person), person, 1.1)?.cards).toEqual(['heavy/b']);
		expect(nextCards(patternsOf(person), person, 20)?.cards).toEqual(['heavy/b', 'heavy/c']);
	});

	test('where all is known there is nothing to do', () => {
		const person = knowledge({ heavy: [known('heavy/a', 100, 1)] });
		expect(nextCards(patternsOf(person), person, 20)).toBeUndefined();
	});

	test('they fit into the sitting, and more minutes never gain less', () => {
		const pattern = (name: string) =>
			fc
				.array(fc.option(fc.tuple(fc.double({ min: 0.1, max: 50, noNaN: true }), fc.nat(60))), {
					minLength: 1,
					maxLength: 20,
				})
				.map((list) =>
					list.map((each, at): NeededCard =>
						each ? known(`${name}/${at}`, ...each) : { id: `${name}/${at}` },
					),
				);
		fc.assert(
			fc.property(
				pattern('heavy'),
				pattern('light'),
				fc.integer({ min: 1, max: 30 }),
				(heavy, light, minutes) => {
					const person = knowledge({ heavy, light });
					const [short, long] = [minutes, minutes + 5].map((each) =>
						nextCards(patternsOf(person), person, each),
					);
					expect(short?.minutes ?? 0).toBeLessThanOrEqual(minutes + 1);
					expect(long?.gain ?? 0).toBeGreaterThanOrEqual((short?.gain ?? 0) - 1e-9);
					expect(new Set(long?.cards).size).toBe(long?.cards.length ?? 0);
				},
			),
			{ numRuns: 60 },
		);
	});
});

describe('steps', () => {
	test('a drill about what the question needs, that was not right yet, and not one put off', () => {
		const found = steps(knowledge({ heavy: [known('heavy/a', 100, 1)] }), [
			drill('known', { known: true }, ['heavy']),
			drill('away', { away: true }, ['heavy']),
			drill('far'),
			drill('near', {}, ['heavy']),
		]);
		expect(found[0]).toMatchObject({ kind: 'drill', drill: 'near', amount: 'rate' });
	});

	test('the whole interview stands last, once enough is recalled', () => {
		const ready = steps(knowledge({ heavy: [known('heavy/a', 100, 1)] }), [drill('a')]);
		expect(ready.at(-1)).toMatchObject({ kind: 'interview' });
		expect(steps(knowledge({ heavy: [{ id: 'heavy/a' }] })).map(({ kind }) => kind)).toEqual([
			'cards',
		]);
	});

	test('after an interview a practice of what weighed most, within a sitting', () => {
		const person = knowledge({ heavy: [{ id: 'heavy/a' }] });
		const reached = { scope: 2, depth: 1, numbers: 0, operation: 2 } as const;
		const readiness = questionReadiness(needs, person, { day: TODAY, reached });
		const found = nextSteps(readiness, needs.amounts, person, []);
		// Depth lacks half of 20, numbers all of 8.
		expect(found).toContainEqual(
			expect.objectContaining({ kind: 'practice', exercise: 'probe', why: 'depth' }),
		);
		for (const { minutes } of found) expect(minutes).toBeLessThanOrEqual(SITTING_MINUTES);
	});
});
