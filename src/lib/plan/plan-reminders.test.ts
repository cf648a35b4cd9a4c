import { expect, test } from 'vitest';
import { dayOfDate } from '../scheduler/study-day.ts';
import type { PlanDay } from './plan-days.ts';
import { planReminders } from './plan-reminders.ts';

const TODAY = dayOfDate('2026-11-23');
const zone = { timeZone: 'Europe/Berlin', rolloverHour: 4 };
const day = (over: Partial<PlanDay> & { day: number }): PlanDay => ({
	...{ kind: 'study', minutes: 20, reviews: 12, left: 0, fresh: 3, begins: [], refresh: 0 },
	...{ forCards: 20, freshOf: new Map([['catalog', 3]]), drill: false },
	...over,
});

test('reminds on days with work, at the hour, and of nothing that is over', () => {
	const days = [
		day({ day: TODAY }),
		day({ day: TODAY + 1, minutes: 0 }),
		day({ day: TODAY + 2, mock: 'chat', reviews: 1, fresh: 0, minutes: 65 }),
	];
	const at = (text: string) => Date.parse(text);
	expect(planReminders({ days }, 18, zone, at('2026-11-23T17:00:00+01:00'))).toEqual([
		{
			...{ day: TODAY, at: at('2026-11-23T18:00:00+01:00'), title: 'Onsite: 20 min today' },
			text: '12 reviews, 3 new',
		},
		{
			...{ day: TODAY + 2, at: at('2026-11-25T18:00:00+01:00'), title: 'Onsite: 65 min today' },
			text: 'a mock interview, 1 review',
		},
	]);
	expect(planReminders({ days }, 18, zone, at('2026-11-23T18:00:00+01:00'))).toHaveLength(1);
});

test('looks two weeks ahead', () => {
	const days = Array.from({ length: 40 }, (_, at) => day({ day: TODAY + at }));
	expect(planReminders({ days }, 18, zone, 0)).toHaveLength(14);
});

test('keeps to the hour on days on which the clocks change, whenever the day begins', () => {
	const spring = dayOfDate('2027-03-28');
	for (const rolloverHour of [0, 1, 2, 3, 4]) {
		const days = [day({ day: spring }), day({ day: dayOfDate('2027-10-31') })];
		expect(
			planReminders({ days }, 18, { timeZone: 'Europe/Berlin', rolloverHour }, 0).map(
				({ at }) => at,
			),
		).toEqual([Date.parse('2027-03-28T18:00:00+02:00'), Date.parse('2027-10-31T18:00:00+01:00')]);
	}
});

test('says what else a day holds', () => {
	const days = [day({ day: TODAY, reviews: 0, fresh: 0, refresh: 12, drill: true })];
	expect(planReminders({ days }, 18, zone, 0)[0]?.text).toBe(
		'12 to look at again, estimation drills',
	);
});
