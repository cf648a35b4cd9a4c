import { expect, test } from 'vitest';
import type { PatternRecall } from '$lib/readiness/pattern-recall.ts';
import type { QuestionReadiness } from '$lib/readiness/question-readiness.ts';
import {
	estimatesInWords,
	figureInWords,
	gainInWords,
	interviewInWords,
	patternsInWords,
} from './ready-words.ts';

const standings = (...list: PatternRecall['standing'][]) =>
	list.map((standing) => ({ standing })) as PatternRecall[];
const readiness = (over: Partial<QuestionReadiness>) =>
	({
		low: 0,
		high: 1,
		patterns: standings('recalled', 'partly', 'unlearned'),
		...over,
	}) as QuestionReadiness;

test('a figure is a range where one is known, else a count', () => {
	expect(figureInWords(readiness({ low: 0.6, high: 0.66 }))).toBe('about 65% ready');
	expect(figureInWords(readiness({}))).toBe('1 of 3 patterns recalled');
});

test('patterns by where they stand', () => {
	expect(patternsInWords(readiness({}))).toBe('1 of 3 patterns recalled, 1 in part, 1 not learned');
	expect(patternsInWords(readiness({ patterns: standings('recalled') }))).toBe(
		'1 of 1 patterns recalled',
	);
});

test('estimates with what is missing', () => {
	const range = { low: 0, high: 1 };
	expect(estimatesInWords({ ...range, asks: 0, right: 0, untried: ['rate'] })).toMatch(/^No drill/);
	expect(estimatesInWords({ ...range, asks: 9, right: 7, untried: ['data', 'money'] })).toBe(
		'7 of your last 9 answers of its kinds right; none yet for sizes and costs',
	);
});

test('an interview with its age', () => {
	const judged = {
		...{ low: 0.5, high: 0.5 },
		dimensions: [
			{ dimension: 'scope', reached: 2, weight: 0.1 },
			{ dimension: 'depth', reached: 1, weight: 0.2 },
		] as const,
	};
	const of = (age: number) =>
		interviewInWords({ ...judged, dimensions: [...judged.dimensions], age }, 'senior', true);
	expect(of(0)).toBe('senior on 1 of 2, today');
	expect(of(12)).toBe('senior on 1 of 2, 12 days ago');
	expect(interviewInWords(undefined, 'mid', true)).toBe('Tried, but not judged');
	expect(interviewInWords(undefined, 'mid', false)).toBe('Not tried as a whole interview');
});

test.each([
	[0.001, 'a little more'],
	[0.012, 'up to a point more'],
	[0.11, 'up to 11 points more'],
])('a gain of %f is %s', (gain, words) => expect(gainInWords(gain)).toBe(words));
