import { expect, test } from 'vitest';
import { asideOf, restLine, titleOf, type PlannedDay } from './plan-hero.ts';

const day = (over: Partial<PlannedDay> = {}): PlannedDay => ({
	...{ kind: 'study', given: 20, done: 0, minutes: 15, reviews: 12, unfit: 0, refresh: 0 },
	...{ mock: undefined, drill: false },
	...over,
});
const hrefs = { mock: '/mock', drills: '/drills', refresh: '/refresh' };

test('on a day off what is due is said, and nothing asked', () => {
	const off = day({ kind: 'off', given: 0, minutes: 0, reviews: 0, unfit: 1 });
	expect(titleOf(off, false)).toBe('Day off');
	expect(restLine(off, false)).toBe('1 card is due, and can wait.');
});

test('on the day of the interview nothing is planned, and due cards wait', () => {
	const interview = day({ kind: 'interview', reviews: 0, unfit: 5, refresh: 10 });
	expect(titleOf(interview, false)).toBe('Interview today');
	expect(restLine(interview, false)).toBe(
		'Nothing is planned for today. 5 cards are due, and can wait until tomorrow.',
	);
	expect(asideOf(interview, hrefs)).toEqual([
		{
			...{ name: 'A last look', href: '/refresh' },
			line: 'the 10 weakest cards, without a change of schedule',
		},
	]);
});

test('where more is due than fits, says so with the time that there is', () => {
	expect(restLine(day({ unfit: 30 }), true)).toBe(
		'42 cards are due, more than fit into your 20 minutes: the weakest come first, and nothing new meanwhile.',
	);
	expect(restLine(day({ unfit: 30, done: 5 }), true)).toContain('what is left of your 20 minutes');
	expect(restLine(day({ unfit: 30, reviews: 0, done: 20 }), false)).toBe(
		'30 cards are due, and can wait: the work of your 20 minutes is done.',
	);
});

test('where the plan leaves time free, it does not say that the time is too short', () => {
	const why = 'more of them today would not raise what you recall on the day';
	expect(restLine(day({ unfit: 30, unused: 15 }), true)).toBe(
		`42 cards are due: the weakest come first, and ${why}.`,
	);
	expect(restLine(day({ unfit: 30, unused: 15, reviews: 0, done: 5 }), false)).toBe(
		`30 cards are due, and can wait: ${why}.`,
	);
});

test('what stands beside the cards keeps the day open', () => {
	const mock = { question: 'chat', title: 'Chat' };
	const full = day({ mock, drill: true, refresh: 1 });
	expect(titleOf(full, false)).toBe('Cards done for today');
	expect(titleOf(day(), false)).toBe('Done for today');
	expect(titleOf(day(), true)).toBe('Done for now');
	expect(asideOf(full, hrefs).map(({ name, line }) => `${name}: ${line}`)).toEqual([
		'Mock interview: Chat, 60 min',
		'Look again: the weakest card, without a change of schedule',
		'Estimation drills: 5 min',
	]);
});
