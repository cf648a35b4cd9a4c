import { describe, expect, it } from 'vitest';
import { type Case, DAY, checkEntry } from './entry-cases.fixture.ts';
import { readEntry } from './read-entry.ts';

describe('times', () => {
	it.each<Case>([
		['5 ns', 'time', 5e-9],
		['5 us', 'time', 5e-6],
		['5 µs', 'time', 5e-6],
		['5 μs', 'time', 5e-6],
		['5 min', 'time', 300],
		['5 mins', 'time', 300],
		['2 h', 'time', 7200],
		['2 hrs', 'time', 7200],
		['3 d', 'time', 3 * DAY],
		['3 D', 'time', 3 * DAY],
		['2 weeks', 'time', 14 * DAY],
		['1 month', 'time', 30 * DAY],
		['1 yr', 'time', 365 * DAY],
		['9s', 'time', 9],
		['1h30m', 'time', 5400],
		['1 h 30 min', 'time', 5400],
		['2 days 3 hours', 'time', 51 * 3600],
		['4m 23s', 'time', 263],
		['10 GB / 1 Gbps', 'time', 80],
		['1M / 500 per second', 'time', 'wrong-unit'],
		['1M / (500 per second)', 'time', 2000],
		['5 days 3', 'time', 'two-numbers'],
		['3 s 5 min', 'time', 'two-numbers'],
		['5', 'time', 'missing-unit'],
		['5M', 'time', 'missing-unit'],
		['5 fortnights', 'time', 'unknown-unit'],
	])('%s as %s', checkEntry);
});

describe('shares', () => {
	it.each<Case>([
		['0.9999', 'fraction', 0.9999],
		['99.99 percent', 'fraction', 0.9999],
		['80 per cent', 'fraction', 0.8],
		['5‰', 'fraction', 0.005],
		['4 nines', 'fraction', 0.9999],
		['3 9s', 'fraction', 0.999],
		['three 9s', 'fraction', 0.999],
		['five-nines', 'fraction', 0.99999],
		['1 - 99.9%', 'fraction', 0.001],
		['1-99.9%', 'fraction', 0.001],
		['100% - 99.9%', 'fraction', 0.001],
		['99.9% ^ 2', 'fraction', 0.998001],
		['99.9% × 99.99%', 'fraction', 0.999 * 0.9999],
		['1 - (1 - 99%)^2', 'fraction', 0.9999],
		['(2 + 3)% ^ 2', 'fraction', 0.0025],
		['20% / 2', 'fraction', 0.1],
		['2/100', 'fraction', 0.02],
		['3 parts per million', 'fraction', 3e-6],
		['8.76 h / year', 'fraction', 0.001],
		['80% reads', 'fraction', 0.8],
		['20% of 100M users', 'count', 2e7],
		['100M × 20%', 'count', 2e7],
		['100 + 20%', 'count', 120],
		['100 - 20%', 'count', 80],
		['99.99', 'fraction', 'missing-unit'],
		['20%', 'count', 'wrong-unit'],
		['20% TB', 'data', 'two-units'],
		['20% + 5', 'count', 'add-mismatch'],
		['4.5 nines', 'fraction', 'number-format'],
		['40 nines', 'fraction', 'number-format'],
		['nines', 'fraction', 'unknown-unit'],
	])('%s as %s', checkEntry);
});

describe('money', () => {
	it.each<Case>([
		['$5k', 'money', 5000],
		['5 USD', 'money', 5],
		['US$5k', 'money', 5000],
		['5k dollars', 'money', 5000],
		['50 cents', 'money', 0.5],
		['$0.02/GB × 100 TB', 'money', 2000],
		['$0.02/GB/month × 100 TB', 'money-rate', 2000 / (30 * DAY)],
		['$5k/month', 'money-rate', 5000 / (30 * DAY)],
		['5k dollars a month', 'money-rate', 5000 / (30 * DAY)],
		['$1000 / $10', 'count', 100],
		['$5k', 'count', 'money-not-asked'],
		['$5k/month', 'data-rate', 'money-not-asked'],
		['5k', 'money', 'missing-unit'],
		['$5k', 'money-rate', 'wrong-unit'],
		['€5k', 'money', 'currency-mismatch'],
		['$5 + €5', 'money', 'currency-mismatch'],
		['$10 / €5', 'count', 'currency-mismatch'],
		['20 $/GB', 'money', 'wrong-unit'],
	])('%s as %s', checkEntry);

	it('takes the currency that is asked for', () => {
		const reading = readEntry('€5k', { expected: 'money', currency: '€' });
		expect(reading).toMatchObject({ ok: true, quantity: { value: 5000, currency: '€' } });
	});
});

