import { expect, test } from 'vitest';
import type { Review } from '../scheduler/review.ts';
import { askedTimes, fitCard, packItems, type FitCard } from './fit-history.ts';
import { answered, type HandEntry } from './log.fixture.ts';

const asReviews = (...log: HandEntry[]) =>
	log.map((entry, at): Review => ({
		...{ ...entry, id: String(at), phase: 'review', left: 0, params: '', dev: '' },
	}));
const told = (card: FitCard) => card.map(({ grade, elapsed }) => [grade, elapsed]);
const log = asReviews(
	answered('a', '2026-01-01 10:00', 'learn', 1, -60),
	answered('a', '2026-01-01 10:01', 'learn', 3, 2),
	answered('a', '2026-01-02 10:00', 'cram', 1, 0),
	answered('a', '2026-01-03 10:00', 'review', 3, 6),
	answered('a', '2026-01-04 10:00', 'reschedule', 0, 3),
	{ ...answered('a', '2026-01-05 10:00', 'review', 1, -600), void: true },
	answered('a', '2026-01-09 02:00', 'review', 1, -600),
	answered('a', '2026-01-09 02:10', 'relearn', 3, 1),
);

test('answers count the study days since the one before; practice, moves and undone ones do not count', () => {
	expect(told(fitCard(log))).toEqual([
		...[
			[1, 0],
			[3, 0],
			[3, 2],
		],
		// Before four in the night it is still the day before.
		...[
			[1, 5],
			[3, 0],
		],
	]);
});

test('a reset begins anew', () => {
	const reset = asReviews(answered('a', '2026-02-01 10:00', 'reset', 0, 0));
	expect(fitCard([...log, ...reset])).toEqual([]);
	const again = asReviews(answered('a', '2026-02-02 10:00', 'learn', 3, 2));
	expect(told(fitCard([...log, ...reset, ...again]))).toEqual([[3, 0]]);
});

test('a history without its beginning fits nothing', () => {
	expect(fitCard(log.slice(3))).toEqual([]);
});

test('what cannot be is passed over', () => {
	const damaged = log.map((review, at) => {
		if (at === 1) return { ...review, grade: 7 as 3 };
		if (at === 3) return { ...review, t: NaN };
		return at === 6 ? { ...review, day: 1.5 } : review;
	});
	expect(told(fitCard(damaged))).toEqual([
		[1, 0],
		[3, 7],
	]);
});

test('a clock that went back costs no days', () => {
	const back = asReviews(
		answered('a', '2026-01-05 10:00', 'learn', 3, 2),
		answered('a', '2026-01-04 10:00', 'review', 3, 2),
		answered('a', '2026-01-07 10:00', 'review', 3, 2),
	);
	expect(told(fitCard(back))).toEqual([
		[3, 0],
		[3, 0],
		[3, 2],
	]);
});

test('items are packed oldest first, each with all answers before', () => {
	const first = fitCard(log);
	const second: FitCard = [
		{ grade: 4, elapsed: 0, t: 1 },
		{ grade: 2, elapsed: 9, t: 2 },
	];
	expect(askedTimes([first, second])).toEqual(
		Float64Array.of(2, first[2]?.t ?? 0, first[3]?.t ?? 0),
	);
	const all = packItems([first, second], Infinity);
	expect([...all.lengths]).toEqual([2, 3, 4]);
	expect([...all.ratings]).toEqual([4, 2, 1, 3, 3, 1, 3, 3, 1]);
	expect([...all.deltas]).toEqual([0, 9, 0, 0, 2, 0, 0, 2, 5]);
	expect([...packItems([first, second], first[3]?.t ?? 0).lengths]).toEqual([2, 3]);
});
