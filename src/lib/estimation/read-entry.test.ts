import { describe, expect, it } from 'vitest';
import type { Dimension } from '../content/dimension.ts';
import { readEntry } from './read-entry.ts';

type Case = [entry: string, expected: Dimension | undefined, value: number | string];

/** The table of the specification: a canonical value, or the kind of the error. */
const TABLE: Case[] = [
	['100M', 'count', 1e8],
	['1.2 PB', 'data', 1.2e15],
	['~115k qps', 'rate', 115_000],
	['10^9', 'count', 1e9],
	['5e3', 'count', 5000],
	['3 TB/day', 'data-rate', 34_722_222.2222],
	['12k/s', 'rate', 12_000],
	['1.5 Gbps', 'data-rate', 1.875e8],
	['16 GiB', 'data', 17_179_869_184],
	['16 GB', 'data', 1.6e10],
	['1,000,000', 'count', 1e6],
	['5 × 10⁹ bytes', 'data', 5e9],
	['100 million users', 'count', 1e8],
	['10m requests/day', 'rate', 115.7407],
	['5m', 'time', 300],
	['100 Mb/s', 'data-rate', 1.25e7],
	['100 MB/s', 'data-rate', 1e8],
	['99.99%', 'fraction', 0.9999],
	['four nines', 'fraction', 0.9999],
	['200 ms', 'time', 0.2],
	['100M * 500 bytes * 365 * 5', 'data', 9.125e13],
	['100M users × 10 reads / day', 'rate', 11_574.0741],
	['62^7', 'count', 3_521_614_606_208],
	['115000', 'rate', 'missing-unit'],
	['3 TB', 'data-rate', 'wrong-unit'],
	['5 TB + 3 days', 'data', 'add-mismatch'],
	['-4 GB', 'data', 'negative'],
	['lots', 'count', 'unknown-unit'],
	['250 billion read requests per month', 'rate', 96_450.6173],
	['400 requests per second', 'rate', 400],
	['12.7 GB per month', 'data-rate', 4899.6914],
];

function check(entry: string, expected: Dimension | undefined, value: number | string): void {
	const reading = readEntry(entry, expected ? { expected } : {});
	if (typeof value === 'string') {
		expect(reading.ok ? `${reading.quantity.value} ${reading.dimension}` : reading.kind).toBe(
			value,
		);
	} else if (reading.ok) {
		expect(Math.abs(reading.quantity.value / value - 1)).toBeLessThan(1e-6);
		if (expected) expect(reading.dimension).toBe(expected);
	} else {
		expect.fail(`${reading.kind}: ${reading.message}`);
	}
}

describe('the table of ESTIMATION', () => {
	it.each(TABLE)('%s as %s', check);
});
