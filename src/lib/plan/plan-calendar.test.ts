import { describe, expect, test } from 'vitest';
import { dayOfDate } from '../scheduler/study-day.ts';
import type { InterviewPlan } from './interview-plan.ts';
import type { PlanDay } from './plan-days.ts';
import { planCalendar } from './plan-calendar.ts';

const first = dayOfDate('2026-12-30');

function planOf(days: Partial<PlanDay>[]): InterviewPlan {
	return {
		days: days.map((day, at) => ({
			...{ day: first + at, kind: 'study', minutes: 0, reviews: 0, left: 0, fresh: 0 },
			...{ forCards: 0, freshOf: new Map(), begins: [], drill: false, refresh: 0 },
			...day,
		})),
		...{
			taper: first,
			groups: [],
			recall: 0,
			cards: 0,
			begun: 0,
			unmet: [],
			unasked: [],
			unused: 0,
		},
	};
}

const names = {
	titleOf: () => 'Chat, with; all',
	nameOf: (id: string) => id.toUpperCase(),
};
const made = Date.UTC(2026, 10, 23, 9, 5, 7);

describe('a plan as a calendar', () => {
	test('has an entry for each day with work, and one for the interview', () => {
		const plan = planOf([
			{ minutes: 20, reviews: 12, fresh: 1, begins: ['a', 'b'] },
			{},
			{ minutes: 60, mock: 'chat' },
		]);
		const text = planCalendar(plan, first + 3, made, names);
		expect(text.split('\r\n')).toEqual([
			...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Onsite//Interview plan//EN'],
			...['BEGIN:VEVENT', 'UID:onsite-day-2026-12-30@onsite', 'DTSTAMP:20261123T090507Z'],
			...['DTSTART;VALUE=DATE:20261230', 'DTEND;VALUE=DATE:20261231'],
			...['SUMMARY:Onsite: 20 min', 'DESCRIPTION:12 reviews\\n1 new card\\nBegin A\\, B'],
			...['TRANSP:TRANSPARENT', 'BEGIN:VALARM', 'ACTION:DISPLAY'],
			...['DESCRIPTION:Onsite: 20 min', 'TRIGGER:PT18H', 'END:VALARM', 'END:VEVENT'],
			...['BEGIN:VEVENT', 'UID:onsite-day-2027-01-01@onsite', 'DTSTAMP:20261123T090507Z'],
			...['DTSTART;VALUE=DATE:20270101', 'DTEND;VALUE=DATE:20270102'],
			...['SUMMARY:Onsite: 60 min', 'DESCRIPTION:Mock interview: Chat\\, with\\; all'],
			...['TRANSP:TRANSPARENT', 'BEGIN:VALARM', 'ACTION:DISPLAY'],
			...['DESCRIPTION:Onsite: 60 min', 'TRIGGER:PT18H', 'END:VALARM', 'END:VEVENT'],
			...['BEGIN:VEVENT', 'UID:onsite-interview@onsite', 'DTSTAMP:20261123T090507Z'],
			...['DTSTART;VALUE=DATE:20270102', 'DTEND;VALUE=DATE:20270103'],
			...['SUMMARY:Interview', 'TRANSP:TRANSPARENT', 'END:VEVENT', 'END:VCALENDAR', ''],
		]);
	});

	test('says what else a day holds, and nothing of days off', () => {
		const off = { kind: 'off' as const, left: 9 };
		const plan = planOf([off, { kind: 'taper', minutes: 8, refresh: 1, drill: true }]);
		const text = planCalendar(plan, first + 2, made, names);
		expect(text.match(/SUMMARY:.*/g)).toEqual(['SUMMARY:Onsite: 8 min', 'SUMMARY:Interview']);
		expect(text).toContain('DESCRIPTION:1 card to look at again\\nEstimation drills\r\n');
	});

	test('folds lines at 75 octets, never within a letter', () => {
		const title = 'Größe ümläutö '.repeat(12);
		const text = planCalendar(planOf([{ minutes: 60, mock: 'q' }]), first + 1, made, {
			...names,
			titleOf: () => title,
		});
		const lines = text.split('\r\n');
		expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
		expect(text.replaceAll('\r\n ', '')).toContain(`Mock interview: ${title}`);
	});
});
