import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIMENSIONS, type Dimension } from '../content/dimension.ts';
import { echoQuantity, echoReading } from './echo.ts';
import { formatExactly, formatQuantity, sayQuantity } from './format-quantity.ts';
import { otherUnits } from './other-units.ts';
import { multiply } from './quantity-algebra.ts';
import { quantityOf } from './quantity.ts';
import { readEntry } from './read-entry.ts';
import { shortNumber } from './short-number.ts';

function valueOf(text: string, expected: Dimension): number {
	const reading = readEntry(text, { expected });
	if (!reading.ok) expect.fail(`${text}: ${reading.message}`);
	return reading.quantity.value;
}

const anyValue = fc.oneof(
	fc.double({ min: 1e-12, max: 1e30, noNaN: true }),
	fc.double({ min: 1, max: 1e9, noNaN: true }),
	fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: -9, max: 21 })).map(([m, e]) => {
		return Number(`${m}e${e}`);
	}),
);

describe('format and read', () => {
	it('give the very same number', () => {
		fc.assert(
			fc.property(anyValue, fc.constantFrom(...DIMENSIONS), (value, dimension) => {
				expect(valueOf(formatExactly(quantityOf(value, dimension)), dimension)).toBe(value);
			}),
			{ numRuns: 2000 },
		);
	});

	it('give the same number to as many digits as are shown, and then the same text', () => {
		fc.assert(
			fc.property(
				anyValue,
				fc.constantFrom(...DIMENSIONS),
				fc.integer({ min: 2, max: 6 }),
				(value, dimension, digits) => {
					fc.pre(dimension !== 'fraction' || value < 1e6);
					const text = formatQuantity(quantityOf(value, dimension), digits);
					const read = valueOf(text, dimension);
					expect(Math.abs(read / value - 1)).toBeLessThan(6 * 10 ** -digits);
					expect(formatQuantity(quantityOf(read, dimension), digits)).toBe(text);
				},
			),
			{ numRuns: 2000 },
		);
	});

	it('the other units of an amount are the amount', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 1e-3, max: 1e15, noNaN: true }),
				fc.constantFrom(...DIMENSIONS),
				(value, dimension) => {
					const kind = dimension === 'fraction' ? Math.min(value, 1) : value;
					for (const { label, text } of otherUnits(quantityOf(kind, dimension), 6)) {
						const tolerance = label === 'power of two' ? 0.2 * Math.log2(kind) + 0.01 : 1e-4;
						expect(Math.abs(Math.log(valueOf(text, dimension) / kind))).toBeLessThan(
							Math.abs(tolerance),
						);
					}
				},
			),
		);
	});

	it('refuse what has no unit of its own', () => {
		const squared = multiply(quantityOf(2, 'time'), quantityOf(2, 'time'));
		expect(() => formatExactly(squared)).toThrow('time × time');
		expect(formatQuantity(squared)).toBe('4 (time × time)');
	});
});

describe('sensible units', () => {
	it.each<[number, Dimension, string, string]>([
		[11_574.07, 'rate', '11,600/s', '11,600 per second'],
		[1e7 / 86_400, 'rate', '116/s', '116 per second'],
		[0.01, 'rate', '36/h', '36 an hour'],
		[2.5e6, 'rate', '2.5 million/s', '2.5 million per second'],
		[34_722_222, 'data-rate', '34.7 MB/s', '34.7 MB per second'],
		[17_179_869_184, 'data', '17.2 GB', '17.2 GB'],
		[500, 'data', '500 bytes', '500 bytes'],
		[999_999, 'data', '1 MB', '1 MB'],
		[3_521_614_606_208, 'count', '3.52 trillion', '3.52 trillion'],
		[12, 'count', '12', '12'],
		[0.2, 'time', '200 ms', '200 milliseconds'],
		[300, 'time', '5 min', '5 minutes'],
		[86_400, 'time', '1 day', '1 day'],
		[1, 'time', '1 s', '1 second'],
		[0.9999, 'fraction', '99.99%', '99.99 %'],
		[0.99999, 'fraction', '99.999%', '99.999 %'],
		[0.2, 'fraction', '20%', '20 %'],
		[2500, 'money', '$2,500', '$2,500'],
		[0.4, 'money', '$0.40', '$0.40'],
		[12.5, 'money', '$12.50', '$12.50'],
		[0.0042, 'money', '$0.0042', '$0.0042'],
		[1.2e6, 'money', '$1.2 million', '$1.2 million'],
		[2000 / 2_592_000, 'money-rate', '$2,000/month', '$2,000 a month'],
		[1.2e24, 'count', '1.2 × 10^24', '1.2 × 10^24'],
	])('%d of %s', (value, dimension, written, said) => {
		expect(formatQuantity(quantityOf(value, dimension))).toBe(written);
		expect(sayQuantity(quantityOf(value, dimension))).toBe(said);
	});

	it('short numbers group thousands and carry no needless zeros', () => {
		expect([1e6, 1234.5, 0.2, 1e-7, 0].map((each) => shortNumber(each, 5))).toEqual([
			'1,000,000',
			'1,234.5',
			'0.2',
			'1 × 10^-7',
			'0',
		]);
	});
});

describe('echo', () => {
	it.each<[string, Dimension, string]>([
		['12k/s', 'rate', '12,000 per second ≈ 1.04 billion a day'],
		['10M/day', 'rate', '116 per second ≈ 10 million a day'],
		['3 TB/day', 'data-rate', '34.7 MB per second ≈ 3 TB a day'],
		['16 GiB', 'data', '17.2 GB ≈ 16 GiB'],
		['16 GB', 'data', '16 GB'],
		['5m', 'time', '5 minutes = 300 seconds'],
		['200 ms', 'time', '200 milliseconds'],
		['100M', 'count', '100 million = 100,000,000'],
		['62^7', 'count', '3.52 trillion ≈ 3,521,614,606,208'],
		['four nines', 'fraction', '99.99 % ≈ 52.6 min of a year missing'],
		['20%', 'fraction', '20 %'],
		['~5k', 'count', 'about 5,000'],
		['10k+ users', 'count', 'at least 10,000'],
		['10-20k', 'count', '14,100 (from 10,000 to 20,000)'],
		['$5k', 'money', '$5,000'],
		['$100/month', 'money-rate', '$100 a month ≈ $1,220 a year'],
		['3/day', 'rate', '3 a day'],
	])('%s', (entry, expected, line) => {
		const reading = readEntry(entry, { expected });
		if (!reading.ok) expect.fail(reading.message);
		expect(echoReading(reading).line).toBe(line);
	});

	it('says a quantity without a reading', () => {
		expect(echoQuantity(quantityOf(1.5e6, 'data')).line).toBe('1.5 MB');
	});
});
