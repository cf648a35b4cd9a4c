import { expect, test } from 'vitest';
import { expectedRecalled, outcomeOf } from './day-forecast.ts';

test('each part is expected at the mean recall of what is due in it', () => {
	const parts = [
		{ reviews: 40, recalls: [0.9, 0.8] },
		// The limit lets ten of thirty through.
		{ reviews: 10, recalls: Array.from({ length: 30 }, () => 0.5) },
		{ reviews: 0, recalls: [] },
	];
	expect(expectedRecalled(parts)).toBeCloseTo(40 * 0.85 + 5, 9);
});

test('a day is what its counters say, over its decks', () => {
	const days = [
		{ review: 30, failed: 3, news: 5, ms: 600_000 },
		{ review: 10, failed: 0, news: 0, ms: 90_000 },
	];
	expect(outcomeOf(days)).toEqual({ reviews: 40, recalled: 37, fresh: 5, minutes: 11.5 });
	expect(outcomeOf([])).toEqual({ reviews: 0, recalled: 0, fresh: 0, minutes: 0 });
});
