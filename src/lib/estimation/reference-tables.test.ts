import { describe, expect, it } from 'vitest';
import { orderOf } from './latency-table.ts';
import { readEntry } from './read-entry.ts';
import { REFERENCE_TABLES } from './reference-tables.ts';

const table = (id: string) => {
	const found = REFERENCE_TABLES.find((each) => each.id === id);
	if (!found) throw new Error(`no table ${id}`);
	return found;
};
const value = (entry: string | undefined) => {
	const reading = readEntry(entry ?? '');
	if (!reading.ok) throw new Error(`${entry}: ${reading.message}`);
	return reading.quantity.value;
};

describe('reference tables', () => {
	it('give only what can be read without a doubt', () => {
		const taken = REFERENCE_TABLES.filter(({ id }) => id !== 'units').flatMap(({ rows }) =>
			rows.flat().flatMap(({ take }) => take ?? []),
		);
		expect(taken.length).toBeGreaterThan(100);
		for (const entry of taken) {
			expect(readEntry(entry), entry).toMatchObject({ ok: true, notes: [] });
		}
	});

	it('list only units that are understood, behind or before a number', () => {
		const units = table('units')
			.rows.flat()
			.flatMap(({ take }) => take ?? []);
		expect(units.length).toBeGreaterThan(30);
		for (const unit of units) {
			const entry = unit.startsWith('$') ? unit.replace('$', '$5') : `5 ${unit}`;
			const expected = unit === 'B' ? { expected: 'count' as const } : {};
			expect(readEntry(entry, expected), entry).toMatchObject({ ok: true });
		}
	});

	it('have a cell for each column, but for the units', () => {
		for (const { id, columns, rows } of REFERENCE_TABLES) {
			if (id === 'units') continue;
			for (const row of rows) expect(row, `${id}: ${row[0]?.text}`).toHaveLength(columns.length);
		}
	});

	it('say about and exactly of the same number', () => {
		for (const [first, about, exact] of table('powers').rows) {
			expect(value(about?.take) / value(exact?.take), first?.text).toBeCloseTo(1, 1);
			expect(value(first?.take) / value(exact?.take), first?.text).toBeCloseTo(1, 12);
		}
		for (const [first, exact, head] of table('rates').rows) {
			const ratio = value(head?.take) / value(exact?.take);
			expect(Math.max(ratio, 1 / ratio), first?.text).toBeLessThan(1.26);
		}
	});

	it('state the downtime that the sources state', () => {
		const row = table('availability').rows.find(([share]) => share?.text === '99.99%');
		expect(row?.map(({ text }) => text)).toEqual(['99.99%', '8.64 s', '4.32 min', '52.6 min']);
	});

	it('round a latency to the power of ten between its sources', () => {
		expect(orderOf([0.5, 1])).toBe(1);
		expect(orderOf([250_000, 3_000])).toBe(10_000);
		expect(orderOf([150])).toBe(100);
	});
});
