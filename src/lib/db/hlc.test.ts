import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { follow, FOLLOW_LIMIT, isStamp, nextStamp, NO_STAMP, wallOf } from './hlc.ts';

const wall = fc.integer({ min: 0, max: 4e12 });

describe('nextStamp', () => {
	it('names the wall time where that is ahead of the clock', () => {
		expect(nextStamp(NO_STAMP, 1_793_620_800_000, 'a')).toBe('01a19c217200-0000-a');
	});

	it('counts up where the wall clock stands still or goes back', () => {
		const first = nextStamp(NO_STAMP, 1_000, 'a');
		expect(nextStamp(first, 1_000, 'a')).toBe('0000000003e8-0001-a');
		expect(nextStamp(first, 5, 'a')).toBe('0000000003e8-0001-a');
	});

	it('moves on by a millisecond when the counter is full', () => {
		expect(nextStamp('0000000003e8-ffff-a', 1_000, 'a')).toBe('0000000003e9-0000-a');
	});

	it('is always above the clock and above what it replaces, and a stamp', () => {
		fc.assert(
			fc.property(wall, wall, wall, fc.nat(0xffff), (a, b, c, count) => {
				const clock = nextStamp(NO_STAMP, a, 'a');
				const counter = count.toString(16).padStart(4, '0');
				const replaced = `${b.toString(16).padStart(12, '0')}-${counter}-z`;
				const next = nextStamp(clock, c, 'm', replaced);
				expect(next > clock && next > replaced && isStamp(next)).toBe(true);
			}),
		);
	});
});

describe('follow', () => {
	it('takes up a later stamp of another device', () => {
		expect(follow('0000000003e8-0000-a', '0000000003e8-0001-b', 0)).toBe('0000000003e8-0001-b');
	});

	it('never goes back', () => {
		expect(follow('0000000003e8-0001-a', '0000000003e8-0000-b', 0)).toBe('0000000003e8-0001-a');
	});

	it('does not follow a clock that is more than a day ahead', () => {
		const own = nextStamp(NO_STAMP, 1_000, 'a');
		const near = nextStamp(NO_STAMP, 1_000 + FOLLOW_LIMIT, 'b');
		const far = nextStamp(NO_STAMP, 1_001 + FOLLOW_LIMIT, 'b');
		expect(follow(own, near, 1_000)).toBe(near);
		expect(follow(own, far, 1_000)).toBe(own);
	});
});

describe('isStamp', () => {
	it.each(['x', '0000000003e8-0000', '0000000003E8-0000-a', '0000000003e8-0000-a b'])(
		'refuses %j',
		(text) => {
			expect(isStamp(text)).toBe(false);
		},
	);

	it('reads the wall time back', () => {
		expect(wallOf('0000000003e8-0000-a')).toBe(1_000);
		expect(wallOf(NO_STAMP)).toBe(0);
	});
});
