import { describe, expect, it } from 'vitest';
import { quantityOf } from './quantity.ts';
import { readPad } from './read-pad.ts';

function results(...lines: string[]): (string | undefined)[] {
	return readPad(lines).map(
		({ result }) =>
			result && (result.ok ? `${result.quantity.value} ${result.dimension}` : result.kind),
	);
}

describe('a pad', () => {
	it('carries results under their names', () => {
		expect(
			results(
				'# a feed',
				'users = 100M users',
				'reads = users × 10 / day',
				'',
				'peak: reads × 3',
				'peak * 2 KB',
			),
		).toEqual([
			undefined,
			'100000000 count',
			`${1e9 / 86_400} rate`,
			undefined,
			`${(1e9 / 86_400) * 3} rate`,
			`${(1e9 / 86_400) * 3 * 2000} data-rate`,
		]);
	});

	it('a name is a value by itself and a label behind a number', () => {
		expect(results('users = 100M', '10 users', 'users', '5 × users')).toEqual([
			'100000000 count',
			'10 count',
			'100000000 count',
			'500000000 count',
		]);
	});

	it('a hyphen between names is a minus', () => {
		expect(results('reads = 10', 'writes = 4', 'reads-writes')).toEqual([
			'10 count',
			'4 count',
			'6 count',
		]);
	});

	it('later lines take names over, and a fault takes them away', () => {
		expect(results('x = 5', 'x = x + 1', 'x', 'x = lots', 'foo = 2', '5 foo')).toEqual([
			'5 count',
			'6 count',
			'6 count',
			'unknown-unit',
			'2 count',
			'two-numbers',
		]);
		expect(results('foo = 5', 'foo = lots', 'foo')[2]).toBe('unknown-unit');
	});

	it('calls the last result above ans', () => {
		expect(results('5 GB', 'x = 10 MB', 'ans * 2', '', 'lots', 'ans')).toEqual([
			'5000000000 data',
			'10000000 data',
			'20000000 data',
			undefined,
			'unknown-unit',
			'20000000 data',
		]);
		expect(results('ans', 'ans = 5')).toEqual(['unknown-unit', 'syntax']);
	});

	it('begins with the values that it is given', () => {
		const given = new Map([['users', quantityOf(5, 'count')]]);
		const [line] = readPad(['users × 2'], given);
		expect(line?.result).toMatchObject({ ok: true, quantity: { value: 10 } });
		expect([...given.keys()]).toEqual(['users']);
	});

	it('units are no names', () => {
		expect(readPad(['day = 5', 'KB = 5', 'm: 3']).map(({ result }) => result)).toMatchObject([
			{ kind: 'syntax', start: 0, end: 3 },
			{ kind: 'syntax' },
			{ kind: 'syntax' },
		]);
	});

	it('says where the calculation begins', () => {
		expect(readPad(['  users =  5M lots'])[0]).toMatchObject({
			name: 'users',
			offset: 11,
			result: { ok: false, start: 3, end: 7 },
		});
		expect(readPad(['5M lots'])[0]).toMatchObject({ offset: 0 });
	});
});
