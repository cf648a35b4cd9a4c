import { expect, test } from 'vitest';
import { shippedQuestion } from '../../../tests/support/question.ts';
import { needsAt, questionNeeds } from './question-needs.ts';
import type { Question } from './question.ts';

/** A question with nothing but what needs are made of. */
function questionWith(parts: Partial<Question>): Question {
	const empty = {
		clarify: [],
		requirements: { must: [], nice: [], out: [], nfr: [] },
		estimates: [],
	};
	const lists = { patterns: [], decisions: [], probes: [], curveballs: [], rubric: [] };
	return {
		...empty,
		...lists,
		cards_on_miss: {},
		design: { components: [] },
		...parts,
	} as unknown as Question;
}

type Line = Question['rubric'][number];
const line = (over: Partial<Line>): Line => ({
	...{ id: 'r1', dimension: 'depth', phase: 'deep-dive', level: 'mid', weight: 10, line: '' },
	...{ from: [], patterns: [] },
	...over,
});

test('shares the percent of a line among the patterns that it and what decides it name', () => {
	const { patterns } = questionNeeds(
		questionWith({
			rubric: [
				line({ weight: 12, from: ['d1', 'q-scale'], patterns: ['a'] }),
				line({ id: 'r2', level: 'staff', weight: 6, from: ['box'], patterns: ['b'] }),
			],
			decisions: [{ id: 'd1', patterns: ['a', 'c'] }] as Question['decisions'],
			cards_on_miss: { box: ['b/card'], 'q-scale': ['d'] },
			patterns: ['c'],
		}),
	);
	// Line one: a, c (by the decision), d (by what is taught on a miss), 4 each. The decision names a and c.
	expect(patterns).toEqual({ a: [5, 0, 0], b: [0, 0, 6], c: [6, 0, 0], d: [4, 0, 0] });
});

test('a step of the model answer counts from its level on', () => {
	const { patterns } = questionNeeds(
		questionWith({
			probes: [{ id: 'p1', level: 'senior', patterns: ['a'] }] as unknown as Question['probes'],
			curveballs: [
				{ id: 'c1', level: 'staff', patterns: ['a'] },
			] as unknown as Question['curveballs'],
			design: { components: [{ id: 'cache' }] } as Question['design'],
			cards_on_miss: { cache: ['a/card'] },
		}),
	);
	expect(patterns).toEqual({ a: [1, 1, 1] });
});

test('a level needs what the levels below it need, in parts of one', () => {
	const needs = { patterns: { a: [3, 0, 0], b: [1, 4, 0], c: [0, 0, 2] }, amounts: [] } as const;
	const at = (aim: 'mid' | 'senior' | 'staff') => Object.fromEntries(needsAt(needs as never, aim));
	expect(at('mid')).toEqual({ a: 0.75, b: 0.25 });
	expect(at('senior')).toEqual({ b: 5 / 8, a: 3 / 8 });
	expect(at('staff')).toEqual({ b: 0.5, a: 0.3, c: 0.2 });
});

test('every question that ships weighs patterns, and no single one more than two thirds', () => {
	for (const id of ['url-shortener', 'chat-system', 'rate-limiter', 'unique-id-generator']) {
		const weights = [...needsAt(questionNeeds(shippedQuestion(id)), 'senior').values()];
		expect(weights.length, id).toBeGreaterThan(6);
		expect(Math.max(...weights), id).toBeLessThan(2 / 3);
		expect(
			weights.reduce((sum, each) => sum + each, 0),
			id,
		).toBeCloseTo(1, 9);
	}
});
