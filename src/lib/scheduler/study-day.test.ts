import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	clockDoubt,
	dateOfDay,
	dayOfDate,
	momentAt,
	offsetMinutes,
	startOfStudyDay,
	studyDayOf,
	weekdayOf,
} from './study-day.ts';

const DAY = 86_400_000;
const at = (iso: string) => Date.parse(iso);
const instants = fc.integer({ min: at('2000-01-01T00:00Z'), max: at('2037-12-31T00:00Z') });
const zones = fc.record({
	timeZone: fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'UTC'),
	rolloverHour: fc.constantFrom(0, 4, 23),
});

describe('studyDayOf', () => {
	it.each([
		['before the rollover it is still yesterday', '2026-11-22T03:59:59+01:00', 60, 4, '2026-11-21'],
		['the rollover begins the day', '2026-11-22T04:00:00+01:00', 60, 4, '2026-11-22'],
		['rollover 0 is the calendar day', '2026-11-22T00:00:00-08:00', -480, 0, '2026-11-22'],
		['rollover 23 begins late', '2026-11-22T22:59:59+14:00', 840, 23, '2026-11-21'],
		['before 1970', '1969-12-31T12:00:00Z', 0, 4, '1969-12-31'],
	])('%s', (_, iso, tz, rollover, date) => {
		expect(dateOfDay(studyDayOf(at(iso), tz, rollover))).toBe(date);
	});

	it('counts 15:30 and 16:30 in Los Angeles as one day, though UTC midnight lies between', () => {
		const zone = { timeZone: 'America/Los_Angeles', rolloverHour: 4 };
		const early = momentAt(at('2026-01-10T23:30Z'), zone);
		const late = momentAt(at('2026-01-11T00:30Z'), zone);
		expect(late.day).toBe(early.day);
	});
});

describe('offsetMinutes', () => {
	it.each([
		['Asia/Kathmandu', '2026-01-01T00:00Z', 345],
		['America/St_Johns', '2026-07-01T00:00Z', -150],
		['Pacific/Kiritimati', '2026-01-01T00:00Z', 840],
		['Pacific/Niue', '2026-01-01T00:00Z', -660],
		['Pacific/Apia', '2011-12-29T12:00Z', -600],
		['Pacific/Apia', '2011-12-31T12:00Z', 840],
		['Europe/Berlin', '2026-03-29T00:59:59Z', 60],
		['Europe/Berlin', '2026-03-29T01:00:00Z', 120],
		['UTC', '2026-01-01T00:00Z', 0],
	])('%s at %s', (zone, iso, minutes) => {
		expect(offsetMinutes(zone, at(iso))).toBe(minutes);
	});

	it('agrees with the local fields that Intl gives, in every zone', () => {
		fc.assert(
			fc.property(zones, instants, ({ timeZone }, t) => {
				const fields = new Intl.DateTimeFormat('en-US', {
					timeZone,
					hourCycle: 'h23',
					...{
						year: 'numeric',
						month: 'numeric',
						day: 'numeric',
						hour: 'numeric',
						minute: 'numeric',
					},
				}).formatToParts(t);
				const field = (type: string) => Number(fields.find((part) => part.type === type)?.value);
				const wall = Date.UTC(
					field('year'),
					field('month') - 1,
					field('day'),
					field('hour'),
					field('minute'),
				);
				expect(Math.floor((t + offsetMinutes(timeZone, t) * 60_000) / 60_000) * 60_000).toBe(wall);
			}),
		);
	});

	it('names an unknown zone and a time that is none', () => {
		expect(() => offsetMinutes('Mars/Olympus', 0)).toThrow('Unknown time zone "Mars/Olympus"');
		expect(() => offsetMinutes('UTC', NaN)).toThrow('Time NaN is no date');
		expect(() => offsetMinutes('UTC', 1e17)).toThrow('is no date');
	});
});

describe('startOfStudyDay', () => {
	it.each([
		['an ordinary day', 'Europe/Berlin', 4, '2026-11-22', '2026-11-22T03:00:00Z'],
		['spring forward over the rollover', 'Europe/Berlin', 2, '2026-03-29', '2026-03-29T01:00:00Z'],
		['Cairo has no midnight', 'Africa/Cairo', 0, '2026-04-24', '2026-04-23T22:00:00Z'],
		['Apia skipped a day', 'Pacific/Apia', 0, '2011-12-30', '2011-12-30T10:00:00Z'],
		['the day after the skipped one', 'Pacific/Apia', 0, '2011-12-31', '2011-12-30T10:00:00Z'],
	])('%s', (_, timeZone, rolloverHour, date, start) => {
		const found = startOfStudyDay(dayOfDate(date), { timeZone, rolloverHour });
		expect(new Date(found).toISOString()).toBe(new Date(start).toISOString());
	});

	it('is where the day begins, in every zone', () => {
		fc.assert(
			fc.property(zones, instants, (zone, t) => {
				const { day } = momentAt(t, zone);
				const start = startOfStudyDay(day, zone);
				expect(momentAt(start, zone).day).toBeGreaterThanOrEqual(day);
				expect(momentAt(start - 1, zone).day).toBeLessThan(day);
			}),
		);
	});
});

