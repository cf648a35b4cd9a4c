import { expect, test } from 'vitest';
import { savedWords } from './saved-words.ts';

test.each([
	[undefined, [0], 'Added: 1 card'],
	[undefined, [0, 2], 'Added: 2 cards'],
	[[0, 1], [0, 1], 'Saved'],
	[[0], [0, 1, 2], 'Saved, with 2 cards more'],
	[[0, 1], [0], 'Saved, with 1 card fewer, whose history is kept'],
	[[0], [1], 'Saved, with 1 card more and 1 card fewer, whose history is kept'],
])('saving a note that had %j and has %j', (before, after, told) => {
	expect(savedWords(before, after)).toBe(told);
});
