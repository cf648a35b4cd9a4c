import { expect, test } from 'vitest';
import { dayOfDate } from '$lib/scheduler/study-day.ts';
import { dateInMonth, monthName, shortDay, spanName } from './day-words.ts';

test('spans of days are named by their step', () => {
	const [from, to] = ['2026-11-02', '2026-11-08'].map(dayOfDate) as [number, number];
	expect(spanName({ from, to: from }, 'day', to)).toBe('Mon, Nov 2');
	expect(spanName({ from, to }, 'week', to)).toBe('Nov 2 to Nov 8');
	expect(spanName({ from, to: from }, 'week', to)).toBe('Nov 2');
	expect(spanName({ from, to }, 'month', to)).toBe('November 2026');
});

test('a January is named by its year', () => {
	const days = ['2026-12-01', '2027-01-01'].map(dayOfDate);
	expect(days.map(monthName)).toEqual(['Dec', '2027']);
	expect(days.map(shortDay)).toEqual(['Dec 1', 'Jan 1']);
	expect(days.map(dateInMonth)).toEqual([1, 1]);
});