describe('momentAt', () => {
	it('ends its day where the next begins, in every zone', () => {
		fc.assert(
			fc.property(zones, instants, (zone, t) => {
				const now = momentAt(t, zone);
				expect(now.dayEndsAt).toBeGreaterThan(t);
				expect(now.dayEndsAt - t).toBeLessThanOrEqual(50 * 3_600_000);
				expect(momentAt(now.dayEndsAt - 1, zone).day).toBe(now.day);
				expect(momentAt(now.dayEndsAt, zone).day).toBeGreaterThan(now.day);
			}),
		);
	});

	it('never goes back behind a known day, and ends that day when local time has caught up', () => {
		fc.assert(
			fc.property(zones, instants, fc.integer({ min: 1, max: 3650 }), (zone, t, ahead) => {
				const known = momentAt(t, zone).day + ahead;
				const now = momentAt(t, zone, known);
				expect(now.day).toBe(known);
				expect(momentAt(now.dayEndsAt, zone).day).toBeGreaterThan(known);
				expect(momentAt(now.dayEndsAt - 1, zone).day).toBeLessThanOrEqual(known);
			}),
		);
	});

	it('does not follow a known day of the year 10,000', () => {
		const zone = { timeZone: 'UTC', rolloverHour: 4 };
		const t = at('2026-11-22T12:00Z');
		expect(momentAt(t, zone, 2_932_897).day).toBe(dayOfDate('2026-11-22'));
	});

	it('walks through every hour of the odd years without going back, for each rollover', () => {
		for (const timeZone of [
			'Africa/Cairo',
			'Pacific/Apia',
			'Australia/Lord_Howe',
			'America/Asuncion',
		]) {
			for (const rolloverHour of [0, 4, 23]) {
				let last = -Infinity;
				for (let t = at('2011-01-01T00:00Z'); t < at('2012-02-01T00:00Z'); t += 3_600_000) {
					const tz = offsetMinutes(timeZone, t);
					const day = studyDayOf(t, tz, rolloverHour);
					if (day < last) expect.fail(`${timeZone} went back at ${new Date(t).toISOString()}`);
					last = day;
				}
				expect(last).toBeGreaterThan(dayOfDate('2012-01-29'));
			}
		}
	});
});

describe('clockDoubt', () => {
	const zone = { timeZone: 'UTC', rolloverHour: 4 };
	const now = at('2026-11-22T12:00Z');
	const today = dayOfDate('2026-11-22');
	it.each([
		['the same day', 0, null],
		['a journey west', 1, null],
		['two days behind', 2, null],
		['a clock set back', 3, { kind: 'behind', days: 3 }],
		['a long pause', -90, null],
		['a clock far ahead', -91, { kind: 'ahead', days: 91 }],
	])('%s', (_, knownAhead, doubt) => {
		expect(clockDoubt(now, zone, today + knownAhead)).toEqual(doubt);
	});
	it('knows nothing to doubt before the first study day', () => {
		expect(clockDoubt(now, zone, -Infinity)).toBeNull();
	});
});

describe('dates', () => {
	it('gives each day its date and back', () => {
		fc.assert(
			fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (day) => {
				expect(dateOfDay(day)).toBe(new Date(day * DAY).toISOString().slice(0, 10));
				expect(dayOfDate(dateOfDay(day))).toBe(day);
			}),
		);
	});
	it('knows weekdays, Monday first', () => {
		expect(weekdayOf(dayOfDate('2026-11-23'))).toBe(0);
		expect(weekdayOf(dayOfDate('2026-11-22'))).toBe(6);
		expect(weekdayOf(dayOfDate('1969-12-28'))).toBe(6);
	});
	it.each(['2026-02-30', '2026-1-1', 'tomorrow', '', '2026-11-22T00:00Z'])('refuses %j', (text) => {
		expect(() => dayOfDate(text)).toThrow('YYYY-MM-DD');
	});
	it.each([NaN, 0.5, Infinity, 2_932_897])('gives no date to day %s', (day) => {
		expect(() => dateOfDay(day)).toThrow('has no date');
	});
});
