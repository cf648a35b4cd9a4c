import { expect, test } from 'vitest';
import { dayOfDate } from '$lib/scheduler/study-day.ts';
import { calibrationSentence, forecastSentence } from './forecast-words.ts';

const TODAY = dayOfDate('2026-11-23');
const foreseen = { reviews: 42, recalled: 37.8, fresh: 0, minutes: 11 };

test('what was foreseen and what came, day by day', () => {
	const came = { reviews: 40, recalled: 37, fresh: 2, minutes: 12.3 };
	expect(forecastSentence({ day: TODAY - 1, foreseen, came }, TODAY)).toBe(
		'Yesterday’s forecast: 42 cards, in 11 min, 38 of 42 recalled. It was 42 cards, 2 of them new, in 12 min, 37 of 40 recalled.',
	);
});

test('a day without an answer, some days ago', () => {
	const came = { reviews: 0, recalled: 0, fresh: 0, minutes: 0 };
	expect(forecastSentence({ day: TODAY - 3, foreseen, came }, TODAY)).toMatch(
		/^The forecast of Fri, Nov 20: .* Nothing was answered that day\.$/,
	);
});

test('how far forecasts can be relied on, by the reviews that were answered', () => {
	const of = (reviews: number, recalled: number) => ({ reviews, recalled, fresh: 0, minutes: 5 });
	const days = [
		{ day: TODAY - 2, foreseen: of(40, 36), came: of(20, 16) },
		{ day: TODAY - 1, foreseen: of(20, 18), came: of(20, 17) },
		{ day: TODAY - 3, foreseen: of(30, 30), came: of(0, 0) },
	];
	// 90% of 40 were expected, 33 of 40 came.
	expect(calibrationSentence(days)).toBe(
		'Over 2 days you recalled 83% of 40 reviews, 7 points less than foreseen.',
	);
	expect(calibrationSentence(days.slice(2))).toBe('');
	expect(calibrationSentence([{ day: TODAY, foreseen: of(10, 9), came: of(10, 9) }])).toBe(
		'On that day you recalled 90% of 10 reviews, as foreseen.',
	);
});
