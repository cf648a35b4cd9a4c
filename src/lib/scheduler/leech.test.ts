import { expect, it } from 'vitest';
import { isLeechAt } from './leech.ts';

it.each([
	[8, [8, 12, 16, 20]],
	[5, [5, 8, 11, 14, 17, 20]],
	[1, Array.from({ length: 20 }, (_, index) => index + 1)],
	[0, []],
])('with a threshold of %i tells a leech at %j lapses', (threshold, lapses) => {
	const all = Array.from({ length: 21 }, (_, count) => count);
	expect(all.filter((count) => isLeechAt(count, threshold))).toEqual(lapses);
});
