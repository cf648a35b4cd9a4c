import { describe, expect, it } from 'vitest';
import { gapSentence, levelSentence, trendSentence } from './trend-words.ts';

describe('trends in words', () => {
	it.each([
		[[], 'Not shown yet'],
		[[2], 'Senior'],
		[[1, 1], 'Mid each time'],
		[[0, 2, 1], 'Mid, up from below mid'],
		[[3, 1], 'Mid, down from staff'],
		[[1, 2, 1], 'Mid, as at first'],
	] as const)('levels %j', (levels, words) => {
		expect(levelSentence(levels)).toBe(words);
	});

	it.each([
		[[], ''],
		[[0.1], 'Your last guess was close.'],
		[[-0.5], 'Your last guess was 0.5 of a level too low.'],
		[[1.2, 0.1], 'Your last guess was close; you judge yourself better than at first.'],
		[[0, 1], 'Your last guess was 1.0 of a level too high; at first you were closer.'],
		[[0.5, -0.5], 'Your last guess was 0.5 of a level too low, about as far off as at first.'],
	])('gaps %j', (gaps, words) => {
		expect(gapSentence(gaps)).toBe(words);
	});

	it('says what moved over all', () => {
		const list = [
			{ name: 'Depth', levels: [1, 2] as const },
			{ name: 'Scope', levels: [2, 1] as const },
			{ name: 'Drive', levels: [1] as const },
		];
		expect(trendSentence(list)).toBe('Up since the first: depth. Down: scope.');
		expect(trendSentence(list.slice(2))).toBe('No dimension has moved since the first.');
	});
});
