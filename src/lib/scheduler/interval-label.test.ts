import { describe, expect, it } from 'vitest';
import { intervalInWords, intervalLabel } from './interval-label.ts';

// Units and words as Anki's `scheduler/timespan.rs` (SCHEDULING 2.3).
describe('intervalLabel', () => {
	it.each([
		[-30, 0, '30s'],
		[-70, 0, '1m'],
		[-600, 1200, '<10m'],
		[-1200, 1200, '20m'],
		[-7200, 1200, '2h'],
		[1, 1200, '1d'],
		[21, 0, '21d'],
		[33, 0, '1.1mo'],
		[364, 0, '12mo'],
		[365, 0, '1y'],
		[547.5, 0, '1.5y'],
		[36_500, 0, '100y'],
		[0, 1200, '0s'],
		[NaN, 0, '0s'],
	])('%s is %s', (next, ahead, label) => {
		expect(intervalLabel(next, ahead)).toBe(label);
	});
});

describe('intervalInWords', () => {
	it.each([
		[-1, '1 second'],
		[-90, '1.5 minutes'],
		[-60, '1 minute'],
		[1, '1 day'],
		[10, '10 days'],
		[45, '1.5 months'],
		[364, '12 months'],
		[365, '1 year'],
		[547.5, '1.5 years'],
	])('%s is %s', (next, words) => {
		expect(intervalInWords(next)).toBe(words);
	});
});
