import { expect, test } from 'vitest';
import { niceTime, niceTop, sayMark, ticksOf } from './chart-data.ts';

test('the top of a chart is a number that people like', () => {
	expect([0, 0.3, 1, 3, 7, 34, 41, 96, 1001].map(niceTop)).toEqual([
		...[1, 0.3, 1, 3, 8, 40, 50, 100, 1500],
	]);
	expect([0, 61_000, 4_000_000, 13 * 3_600_000].map(niceTime)).toEqual([
		...[60_000, 120_000, 5_400_000, 15 * 3_600_000],
	]);
});

test('a mark is said with all that it holds', () => {
	const series = [
		{ name: 'reviews', tone: 'accent' as const },
		{ name: '', tone: 'pale' as const, format: (ms: number) => `${ms / 1000} s` },
	];
	expect(sayMark({ label: 'Tue, Nov 3', values: [1200, 5000] }, series)).toBe(
		'Tue, Nov 3: 1,200 reviews, 5 s',
	);
});

test('ticks stand below the middle of their marks, and are few', () => {
	expect(ticksOf(['a', 'b', 'c', 'd'], 2)).toEqual([
		{ at: 0.125, text: 'a' },
		{ at: 0.625, text: 'c' },
	]);
	expect(ticksOf([], 4)).toEqual([]);
});
