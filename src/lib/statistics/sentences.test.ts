import { expect, test } from 'vitest';
import type { Activity } from './activity.ts';
import type { Aim } from './aim.ts';
import type { DayAhead } from './future-due.ts';
import {
	activitySentence,
	aheadSentence,
	buttonsSentence,
	calendarSentence,
	curveSentence,
	groupsSentence,
	hoursSentence,
	leechSentence,
	percent,
	retentionSentence,
	timeInWords,
} from './sentences.ts';

const day = (answers: number, ms = answers * 10_000): Activity => ({
	...{ from: 0, to: 0, answers, ms, steps: 0, reviews: answers, started: 0 },
});
const retention = (recalled: number, asked: number) => {
	const all = { asked, recalled };
	return { young: all, mature: { asked: 0, recalled: 0 }, all };
};
const hour = (at: number, answers: number, asked = 0, recalled = 0) => ({
	...{ hour: at, answers, asked, recalled },
});

test('times and shares', () => {
	expect([12_000, 90_000, 3_600_000, 3_900_000].map(timeInWords)).toEqual([
		...['12 s', '2 min', '1 h', '1 h 5 min'],
	]);
	expect([percent(null), percent(0.914)]).toEqual(['–', '91%']);
});

test('days of study are counted from the first on', () => {
	const days = [day(0), day(0), day(3), day(0), day(5), day(2)];
	expect(calendarSentence(days, 3)).toBe(
		'You studied on 3 of the last 4 days; the present run has 3 of them.',
	);
	expect(calendarSentence([day(0)], 0)).toBe('No day of study in this time.');
	expect(activitySentence(days)).toBe('A day of study takes you 33 s for 3 answers.');
});

test('recall is compared with the aim only where chance would not explain the difference', () => {
	const sentences = [
		retention(9, 10),
		retention(900, 1000),
		retention(960, 1000),
		retention(800, 1000),
	];
	const aim: Aim = { target: 0.9, parts: [{ target: 0.9, asked: 1, recalled: 1 }] };
	expect(sentences.map((each) => retentionSentence(each, aim))).toEqual([
		'You recalled 90% of the 10 cards that came back. That is too few to compare with the 90% that you aim at.',
		'You recalled 90% of the 1,000 cards that came back, as you aim at (90%).',
		'You recalled 96% of the 1,000 cards that came back, more than the 90% that you aim at.',
		'You recalled 80% of the 1,000 cards that came back, fewer than the 90% that you aim at.',
	]);
	expect(retentionSentence(retention(0, 0), { target: null, parts: [] })).toMatch(/^No card/);
});

test('where decks aim at different shares, recall is compared with what they aim at together', () => {
	const parts = [
		{ target: 0.95, asked: 500, recalled: 450 },
		{ target: 0.85, asked: 500, recalled: 450 },
	];
	const sentence = (recalled: number) =>
		retentionSentence(retention(recalled, 1000), { target: 0.9, parts });
	expect(sentence(900)).toMatch(/came back, as their decks aim at together \(90%\)\.$/);
	expect(sentence(800)).toMatch(/fewer than the 90% that their decks aim at together\.$/);
});

test('the days ahead name the backlog and the fullest day', () => {
	const ahead = (due: number, fromNew = 0, backlog = 0): DayAhead => ({ due, fromNew, backlog });
	expect(aheadSentence([ahead(4, 0, 9), ahead(5, 4), ahead(2)], 20_000)).toBe(
		'9 cards waited before today. By the dates that stand about 5 reviews a day come back, the most on Sat, Oct 5 (9). Each answer adds a later date, so that it will be more.',
	);
	expect(aheadSentence([ahead(0)], 20_000)).toBe('Nothing more comes back in this time.');
});

test('Again by what was asked', () => {
	const press = (name: string, again: number, total: number) => ({
		...{ name, total, presses: { 1: again, 2: 0, 3: total - again, 4: 0 } },
	});
	expect(
		buttonsSentence([press('Learning', 3, 10), press('Young', 0, 0), press('Mature', 1, 20)]),
	).toBe(
		'Again was your answer to 30% while learning and 5% of mature cards. Hard counts as recalled.',
	);
});

test('an hour is named where it differs by more than chance', () => {
	expect(hoursSentence([hour(8, 200, 200, 180), hour(22, 100, 100, 60)])).toBe(
		'You answer most between 8:00 and 9:00. You recall least between 22:00 and 23:00, 60%.',
	);
	expect(hoursSentence([hour(8, 200, 200, 180), hour(22, 10, 10, 5)])).toMatch(/No hour/);
});

test('groups are compared where enough came back', () => {
	const group = (name: string, recalled: number, asked: number) => ({ name, recalled, asked });
	const groups = [group('Caching', 24, 30), group('Queues', 57, 60), group('Consensus', 0, 2)];
	expect(groupsSentence(groups)).toBe('You recall least in Caching, 80%, and most in Queues, 95%.');
	expect(groupsSentence([group('Consensus', 0, 2)])).toMatch(/after 30 cards/);
});

test('where a path stands', () => {
	expect(curveSentence([{ day: 1, started: 12, held: 4 }], 1200)).toBe(
		'12 of 1,200 cards begun; 4 hold for three weeks or more.',
	);
});

test('what is forgotten again and again, one card or several', () => {
	expect(leechSentence(1)).toMatch(/^1 card costs more time than it gives back\./);
	expect(leechSentence(2)).toMatch(/^2 cards cost more time than they give back\./);
});