describe('arithmetic', () => {
	it.each<Case>([
		['2 + 3 × 4', 'count', 14],
		['(2 + 3) × 4', 'count', 20],
		['2^3^2', 'count', 512],
		['100 / 5 / 2', 'count', 10],
		['100 ÷ 5 × 2', 'count', 40],
		['100 divided by 5', 'count', 20],
		['5 times 4', 'count', 20],
		['10 minus 4', 'count', 6],
		['--5', 'count', 5],
		['+5', 'count', 5],
		['2 * -3 * -1', 'count', 6],
		['-2^2', 'count', 'negative'],
		['2^-3', 'count', 0.125],
		['10k^2', 'count', 1e8],
		['5 s^2', 'time', 'syntax'],
		['5-8 × 2', 'count', 2 * Math.sqrt(40)],
		['0-8', 'count', 'negative'],
		['sqrt(16)', 'count', 4],
		['log2(1024)', 'count', 10],
		['log(1000)', 'count', 3],
		['max(3, 4k)', 'count', 4000],
		['max(3,4)', 'count', 4],
		['min(5 TB, 3 TB)', 'data', 3e12],
		['ceil(11574/1000)', 'count', 12],
		['= 12k/s', 'rate', 12_000],
		['12k/s =', 'rate', 12_000],
		['12k/s.', 'rate', 12_000],
		['10x', 'count', 10],
		['3x replication', 'count', 3],
		['41 bits', 'count', 41],
		['100M*10 = 1B', 'count', 'syntax'],
		['', 'count', 'empty'],
		['   ', 'count', 'empty'],
		['=', 'count', 'empty'],
		['5 ×', 'count', 'syntax'],
		['× 5', 'count', 'syntax'],
		['5 × × 5', 'count', 'syntax'],
		['(5', 'count', 'syntax'],
		['5)', 'count', 'syntax'],
		['()', 'count', 'syntax'],
		['5(3+4)', 'count', 'syntax'],
		['5,', 'count', 'syntax'],
		['sqrt(4, 5)', 'count', 'syntax'],
		['users × 10', 'count', 'missing-number'],
		['sqrt(5 TB)', 'data', 'bad-exponent'],
		['2^(3 s)', 'count', 'bad-exponent'],
		['(0-8)^0.5', 'count', 'bad-exponent'],
		['log2(5 TB)', 'count', 'not-plain'],
		['log2(0)', 'count', 'not-plain'],
		['3 TB + 5', 'data', 'add-mismatch'],
		['max(3 TB, 5 s)', 'data', 'add-mismatch'],
		['/s', 'rate', 'syntax'],
		['5 per', 'rate', 'syntax'],
	])('%s as %s', checkEntry);
});

describe('ranges', () => {
	it.each<Case>([
		['10-20k qps', 'rate', Math.sqrt(10e3 * 20e3)],
		['10k-20k', 'count', Math.sqrt(10e3 * 20e3)],
		['10k to 20k', 'count', Math.sqrt(10e3 * 20e3)],
		['10 to 20k requests/day', 'rate', Math.sqrt(10e3 * 20e3) / DAY],
		['500 to 1k', 'count', Math.sqrt(500 * 1000)],
		['10–20 TB', 'data', Math.sqrt(10e12 * 20e12)],
		['10 - 20 TB', 'data', Math.sqrt(10e12 * 20e12)],
		['20 to 10', 'count', Math.sqrt(200)],
		['5..7', 'count', Math.sqrt(35)],
		['5…7', 'count', Math.sqrt(35)],
		['between 10 and 20k users', 'count', Math.sqrt(10e3 * 20e3)],
		['10 TB/day to 20 TB/day', 'data-rate', Math.sqrt(200) * (1e12 / DAY)],
		['100M × 10 to 20 reads/day', 'rate', (1e8 * Math.sqrt(200)) / DAY],
		['100M × (10 to 20)', 'count', 1e8 * Math.sqrt(200)],
		['3 TB / 2-3 days', 'data-rate', 3e12 / (Math.sqrt(6) * DAY)],
		['2-5%', 'fraction', Math.sqrt(0.02 * 0.05)],
		['$10-20k', 'money', Math.sqrt(10e3 * 20e3)],
		['$10k-$20k', 'money', Math.sqrt(10e3 * 20e3)],
		['5-3', 'count', 2],
		['20 - 10', 'count', 10],
		['20k - 10', 'count', 19_990],
		['5 - 8', 'count', 'negative'],
		['100M × 10/day to 20/day', 'rate', 'bad-range'],
		['0 to 5', 'count', 'bad-range'],
		['5 TB to 5 s', 'data', 'bad-range'],
		['5 to', 'count', 'syntax'],
		['to 5', 'count', 'syntax'],
	])('%s as %s', checkEntry);

	it('keeps the ends, also below a division', () => {
		const reading = readEntry('3 TB / 2-3 days', { expected: 'data-rate' });
		if (!reading.ok) expect.fail(reading.message);
		expect(reading.range?.low).toBeCloseTo(1e12 / DAY, 3);
		expect(reading.range?.high).toBeCloseTo(1.5e12 / DAY, 3);
	});
});

describe('marks', () => {
	it.each<[string, boolean, string | undefined]>([
		['~10k', true, undefined],
		['≈ 10k', true, undefined],
		['about 10k', true, undefined],
		['roughly 10k users', true, undefined],
		['~ > 10k', true, 'at-least'],
		['> 10k', false, 'at-least'],
		['>= 10k', false, 'at-least'],
		['≥10k', false, 'at-least'],
		['more than 10k', false, 'at-least'],
		['10k+', false, 'at-least'],
		['10k+ users', false, 'at-least'],
		['< 10k', false, 'at-most'],
		['<=10k', false, 'at-most'],
		['at most 10k', false, 'at-most'],
		['up to 10k', false, 'at-most'],
		['10k', false, undefined],
	])('%s', (entry, approximate, bound) => {
		const reading = readEntry(entry, { expected: 'count' });
		if (!reading.ok) expect.fail(reading.message);
		expect(reading.quantity.value).toBe(10_000);
		expect(reading.approximate).toBe(approximate);
		expect(reading.bound).toBe(bound);
	});

	it('a plus between numbers adds', () => {
		expect(readEntry('10k+5', { expected: 'count' })).toMatchObject({
			quantity: { value: 10_005 },
		});
		expect(readEntry('10k +5', { expected: 'count' })).toMatchObject({
			quantity: { value: 10_005 },
		});
	});
});
