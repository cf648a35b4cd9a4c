import fc from 'fast-check';
import { evaluate, unit } from 'mathjs';
import { describe, expect, it } from 'vitest';
import { DIMENSIONS } from '../content/dimension.ts';
import { FAULT_KINDS } from './entry-fault.ts';
import { readEntry } from './read-entry.ts';

const expected = fc.option(fc.constantFrom(...DIMENSIONS), { nil: undefined });
const pieces = fc.constantFrom(
	...'0 1 9 12 100 1,000 2,5 1.5 1.000.000 5e3 1e400 k M B m b G KB kb Kb KiB Gbps MBps bytes bits users'.split(
		' ',
	),
	...'requests per day a an each every /s ms min h 30m % nines four nine 9s $ € USD + - − * × x / ÷ ^ ** ( ) , ; = ~ < >= to – ..'.split(
		' ',
	),
	...'⁹ ⁻ sqrt( max( log( daily of between and half million crore 🚀 ١ \u202e \ud83d __proto__'.split(
		' ',
	),
);
const messes = fc.array(fc.tuple(pieces, fc.constantFrom('', ' ')), { maxLength: 12 });

function read(text: string, dimension: (typeof DIMENSIONS)[number] | undefined) {
	return readEntry(text, dimension ? { expected: dimension } : {});
}

/** What mathjs makes of a sum; undefined where it goes on with complex numbers and then gives up. */
function calculated(text: string): unknown {
	try {
		return evaluate(text);
	} catch {
		return undefined;
	}
}

describe('no entry', () => {
	it('throws, whatever it holds, and each result is whole', { timeout: 60_000 }, () => {
		const entries = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 500 }),
			messes.map((list) => list.flat().join('')),
		);
		fc.assert(
			fc.property(entries, expected, (text, dimension) => {
				const reading = read(text, dimension);
				if (reading.ok) {
					const { value } = reading.quantity;
					expect(value > 0 && value < Infinity).toBe(true);
					expect(reading.dimension).toBe(dimension ?? reading.dimension);
				} else {
					const { start, end } = reading;
					expect(FAULT_KINDS).toContain(reading.kind);
					expect(start >= 0 && end >= start && end <= text.length).toBe(true);
				}
			}),
			{ numRuns: 2000 },
		);
	});

	it('depends on the space around it', () => {
		fc.assert(
			fc.property(messes, expected, (list, dimension) => {
				const text = list.flat().join('');
				const [a, b] = [read(text, dimension), read(`  ${text} `, dimension)];
				expect(b.ok ? b.quantity : b.kind).toEqual(a.ok ? a.quantity : a.kind);
			}),
		);
	});
});

describe('mathjs, where both read the same language', () => {
	const leaf = fc.oneof(
		fc.integer({ min: 1, max: 10_000 }).map(String),
		fc.double({ min: 0.001, max: 1000, noNaN: true }).map((value) => value.toFixed(2)),
		fc.integer({ min: 1, max: 9 }).map((power) => `1e${power}`),
	);
	const { sum } = fc.letrec<{ sum: string }>((tie) => ({
		sum: fc.oneof(
			{ depthSize: 'medium', withCrossShrink: true },
			leaf,
			fc
				.tuple(tie('sum'), fc.constantFrom(' + ', ' - ', ' * ', ' / '), tie('sum'))
				.map((parts) => parts.join('')),
			tie('sum').map((inner) => `(${inner})`),
			tie('sum').map((inner) => `sqrt(${inner})`),
			tie('sum').map((inner) => `-(${inner})`),
			fc.tuple(leaf, fc.integer({ min: 0, max: 3 })).map(([base, power]) => `${base}^${power}`),
			fc.tuple(tie('sum'), tie('sum')).map(([a, b]) => `max(${a}, ${b})`),
		),
	}));

	it('agrees on arithmetic', { timeout: 60_000 }, () => {
		let compared = 0;
		fc.assert(
			fc.property(sum, (text) => {
				fc.pre(text.length < 300);
				const reading = readEntry(text);
				const theirs = calculated(text);
				if (typeof theirs !== 'number' || !Number.isFinite(theirs)) {
					expect(reading.ok).toBe(false);
				} else if (reading.ok) {
					compared++;
					expect(Math.abs(reading.quantity.value / theirs - 1)).toBeLessThan(1e-9);
				} else if (reading.kind === 'negative') expect(theirs).toBeLessThan(0);
				else if (reading.kind === 'zero') expect(Math.abs(theirs)).toBe(0);
				else expect(['zero-division', 'not-plain', 'too-deep']).toContain(reading.kind);
			}),
			{ numRuns: 1000 },
		);
		expect(compared).toBeGreaterThan(300);
	});

	it.each([
		['500 MB', 'B'],
		['16 GiB', 'B'],
		['3 TiB', 'B'],
		['100 Mbit', 'B'],
		['8 Gibit', 'B'],
		['12 kB', 'B'],
		['250 ms', 's'],
		['30 minutes', 's'],
		['7 days', 's'],
		['3 weeks', 's'],
		['40 us', 's'],
		['5 GB / (10 s)', 'B/s'],
		['10 GB / (1 Gbit/s)', 's'],
		['3 TB/day', 'B/s'],
		['5 kHz', 'Hz'],
		['2 GB + 500 MB', 'B'],
	])('agrees on %s', (text, canonical) => {
		const reading = readEntry(text);
		// Their bit is a b.
		const theirs = unit(String(evaluate(text.replaceAll('bit', 'b')))).toNumber(canonical);
		if (!reading.ok) expect.fail(reading.message);
		expect(Math.abs(reading.quantity.value / theirs - 1)).toBeLessThan(1e-9);
	});

	it.each(['5 TB + 3 days', '2 GB - 1 s'])('refuses %s as well', (text) => {
		expect(readEntry(text)).toMatchObject({ ok: false, kind: 'add-mismatch' });
		expect(() => evaluate(text) as unknown).toThrow();
	});
});
