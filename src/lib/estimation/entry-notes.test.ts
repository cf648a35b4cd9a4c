import { describe, expect, it } from 'vitest';
import type { Dimension } from '../content/dimension.ts';
import { readEntry } from './read-entry.ts';
import { LONGEST_ENTRY } from './tokenize-entry.ts';

function notesOf(entry: string, expected?: Dimension): [kind: string, ...others: string[]][] {
	const reading = readEntry(entry, expected ? { expected } : {});
	if (!reading.ok) expect.fail(`${reading.kind}: ${reading.message}`);
	return reading.notes.map(({ kind, alternatives }) => [
		kind,
		...alternatives.map(({ text }) => text),
	]);
}

describe('a reading that could have been another', () => {
	it.each<[string, Dimension, ...[kind: string, ...others: string[]][]]>([
		['5m', 'time', ['million-or-minutes', '5 million']],
		['10m requests/day', 'rate', ['million-or-minutes', '10 minutes requests/day']],
		['5B', 'count', ['billion-or-bytes', '5 bytes']],
		['500 B', 'data', ['billion-or-bytes', '500 billion']],
		['5b users', 'count', ['billion-or-bits', '5 bits users']],
		['8 b', 'data', ['billion-or-bits', '8 billion']],
		['100 Mb/s', 'data-rate', ['bits-or-bytes', '100 MB/s']],
		['100 mb', 'data', ['bits-or-bytes', '100 Mbit']],
		['100 gb', 'data', ['bits-or-bytes', '100 Gbit']],
		['1 Kb', 'data', ['bits-or-bytes', '1 KB']],
		['100 MBPS', 'data-rate', ['bits-or-bytes', '100 Mbit/s']],
		['41 bits', 'count', ['counted-bits', '41 bits']],
		['2,5', 'count', ['decimal-comma', '25']],
		['1.000.000', 'count', ['dot-groups', '1.000000']],
		['1.500', 'count', ['dot-decimal', '1,500']],
		['1.234,56', 'count', ['decimal-comma']],
		['1,00,000', 'count', ['lakh-groups']],
		['2,5 × 1,000', 'count', ['decimal-comma', '25 × 1,000'], ['comma-groups', '2,5 × 1.000']],
		['10M daily users', 'count', ['daily', '10M /day users']],
		['5 D', 'time', ['letter-case']],
		['1-99.9%', 'fraction', ['range-or-minus', '1 to 99.9%']],
		['2-5%', 'fraction', ['range', '2 - 5%']],
		['10*3-20', 'count', ['range-or-minus', '10*3 to 20']],
		['10-20k', 'count', ['range']],
		['2 × 3-5', 'count', ['range', '2 × 3 - 5']],
		['100 + 20%', 'count', ['relative-percent', '100 + 0.2']],
		['1h 30m', 'time', ['compound-time']],
		['log(1000)', 'count', ['log-base', 'log2(1000)', 'ln(1000)']],
	])('%s as %s', (entry, expected, ...notes) => {
		expect(notesOf(entry, expected)).toEqual(notes);
	});

	it.each<[string, Dimension]>([
		['100 MB', 'data'],
		['100 kB', 'data'],
		['1.5 Gbps', 'data-rate'],
		['100 mbps', 'data-rate'],
		['1,000,000', 'count'],
		['1,000', 'count'],
		['0.125', 'count'],
		['2.25', 'count'],
		['5 min', 'time'],
		['100M', 'count'],
		['1 - 99.9%', 'fraction'],
		['10M daily active users', 'count'],
		['41 bits', 'data'],
	])('nothing is said about %s', (entry, expected) => {
		expect(notesOf(entry, expected)).toEqual([]);
	});

	it('gives a letter of two meanings back where nothing is asked for', () => {
		for (const [entry, ...others] of [
			['5m', '5 million', '5 minutes'],
			['500 B', '500 billion', '500 bytes'],
			['8b', '8 billion', '8 bits'],
		]) {
			const reading = readEntry(entry ?? '');
			if (reading.ok) expect.fail('read');
			expect(reading.kind).toBe('ambiguous-unit');
			expect(reading.alternatives.map(({ text }) => text)).toEqual(others);
		}
	});

	it('takes it where only one meaning can stand there', () => {
		expect(readEntry('5k B')).toMatchObject({ ok: true, dimension: 'data' });
		expect(readEntry('1h30m')).toMatchObject({ ok: true, dimension: 'time' });
	});

	it('every alternative can be read, if not as what was asked for', () => {
		for (const entry of [
			'5m',
			'5B',
			'100 mb',
			'100 Mb',
			'2,5',
			'1.000.000',
			'1.500',
			'2-5%',
			'1-5%',
		]) {
			for (const expected of ['time', 'count', 'data', 'fraction'] as const) {
				const reading = readEntry(entry, { expected });
				const notes = reading.ok ? reading.notes : [];
				for (const { text } of notes.flatMap(({ alternatives }) => alternatives)) {
					const other = readEntry(text);
					expect(other.ok ? 'read' : other.message).toBe('read');
					if (reading.ok && other.ok) expect(other.quantity).not.toEqual(reading.quantity);
				}
			}
		}
	});
});

