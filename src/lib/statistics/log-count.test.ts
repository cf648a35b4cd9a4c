import { expect, test } from 'vitest';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import { dayOfDate } from '../scheduler/study-day.ts';
import { activityOf, stepFor } from './activity.ts';
import { buttonsOf, hoursOf } from './answer-shares.ts';
import { evenPoints, learningCurve } from './learning-curve.ts';
import { countLog, countOnTop, emptyLogCount } from './log-count.ts';
import { firstDay, sumsByDay, sumsByGroup, sumsOver } from './log-range.ts';
import { answered, type HandEntry } from './log.fixture.ts';
import { retentionIn, retentionTable } from './retention.ts';

const EVER = { from: -Infinity, to: Infinity };

function classOf(id: string) {
	const deck = id.startsWith('own') ? 'own' : 'catalog';
	return { deck, groups: [`kind:${id.slice(-1)}`], weights: DEFAULT_PRESET.weights };
}
const count = (...log: HandEntry[]) => countLog(emptyLogCount(), log, classOf);
const retention = (...log: HandEntry[]) => retentionIn(sumsOver(count(...log), EVER));

/** A card that is learned on the first day and due after `interval`. */
const learned = (id: string, date: string, interval: number): HandEntry[] => [
	answered(id, `${date} 10:00`, 'learn', 3, -600),
	answered(id, `${date} 10:10`, 'learn', 3, interval),
];

test('true retention takes young and mature cards by the interval given before', () => {
	const found = retention(
		...learned('a', '2026-01-01', 20),
		answered('a', '2026-01-21 10:00', 'review', 3, 21),
		answered('a', '2026-02-11 10:00', 'review', 1, -600),
		answered('a', '2026-02-11 10:10', 'relearn', 3, 5),
		answered('a', '2026-02-16 10:00', 'review', 2, 9),
	);
	expect(found.young).toEqual({ asked: 2, recalled: 2 });
	expect(found.mature).toEqual({ asked: 1, recalled: 0 });
	expect(found.all).toEqual({ asked: 3, recalled: 2 });
});

test('true retention counts the first answer of a card on a day, and no other', () => {
	const start = learned('a', '2026-01-01', 3);
	const failed = answered('a', '2026-01-04 10:00', 'review', 1, 1);
	// Without relearning steps a failed card may come again on the same day.
	const again = answered('a', '2026-01-04 18:00', 'review', 3, 2);
	expect(retention(...start, failed, again).all).toEqual({ asked: 1, recalled: 0 });
});

test('true retention leaves out steps of the day, also where they end on the next, and practice', () => {
	const late = [
		answered('a', '2026-01-01 23:00', 'learn', 1, -60),
		answered('a', '2026-01-02 10:00', 'learn', 3, 1),
	];
	expect(retention(...late).all.asked).toBe(0);
	const lapse = [
		...learned('a', '2026-01-01', 3),
		answered('a', '2026-01-03 10:00', 'cram', 1, 0),
		answered('a', '2026-01-04 10:00', 'review', 1, -600),
		answered('a', '2026-01-05 10:00', 'relearn', 1, -600),
	];
	expect(retention(...lapse).all).toEqual({ asked: 1, recalled: 0 });
});

test('a step of a day or more asks memory, as a review does', () => {
	const steps = [
		answered('a', '2026-01-01 10:00', 'learn', 3, 2),
		answered('a', '2026-01-03 10:00', 'learn', 1, -60),
	];
	expect(retention(...steps).young).toEqual({ asked: 1, recalled: 0 });
});

test('a card that was moved by hand keeps the interval that it was given; one that was reset begins anew', () => {
	const moved = [
		...learned('a', '2026-01-01', 30),
		answered('a', '2026-01-02 10:00', 'reschedule', 0, 1),
		answered('a', '2026-01-03 10:00', 'review', 3, 40),
	];
	expect(retention(...moved).mature).toEqual({ asked: 1, recalled: 1 });
	const reset = [
		...learned('a', '2026-01-01', 30),
		answered('a', '2026-01-31 10:00', 'reset', 0, 0),
		answered('a', '2026-02-01 10:00', 'learn', 3, 1),
	];
	expect(retention(...reset).all.asked).toBe(0);
	expect(sumsByGroup(count(...reset), EVER, 'kind:').get('a')).toMatchObject({
		started: 1,
		held: 0,
	});
});

test('an undone answer is as if it had never been', () => {
	const start = learned('a', '2026-01-01', 3);
	const undone = { ...answered('a', '2026-01-04 10:00', 'review', 1, -600), void: true };
	const instead = answered('a', '2026-01-04 10:01', 'review', 3, 8);
	expect(count(...start, undone, instead)).toEqual({
		...count(...start, instead),
		courses: expect.any(Map) as unknown,
	});
	expect(retention(...start, undone, instead).all).toEqual({ asked: 1, recalled: 1 });
});

