import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streakOf, tellsPresentRun } from './streak.ts';

const TODAY = 1000;
/** Days as marks up to today: x studied, - off. */
function daysOf(marks: string): number[] {
	return [...marks].flatMap((mark, index) =>
		mark === 'x' ? [TODAY - marks.length + 1 + index] : [],
	);
}

describe('streakOf', () => {
	it.each([
		['', 0, 0, false, false],
		['x', 1, 1, true, true],
		['xxx', 3, 3, true, true],
		['xxx-', 3, 3, false, true],
		['xxx--', 3, 3, false, false],
		['xxx---', 0, 3, false, false],
		['xxx-xxx', 6, 6, true, true],
		['x-xxxxxx-x', 8, 8, true, true],
		['x-xxxxx-x', 1, 6, true, true],
		['xx-xx-', 4, 4, false, false],
		['xx-xx--', 0, 4, false, false],
	])('%s', (marks, days, longest, studiedToday, restsToday) => {
		const expected = { days, longest, studiedToday, restsToday };
		expect(streakOf(daysOf(marks), TODAY)).toEqual(expected);
	});

	it('breaks for two days off in seven, and for nothing less', () => {
		fc.assert(
			fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 60 }), (studied) => {
				const days = studied.flatMap((is, index) => (is ? [TODAY - index] : []));
				const first = Math.min(...days, TODAY);
				const whole = Array.from({ length: TODAY - first + 1 }, (_, index) => first + index);
				const off = whole.filter((day) => !days.includes(day) && day !== TODAY);
				const kept = off.every((day, index) => index === 0 || day - (off[index - 1] ?? 0) >= 7);
				const streak = streakOf(days, TODAY);
				expect(streak.days === days.length).toBe(kept || days.length === 0);
				expect(streak.longest).toBeGreaterThanOrEqual(streak.days);
			}),
			{ numRuns: 500 },
		);
	});

	it('does not mind order, doubles or days to come', () => {
		expect(streakOf([TODAY, TODAY - 1, TODAY, TODAY + 5], TODAY).days).toBe(2);
	});
});

describe('tellsPresentRun', () => {
	it('holds only where earlier days change nothing of the run', () => {
		const marks = fc.array(fc.constantFrom(true, true, true, false), { maxLength: 40 });
		fc.assert(
			fc.property(marks, fc.integer({ min: 2, max: 30 }), (studied, back) => {
				const days = studied.flatMap((is, index) => (is ? [TODAY - index] : [])).reverse();
				const from = TODAY - back;
				const late = days.filter((day) => day >= from);
				fc.pre(tellsPresentRun(late, from));
				const { days: length, studiedToday, restsToday } = streakOf(late, TODAY);
				expect(streakOf(days, TODAY)).toMatchObject({ days: length, studiedToday, restsToday });
			}),
		);
	});

	it.each([
		['xxxxx', false],
		['x-xxx', false],
		['-xxxx', false],
		['x--xx', true],
		['--xxx', true],
	])('%s: %s', (marks, tells) => {
		expect(tellsPresentRun(daysOf(marks), TODAY - 4)).toBe(tells);
	});
});
