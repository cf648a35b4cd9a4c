import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Review } from '../scheduler/review.ts';
import { decodeBlock, decodeParts, encodeBlock, packBlock } from './block.ts';
import { factOf, faultOf } from './review-fact.ts';
import type { ReviewRow } from './schema.ts';

const review: fc.Arbitrary<ReviewRow> = fc.record({
	id: fc.uuid().map((id) => id.toLowerCase()),
	cardId: fc.constantFrom('cache/a', 'cache/b', 'räume/ü', ''),
	t: fc.double({ noNaN: true, noDefaultInfinity: true }),
	tz: fc.integer({ min: -840, max: 840 }),
	day: fc.integer({ min: -5, max: 3e6 }),
	grade: fc.constantFrom(0, 1, 2, 3, 4),
	kind: fc.constantFrom('learn', 'review', 'relearn', 'cram', 'reset', 'reschedule'),
	duration: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
	next: fc.integer({ min: -86_400, max: 36_500 }),
	phase: fc.constantFrom('new', 'learning', 'review', 'relearning'),
	left: fc.integer({ min: 0, max: 20 }),
	params: fc.constantFrom('p1', 'p2'),
	dev: fc.constantFrom('d1', 'd2', 'd3'),
});
const reviews = fc.array(review, { maxLength: 40 });

const SAMPLE: ReviewRow = {
	...{ id: '01a19c21-7200-7000-8000-d6a400000001', cardId: 'cache/a', t: 1_793_620_800_000 },
	...{ tz: 60, day: 20_759, grade: 3, kind: 'learn', duration: 4_000, next: -600 },
	...{ phase: 'learning', left: 1, params: 'p1', dev: 'd1' },
};

describe('a block', () => {
	it('gives back the reviews that were put in', () => {
		fc.assert(
			fc.property(reviews, (rows) => {
				expect(decodeBlock(encodeBlock(rows))).toEqual(rows);
			}),
		);
	});

	it('gives back those of one card', () => {
		fc.assert(
			fc.property(reviews, (rows) => {
				const of = rows.filter(({ cardId }) => cardId === 'cache/a');
				expect(decodeBlock(encodeBlock(rows), { cardIds: new Set(['cache/a']) })).toEqual(of);
			}),
		);
	});

	it('gives back all of them in parts', () => {
		fc.assert(
			fc.property(reviews, fc.integer({ min: 1, max: 9 }), (rows, size) => {
				const parts = [...decodeParts(encodeBlock(rows), size)];
				expect(parts.flat()).toEqual(rows);
				expect(parts.every(({ length }) => length <= size)).toBe(true);
			}),
		);
	});

	it('is read at any offset of a larger buffer', () => {
		const bytes = encodeBlock([SAMPLE]);
		const larger = new Uint8Array(bytes.length + 3);
		larger.set(bytes, 3);
		expect(decodeBlock(larger.subarray(3))).toEqual([SAMPLE]);
	});

	it('is refused with a RangeError, or read as it is, whatever byte is altered', () => {
		const bytes = encodeBlock([SAMPLE, { ...SAMPLE, cardId: 'cache/b' }]);
		fc.assert(
			fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
				const altered = bytes.slice();
				altered[at] = (altered[at] ?? 0) ^ flip;
				try {
					for (const row of decodeBlock(altered)) expect(faultOf(row)).toBeUndefined();
				} catch (error) {
					expect(error).toBeInstanceOf(RangeError);
				}
			}),
			{ numRuns: 2_000 },
		);
	});

	it('is refused at every length but its own', () => {
		const bytes = encodeBlock([SAMPLE]);
		for (let length = 0; length < bytes.length; length += 1) {
			expect(() => decodeBlock(bytes.slice(0, length))).toThrow(RangeError);
		}
	});
});

describe('packBlock', () => {
	it('names equal content equally and other content otherwise', () => {
		const other = { ...SAMPLE, grade: 4 as const };
		expect(packBlock([SAMPLE]).id).toBe(packBlock([{ ...SAMPLE }]).id);
		expect(packBlock([SAMPLE]).id).not.toBe(packBlock([other]).id);
		const later = { ...SAMPLE, day: 20_762 };
		expect(packBlock([SAMPLE, later])).toMatchObject({ count: 2, fromDay: 20_759, toDay: 20_762 });
	});
});

describe('factOf and faultOf', () => {
	it('leave the mark out, as it is not part of the fact', () => {
		const marked: Review = { ...SAMPLE, void: true };
		expect(factOf(marked)).toEqual(SAMPLE);
	});

	it.each([
		[{ id: 'x' }, /not a UUID/],
		[{ t: NaN }, /not a finite number/],
		[{ tz: 0.5 }, /offset 0.5/],
		[{ day: 1.5 }, /study day 1.5/],
		[{ grade: 5 as never }, /grade 5/],
		[{ kind: 'nap' as never }, /kind "nap"/],
		[{ phase: 'old' as never }, /phase "old"/],
		[{ left: -1 }, /steps left -1/],
	])('refuse %j', (change, words) => {
		expect(faultOf({ ...SAMPLE, ...change })).toMatch(words);
		expect(() => encodeBlock([{ ...SAMPLE, ...change }])).toThrow(words);
	});
});