test('a night before the rollover belongs to the day before, on the day of a change of clocks too', () => {
	const zone = 'Europe/Berlin';
	// Clocks go from 2 to 3 in the night to March 29: 3:30 there is before the rollover at 4.
	const log = [
		...learned('a', '2026-03-20', 8),
		answered('a', '2026-03-28 22:30', 'review', 1, 1, { zone }),
		answered('a', '2026-03-29 03:30', 'review', 3, 1, { zone }),
		answered('a', '2026-03-29 04:30', 'review', 3, 2, { zone }),
	];
	expect(log.slice(2).map(({ day }) => day)).toEqual(
		['2026-03-28', '2026-03-28', '2026-03-29'].map(dayOfDate),
	);
	expect(retention(...log).all).toEqual({ asked: 2, recalled: 1 });
	const hours = hoursOf(sumsOver(count(...log), { from: dayOfDate('2026-03-28'), to: Infinity }));
	expect(hours.filter(({ answers }) => answers > 0).map(({ hour }) => hour)).toEqual([3, 4, 22]);
});

test('the hour that comes twice in autumn is one hour of the day', () => {
	const zone = 'America/New_York';
	const first = answered('a', '2026-11-01 01:30', 'learn', 3, -600, { zone });
	const second = { ...first, t: first.t + 3_600_000, tz: first.tz - 60 };
	const hours = hoursOf(sumsOver(count(first, second), EVER));
	expect(hours[1]).toMatchObject({ hour: 1, answers: 2 });
});

test('hours are those of the clock where the answer was given', () => {
	const log = [
		...learned('a', '2026-01-01', 5),
		answered('a', '2026-01-06 08:15', 'review', 3, 9, { zone: 'Asia/Tokyo' }),
		answered('a', '2026-01-15 08:45', 'review', 1, -600, { zone: 'America/Los_Angeles' }),
	];
	const hours = hoursOf(sumsOver(count(...log), EVER));
	expect(hours[8]).toEqual({ hour: 8, answers: 2, asked: 2, recalled: 1 });
	expect(hours[10]).toEqual({ hour: 10, answers: 2, asked: 0, recalled: 0 });
});

test('a journey west that repeats a date does not ask twice', () => {
	const log = [
		...learned('a', '2026-01-01', 4),
		answered('a', '2026-01-05 09:00', 'review', 1, 1, { zone: 'Pacific/Auckland' }),
		// Half a day later on the clock of the world, and January 4 in the evening in Los Angeles.
		answered('a', '2026-01-04 20:00', 'review', 3, 1, { zone: 'America/Los_Angeles' }),
	];
	expect(retention(...log).all).toEqual({ asked: 1, recalled: 0 });
});

test('spans end today', () => {
	const today = dayOfDate('2026-03-10');
	const log = [
		...learned('a', '2026-01-01', 3),
		answered('a', '2026-03-03 10:00', 'review', 1, 1),
		answered('a', '2026-03-04 10:00', 'review', 3, 6),
		answered('a', '2026-03-10 10:00', 'review', 3, 14),
	];
	const table = retentionTable(count(...log), today);
	expect(table.map(({ name, all }) => [name, all.asked, all.recalled])).toEqual([
		['Today', 1, 1],
		['Week', 2, 2],
		['Month', 3, 2],
		['Year', 3, 2],
		['All', 3, 2],
	]);
	expect(retentionTable(count(...log), today, new Set(['own']))[4]?.all.asked).toBe(0);
});

test('buttons stand apart for learning, young and mature cards', () => {
	const log = [
		...learned('a', '2026-01-01', 3),
		answered('a', '2026-01-04 10:00', 'review', 2, 30),
		answered('a', '2026-02-03 10:00', 'review', 1, -600),
		answered('a', '2026-02-03 10:10', 'relearn', 4, 4),
	];
	expect(buttonsOf(sumsOver(count(...log), EVER))).toEqual([
		{ name: 'Learning', presses: { 1: 0, 2: 0, 3: 2, 4: 1 }, total: 3 },
		{ name: 'Young', presses: { 1: 0, 2: 1, 3: 0, 4: 0 }, total: 1 },
		{ name: 'Mature', presses: { 1: 1, 2: 0, 3: 0, 4: 0 }, total: 1 },
	]);
});

