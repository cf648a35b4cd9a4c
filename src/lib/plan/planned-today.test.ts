import { describe, expect, it } from 'vitest';
import { newStill, outlineOf, ruleOf, type DayGiven } from './planned-today.ts';

const given: DayGiven = {
	...{ day: 100, date: 130, since: 90, given: 20, due: 12, minutes: 9 },
	limits: new Map([['catalog', 8]]),
};

describe('the outline of a day that is not planned yet', () => {
	it('has all that is due and the new cards of the limits', () => {
		expect(outlineOf(given)).toMatchObject({
			...{ kind: 'study', reviews: 12, unfit: 0, minutes: 9, newUntil: given.limits },
		});
	});

	it('brings nothing new in the last days, and nothing at all on a day off and on the day itself', () => {
		const last = outlineOf({ ...given, day: 124 });
		expect(last).toMatchObject({ kind: 'taper', reviews: 12, newUntil: new Map() });
		const off = outlineOf({ ...given, given: 0 });
		expect(off).toMatchObject({ kind: 'off', reviews: 0, unfit: 12, newUntil: new Map() });
		const interview = outlineOf({ ...given, day: 130 });
		expect(interview).toMatchObject({ kind: 'interview', reviews: 0, newUntil: new Map() });
	});

	it('stays with what an earlier plan of the day has let in', () => {
		const kept = { ...outlineOf(given), newUntil: new Map([['catalog', 3]]) };
		expect(outlineOf(given, kept).newUntil).toEqual(kept.newUntil);
		const short = outlineOf(given, { ...kept, reviews: 5, unfit: 9 });
		expect(short).toMatchObject({ reviews: 5, unfit: 7 });
		expect(ruleOf(short)).toEqual({ planned: kept.newUntil, weakestFirst: true });
	});
});

it('counts what is begun against what a plan has placed', () => {
	const planned = new Map([['catalog', 3]]);
	expect([1, 5].map((begun) => newStill(planned, 'catalog', begun))).toEqual([2, 0]);
	expect(newStill(planned, 'deck/other', 0)).toBe(0);
});
