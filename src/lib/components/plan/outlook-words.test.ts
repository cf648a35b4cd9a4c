import { expect, test } from 'vitest';
import { outlookLines } from './outlook-words.ts';

const some = {
	...{ recall: 0.612, begun: 80, cards: 120, unmet: 10, isToday: false, hasTime: true, unused: 0 },
	...{ missing: 25, later: 14, more: { recall: 0.7, begun: 95 }, free: undefined },
};

test('says what is left out, and each way to mend it', () => {
	expect(outlookLines(some)).toEqual({
		begun: '80 of 120 cards are begun in time; the rest count as not known.',
		short: 'Not enough time for 10 patterns.',
		advice:
			'25 minutes more a day would be enough. A date 2 weeks later would be enough as well. Otherwise cut what is left out here: it comes last in your order.',
		leftOut: '10 patterns left out',
		more: 'With 15 minutes more a day: 70%, 95 of 120 cards begun.',
	});
	expect(outlookLines({ ...some, missing: null, later: 7 }).advice).toBe(
		'Even two hours more a day would not be enough. A date a week later would be enough. Otherwise cut what is left out here: it comes last in your order.',
	);
	expect(outlookLines({ ...some, missing: null, later: null }).advice).toMatch(
		/^Neither two hours more a day nor a date three months later would be enough: choose less/,
	);
	expect(outlookLines({ ...some, missing: undefined, later: undefined }).advice).toBe('');
});

test('where the limit of new cards is in the way, advises neither minutes nor cuts in its place', () => {
	const free = { recall: 0.9, begun: 120 };
	const { short, advice } = outlookLines({ ...some, free, missing: 0, later: null });
	expect(short).toBe('Your limit of new cards leaves out 10 patterns.');
	expect(advice).toMatch(/^With a higher limit every card is begun in time, and 90% recalled\./);
	const part = outlookLines({ ...some, free: { recall: 0.8, begun: 100 }, later: null });
	expect(part.advice).toContain('With 25 minutes more a day as well, all are.');
});

test('where only time and the limit together are in the way, names both', () => {
	const { advice } = outlookLines({ ...some, missing: null, unlimited: 15, later: 7 });
	expect(advice).toMatch(
		/^15 minutes more a day would be enough with a higher limit of new cards; with yours, two hours more are not\. A date a week later would be enough as well\./,
	);
});

test('names nothing to cut where every pattern is begun', () => {
	const { short, advice } = outlookLines({ ...some, unmet: 0 });
	expect(short).toBe('Not enough time for 40 cards.');
	expect(advice).not.toContain('cut');
});

test('on the day itself advises nothing', () => {
	expect(outlookLines({ ...some, isToday: true, hasTime: false })).toEqual({
		...{ short: '', advice: '', leftOut: '10 patterns left out', more: '' },
		begun:
			'The interview is today, and nothing is planned for it. 80 of 120 cards are begun; the other 40 count as not known.',
	});
});

test('with days off alone asks for minutes, not for more of them', () => {
	const { short, advice, more } = outlookLines({ ...some, hasTime: false, missing: null });
	expect([short, advice, more]).toEqual([
		...['No day until then has any minutes.', 'Give at least one day some, below.', ''],
	]);
});

test('with nothing to know says so', () => {
	const none = { ...some, recall: 0, begun: 0, cards: 0, unmet: 0 };
	expect(outlookLines(none).begun).toBe('Nothing is chosen to know by then: choose it below.');
});

test('where all is met, says what more time would do, and what stays free', () => {
	const all = { ...some, begun: 120, unmet: 0, more: { recall: 0.612, begun: 120 } };
	expect(outlookLines(all)).toMatchObject({
		...{ short: '', more: 'Fifteen minutes more a day would change next to nothing.' },
	});
	expect(outlookLines({ ...all, unused: 15 }).more).toBe(
		'The plan leaves 15 minutes of each day free: they would not raise what you recall then.',
	);
});
