import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PRESET } from './default-preset.ts';
import { limitsLeft, newInPart } from './limits.ts';

describe('limitsLeft', () => {
	it('never falls below none', () => {
		expect(limitsLeft(DEFAULT_PRESET, { new: 3, review: 250 })).toEqual({ new: 7, review: 0 });
	});

	it('counts cards learned today against the reviews too, unless they ignore that limit', () => {
		const used = { new: 4, review: 30 };
		expect(limitsLeft(DEFAULT_PRESET, used)).toEqual({ new: 6, review: 166 });
		const free = { ...DEFAULT_PRESET, newIgnoresReviewLimit: true };
		expect(limitsLeft(free, used)).toEqual({ new: 6, review: 170 });
	});
});

describe('newInPart', () => {
	const mixed = { newIgnoresReviewLimit: false, newMix: 'mixed' } as const;

	it('offers no new card where the reviews that wait use up the limit, however few are at hand', () => {
		const part = { left: { new: 10, review: 200 }, due: 300, atHand: 50 };
		expect(newInPart(part, mixed)).toBe(0);
		expect(newInPart(part, { ...mixed, newIgnoresReviewLimit: true })).toBe(3);
	});

	it('leaves them for the end, or takes all of them first, as asked', () => {
		const part = { left: { new: 10, review: 200 }, due: 120, atHand: 50 };
		expect(newInPart(part, { ...mixed, newMix: 'new-last' })).toBe(0);
		expect(newInPart({ ...part, atHand: 120 }, { ...mixed, newMix: 'new-last' })).toBe(10);
		expect(newInPart(part, { ...mixed, newMix: 'new-first' })).toBe(10);
	});

	it('spreads all of them over the parts of a day', () => {
		const count = fc.nat({ max: 400 });
		fc.assert(
			fc.property(
				count,
				count,
				count,
				fc.integer({ min: 1, max: 60 }),
				(fresh, due, limit, most) => {
					const left = { new: fresh, review: limit };
					const open = Math.min(fresh, limit - Math.min(due, limit));
					let [shown, waiting] = [0, due];
					do {
						const atHand = Math.min(most, waiting, left.review);
						const some = newInPart({ left, due: waiting, atHand }, mixed);
						expect(some).toBeLessThanOrEqual(left.new);
						shown += some;
						left.new -= some;
						left.review -= atHand + some;
						waiting -= atHand;
					} while (Math.min(waiting, left.review) > 0);
					expect(shown).toBe(open);
				},
			),
		);
	});
});
