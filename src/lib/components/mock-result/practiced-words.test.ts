import { describe, expect, it } from 'vitest';
import { againQuery, practicedName } from './practiced-words.ts';

const question = 'url-shortener';
const estimate = { only: 'clarify', exercise: { kind: 'estimate', about: '' } } as const;

describe('what was practiced alone', () => {
	it('is named by its exercise, not by the phase that the exercise lies in', () => {
		expect(practicedName(estimate)).toBe('Estimate only');
		expect(practicedName({ only: 'deep-dive' })).toBe('Deep dive alone');
		expect(practicedName({})).toBe('');
	});

	it('is set up again as it was', () => {
		expect(String(againQuery({ question, ...estimate }))).toBe(
			'question=url-shortener&exercise=estimate',
		);
		expect(String(againQuery({ question, only: 'wrap-up' }))).toBe(
			'question=url-shortener&only=wrap-up',
		);
		expect(String(againQuery({ question }))).toBe('question=url-shortener');
	});
});
