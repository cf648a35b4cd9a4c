import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offsetMinutes, studyDayOf } from '../../scheduler/study-day.ts';
import { StudyDays } from './study-days.ts';

test.each([
	'Europe/Berlin',
	'America/St_Johns',
	'Australia/Lord_Howe',
	'Asia/Kathmandu',
	'Pacific/Apia',
])('days in %s are those of the calendar', (timeZone) => {
	const days = new StudyDays({ timeZone, rolloverHour: 4 });
	fc.assert(
		fc.property(fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2037, 0, 1) }), (t) => {
			const tz = offsetMinutes(timeZone, t);
			expect([days.offset(t), days.day(t)]).toEqual([tz, studyDayOf(t, tz, 4)]);
		}),
		{ numRuns: 500 },
	);
});