test('days are gathered to weeks that begin on Monday, cut to the range, and to months', () => {
	const log = [
		answered('a', '2026-01-01 10:00', 'learn', 3, 1, { seconds: 30 }),
		answered('b', '2026-01-04 10:00', 'learn', 3, 1),
		answered('a', '2026-01-05 10:00', 'review', 3, 3),
		answered('a', '2026-02-02 10:00', 'review', 3, 9),
	];
	const range = { from: dayOfDate('2025-12-31'), to: dayOfDate('2026-02-02') };
	const weeks = activityOf(count(...log), range, 'week');
	expect(weeks).toHaveLength(6);
	expect(weeks[0]).toEqual({
		...{ from: range.from, to: dayOfDate('2026-01-04') },
		...{ answers: 2, steps: 2, reviews: 0, started: 2, ms: 40_000 },
	});
	expect(weeks[1]).toMatchObject({ answers: 1, reviews: 1, started: 0 });
	const months = activityOf(count(...log), range, 'month');
	expect(months.map(({ answers }) => answers)).toEqual([0, 3, 1]);
	expect(activityOf(count(...log), range, 'day')).toHaveLength(34);
	expect([30, 92, 93, 730, 731].map(stepFor)).toEqual(['day', 'day', 'week', 'week', 'month']);
});

test('groups and decks are counted apart', () => {
	const log = [
		...learned('p/x', '2026-01-01', 3),
		...learned('own/y', '2026-01-01', 3),
		answered('p/x', '2026-01-04 10:00', 'review', 1, -600),
		answered('own/y', '2026-01-05 10:00', 'review', 3, 25),
	];
	const counted = count(...log);
	expect(sumsByGroup(counted, EVER, 'kind:')).toEqual(
		new Map([
			['x', { answers: 3, ms: 30_000, asked: 1, recalled: 0, started: 1, held: 0 }],
			['y', { answers: 3, ms: 30_000, asked: 1, recalled: 1, started: 1, held: 1 }],
		]),
	);
	const own = { ...EVER, decks: new Set(['own']) };
	expect([...sumsByGroup(counted, own, 'kind:').keys()]).toEqual(['y']);
	expect(sumsByDay(counted, own)).toHaveLength(2);
	expect(firstDay(counted)).toBe(dayOfDate('2026-01-01'));
});

test('the curve of a path rises with what is begun and falls with what is forgotten', () => {
	const [one, two, three] = ['2026-01-01', '2026-01-03', '2026-02-03'].map(dayOfDate);
	const log = [
		...learned('a', '2026-01-01', 2),
		answered('a', '2026-01-03 10:00', 'review', 3, 31),
		answered('a', '2026-02-03 10:00', 'review', 1, -600),
	];
	const counted = count(...log);
	const to = dayOfDate('2026-02-10');
	expect(learningCurve(counted, { from: one ?? 0, to }, 'kind:a')).toEqual([
		{ day: one, started: 1, held: 0 },
		{ day: two, started: 1, held: 1 },
		{ day: three, started: 1, held: 0 },
		{ day: to, started: 1, held: 0 },
	]);
	const later = dayOfDate('2026-01-10');
	expect(learningCurve(counted, { from: later, to: later + 1 }, 'kind:a')).toEqual([
		{ day: later, started: 1, held: 1 },
		{ day: later + 1, started: 1, held: 1 },
	]);
	expect(learningCurve(counted, { from: 0, to: 1 }, 'kind:z')).toEqual([
		{ day: 0, started: 0, held: 0 },
		{ day: 1, started: 0, held: 0 },
	]);
});

test('a curve at even distances keeps its last day, and the last value before each', () => {
	const points = [
		{ day: 0, started: 1, held: 0 },
		{ day: 5, started: 4, held: 0 },
		{ day: 9, started: 4, held: 2 },
		{ day: 10, started: 4, held: 2 },
	];
	expect(evenPoints(points, { from: 0, to: 10 }, 4)).toEqual([
		{ day: 2, started: 1, held: 0 },
		{ day: 6, started: 4, held: 0 },
		{ day: 10, started: 4, held: 2 },
	]);
	expect(evenPoints(points, { from: 8, to: 10 }, 40).map(({ day }) => day)).toEqual([8, 9, 10]);
});

test('a count on top of another adds to it and leaves it as it was', () => {
	const start = learned('a', '2026-01-01', 3);
	const later = [
		answered('a', '2026-01-04 10:00', 'review', 3, 8),
		answered('own', '2026-01-01 12:00', 'learn', 3, 2),
	];
	const under = count(...start);
	const top = countLog(countOnTop(under), later, classOf);
	expect(under).toEqual(count(...start));
	const whole = count(...start, ...later);
	expect(sumsByDay(top, EVER)).toEqual(sumsByDay(whole, EVER));
	expect(sumsByGroup(top, EVER, 'kind:')).toEqual(sumsByGroup(whole, EVER, 'kind:'));
	expect(learningCurve(top, { from: 0, to: 30_000 }, 'kind:a')).toEqual(
		learningCurve(whole, { from: 0, to: 30_000 }, 'kind:a'),
	);
	expect(firstDay(top)).toBe(firstDay(whole));
});
