import { expect, test } from 'vitest';
import { backInWords, movesInWords } from './moves-words.ts';

test('moves are told with their ways and how far they go', () => {
	const moves = [
		...[
			{ from: 10, to: 8 },
			{ from: 10, to: 9 },
			{ from: 10, to: 17 },
		],
	];
	expect(movesInWords(moves, 1200)).toBe(
		'3 of 1,200 dates would move: 2 earlier and 1 later, half of them by 2 days or less, none by more than 7 days.',
	);
	expect(movesInWords(moves.slice(0, 1), 1)).toContain('1 of 1 date would move: 1 earlier, half');
	expect(movesInWords([], 7)).toBe('All 7 dates already lie where the options would put them.');
	expect(movesInWords([], 0)).toBe('No card waits for a day to come.');
});

test('what goes back is told with what stays', () => {
	expect(backInWords([1, 2], 0)).toBe(
		'2 dates would go back; what has passed meanwhile comes back today.',
	);
	expect(backInWords([1], 1)).toContain('1 card answered or changed since keeps its date.');
	expect(backInWords([], 12)).toBe(
		'No date of that move is left to go back. 12 cards answered or changed since keep their dates.',
	);
});
