import { expect, test } from 'vitest';
import type { Review } from '../scheduler/review.ts';
import { leechAdvice } from './leech-advice.ts';
import { answered } from './log.fixture.ts';

/** A card that is forgotten three times, each time after `days`. */
function log(days: number, seconds: number): Review[] {
	return Array.from({ length: 3 }, (_, at) => {
		const month = `2026-0${at + 1}`;
		return [
			answered('a', `${month}-01 10:00`, at === 0 ? 'learn' : 'relearn', 3, days, { seconds }),
			answered('a', `${month}-20 10:00`, 'review', 1, -600, { seconds }),
		];
	})
		.flat()
		.map((entry, at) => ({
			...{ ...entry, id: String(at), phase: 'review' as const, left: 0, params: '', dev: '' },
		}));
}

test('advice follows what stands out: length first, then how soon it is forgotten', () => {
	expect(leechAdvice(log(2, 45), false).finding).toContain('45 s');
	expect(leechAdvice(log(2, 8), false).finding).toContain('within days');
	expect(leechAdvice(log(19, 8), false).finding).toContain('about 19 days');
});

test('what was undone advises nothing', () => {
	const undone = log(2, 45).map((review) => ({ ...review, void: true }));
	expect(leechAdvice([...undone, ...log(19, 8)], false)).toEqual(leechAdvice(log(19, 8), false));
});

test('a note of the person’s own has no pattern to be sent to', () => {
	for (const each of [log(2, 45), log(2, 8), log(19, 8)]) {
		const { advice } = leechAdvice(each, true);
		expect(advice).not.toContain('pattern');
	}
	expect([log(2, 45), log(2, 8)].map((each) => leechAdvice(each, true).split)).toEqual([
		true,
		false,
	]);
});
