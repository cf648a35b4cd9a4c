import { expect, test } from 'vitest';
import { madeOf, tomorrowLine } from './day-words.ts';

test('what cards are made of', () => {
	expect(madeOf({ review: 3, new: 0, learning: 1 })).toEqual([
		[3, 'due'],
		[1, 'learning'],
	]);
});

test('what comes back tomorrow', () => {
	expect([0, 1, 2].map(tomorrowLine)).toEqual([
		'Nothing comes back tomorrow.',
		'1 card comes back tomorrow.',
		'2 cards come back tomorrow.',
	]);
});
