import { expect, test } from 'vitest';
import type { PlanDay } from '$lib/plan/plan-days.ts';
import { partsOfDay, restOfDay } from './day-parts.ts';

const day = (over: Partial<PlanDay>): PlanDay => ({
	...{ day: 20_000, kind: 'study', minutes: 20, forCards: 20, reviews: 0, left: 0, fresh: 0 },
	...{ freshOf: new Map(), begins: [], drill: false, refresh: 0 },
	...over,
});

test('says what a day holds', () => {
	expect(partsOfDay(day({ reviews: 1, fresh: 6 }), 0)).toBe('1 review, 6 new');
	expect(partsOfDay(day({ kind: 'taper', reviews: 12, refresh: 8, drill: true }), 0)).toBe(
		'12 reviews, 8 to look at again, drills',
	);
	expect(partsOfDay(day({}), 0)).toBe('Nothing planned');
	expect(partsOfDay(day({ mock: 'chat' }), 0)).toBe('');
});

test('counts what is done today', () => {
	expect(partsOfDay(day({ reviews: 3 }), 12)).toBe('12 min done, then 3 reviews');
	expect(partsOfDay(day({}), 20)).toBe('Done: 20 min');
});

test('a day off stays one, with what waits and what was done all the same', () => {
	const off = day({ kind: 'off', minutes: 0, left: 1 });
	expect([partsOfDay(off, 0), partsOfDay(off, 5), restOfDay(off, 0)]).toEqual([
		...['Day off', 'Day off, 5 min done', '1 due waits'],
	]);
	expect(restOfDay(day({ left: 4 }), 0)).toBe('4 due do not fit');
	expect(restOfDay(day({ left: 4 }), 15)).toBe('4 due wait');
});
