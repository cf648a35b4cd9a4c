import { describe, expect, it } from 'vitest';
import { calibrationTrend, dimensionTrends, type JudgedInterview } from './dimension-trend.ts';

const interviews: JudgedInterview[] = [
	{ t: 300, reached: { scope: 2, depth: 1 }, predicted: { scope: 2, depth: 1, drive: 3 } },
	{ t: 100, reached: { scope: 1 }, predicted: { scope: 3 } },
	{ t: 200, reached: { depth: 0, scope: 2 }, predicted: {} },
];

describe('dimensionTrends', () => {
	it('gives the levels of each dimension, oldest first, in the order of the rubric', () => {
		const trends = dimensionTrends(interviews);
		expect(trends).toHaveLength(8);
		expect(trends[0]).toEqual({
			dimension: 'scope',
			levels: [
				{ t: 100, reached: 1 },
				{ t: 200, reached: 2 },
				{ t: 300, reached: 2 },
			],
		});
		expect(trends.find(({ dimension }) => dimension === 'depth')?.levels).toEqual([
			{ t: 200, reached: 0 },
			{ t: 300, reached: 1 },
		]);
		expect(trends.find(({ dimension }) => dimension === 'drive')?.levels).toEqual([]);
	});
});

describe('calibrationTrend', () => {
	it('is the mean gap of what was both guessed and judged; others are left out', () => {
		expect(calibrationTrend(interviews)).toEqual([
			{ t: 100, gap: 2 },
			{ t: 300, gap: 0 },
		]);
		expect(calibrationTrend([])).toEqual([]);
	});
});