describe('a fault', () => {
	it.each<[string, Dimension, number, number]>([
		['100M lots', 'count', 5, 9],
		['5 TB + 3 days', 'data', 0, 13],
		['10 × 5 TB GB', 'data', 7, 12],
		['100 200', 'count', 0, 7],
		['3 × (4 + 5', 'count', 4, 5],
		['🙂 5', 'count', 0, 2],
		['5 ×', 'count', 3, 3],
	])('%s stands at its place', (entry, expected, start, end) => {
		expect(readEntry(entry, { expected })).toMatchObject({ ok: false, start, end });
	});

	it.each<[string, Dimension, ...string[]]>([
		['115000', 'rate', '115000/s', '115000/day'],
		['3 TB', 'data-rate', '3 TB/s', '3 TB/day'],
		['100M + 5M', 'rate', '(100M + 5M)/s', '(100M + 5M)/day'],
		['16G', 'data', '16GB'],
		['99.9', 'fraction', '99.9%'],
		['5', 'time', '5 ms', '5 s', '5 min'],
		['1 000 000', 'count', '1,000,000', '1 × 000 000'],
		['5 8', 'count', '5 × 8'],
		['5 - 8', 'count', '5 to 8'],
		['5(3+4)', 'count', '5 × (3+4)'],
		['(5', 'count', '(5)'],
		['1234,567', 'count', '1234567', '1234.567'],
	])('%s as %s offers what may be meant', (entry, expected, ...others) => {
		const reading = readEntry(entry, { expected });
		if (reading.ok) expect.fail('read');
		expect(reading.alternatives.map(({ text }) => text)).toEqual(others);
	});

	it('says both kinds of amounts', () => {
		expect(readEntry('3 TB', { expected: 'data-rate' })).toMatchObject({
			message: 'You gave an amount of data; this asks for a data rate.',
		});
		expect(readEntry('115000', { expected: 'rate' })).toMatchObject({ message: '115000 of what?' });
	});
});

describe('hostile entries', () => {
	it.each<[string, string, string]>([
		['very long', '1'.repeat(LONGEST_ENTRY + 1), 'too-long'],
		['very long words', 'a'.repeat(10_000), 'too-long'],
		['deep brackets', `${'('.repeat(31)}1${')'.repeat(31)}`, 'too-deep'],
		['deep functions', `${'sqrt('.repeat(31)}1${')'.repeat(31)}`, 'too-deep'],
		['deep powers', '2^'.repeat(199) + '2', 'overflow'],
		['many signs', '-'.repeat(399) + '1', 'negative'],
		['open brackets', '('.repeat(30), 'syntax'],
		['letters of two meanings', Array(6).fill('5m').join('+'), 'ambiguous-unit'],
		['emoji', '🚀', 'unknown-unit'],
		['half of an emoji', '\ud83d5', 'unknown-unit'],
		['letters of Object', 'constructor', 'unknown-unit'],
		['a number of Object', '5 constructor', 'unknown-unit'],
		['__proto__', '5 __proto__', 'unknown-unit'],
		['toString()', 'toString()', 'unknown-unit'],
		['code', '1; alert(1)', 'syntax'],
		['markup', '5 <b>', 'syntax'],
		['a null', '5\u0000', 'unknown-unit'],
		['Infinity', 'Infinity', 'unknown-unit'],
		['NaN', 'NaN', 'unknown-unit'],
		['hexadecimal', '0x10', 'zero'],
	])('%s', (_, entry, kind) => {
		expect(readEntry(entry, { expected: 'count' })).toMatchObject({ ok: false, kind });
	});

	it('marks of writing direction change nothing', () => {
		const reading = readEntry('\u202e12k\u200f/s\u202c', { expected: 'rate' });
		expect(reading).toMatchObject({ ok: true, quantity: { value: 12_000 } });
	});

	it('nested ranges are read once, not twice a level', () => {
		const entry = `${'1-2^(3-'.repeat(20)}4${')'.repeat(20)}`;
		expect(readEntry(entry, { expected: 'count' }).ok).toBeTypeOf('boolean');
	});
});
