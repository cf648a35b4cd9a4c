import { expect, test } from 'vitest';
import { paceInWords, planInWords } from './pace.ts';

test.each([
	[8, 8, '1 day'],
	[9, 8, '2 days'],
	[104, 8, '13 days'],
	[105, 8, '2 weeks'],
	[280, 8, '5 weeks'],
])('%d cards at %d a day take %s', (cards, newPerDay, words) => {
	expect(paceInWords(cards, newPerDay)).toBe(words);
});

test('says how far the days until the interview reach', () => {
	expect(planInWords(80, 8, 10)).toBe('10 days away: enough for the whole path.');
	expect(planInWords(81, 8, 10)).toBe(
		'10 days away: enough for about 80 of 81 cards of this path.',
	);
	expect(planInWords(81, 8, 1)).toMatch(/^1 day away: enough for about 8 of 81/);
});
