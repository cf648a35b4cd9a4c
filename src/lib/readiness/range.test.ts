import { expect, test } from 'vitest';
import { rangeInWords, shareRange } from './range.ts';

test.each([
	[0, 0, 0, 1],
	// Wilson at 1.96, as in published tables.
	[10, 10, 0.7225, 1],
	[10, 5, 0.2366, 0.7634],
	[20, 0, 0, 0.1611],
])('%i asks, %i right: from %f to %f', (asks, right, low, high) => {
	const range = shareRange({ asks, right });
	expect(range.low).toBeCloseTo(low, 3);
	expect(range.high).toBeCloseTo(high, 3);
});

test.each([
	[{ low: 0.62, high: 0.69 }, 'about 65%'],
	[{ low: 0.41, high: 0.62 }, '40 to 60%'],
	[{ low: 0.1, high: 0.9 }, ''],
])('%o is told as "%s"', (range, words) => {
	expect(rangeInWords(range)).toBe(words);
});
