import { expect, test } from 'vitest';
import { newReviewsToFit } from './fit-offer.ts';

test('a first fit is offered at 400 reviews, the next after as many or a quarter more', () => {
	expect([0, 399, 400, 1200].map((reviews) => newReviewsToFit(reviews, undefined))).toEqual([
		...[null, null, 400, 1200],
	]);
	expect(newReviewsToFit(799, 400)).toBeNull();
	expect(newReviewsToFit(800, 400)).toBe(400);
	expect(newReviewsToFit(12_400, 10_000)).toBeNull();
	expect(newReviewsToFit(12_500, 10_000)).toBe(2500);
	// After a restore of less history nothing is offered.
	expect(newReviewsToFit(100, 400)).toBeNull();
});
