import { describe, expect, it } from 'vitest';
import { readEntry } from '../../estimation/read-entry.ts';
import { OPERATORS, UNITS, textOfKey, type UnitKey } from './unit-keys.ts';

function typed(...keys: string[]): string {
	return keys.reduce((text, face) => {
		const key = [...UNITS, ...OPERATORS].find((each) => each.face === face);
		return text + (key ? textOfKey(key, text) : face);
	}, '');
}

describe('unit keys', () => {
	it('write with the spaces that a person would type', () => {
		expect(typed('100', 'M', '×', '2', 'KB', '/day')).toBe('100M × 2 KB/day');
		expect(typed('5', '×10ⁿ', '9')).toBe('5 × 10^9');
		expect(typed('~', '20', '%', '×', '3', 'TB')).toBe('~20% × 3 TB');
	});

	it('write nothing that is not understood behind a number', () => {
		const behind = (key: UnitKey) => `5${textOfKey(key, '5')}`;
		const units = UNITS.filter(({ face }) => face !== '~' && face !== 'B');
		for (const key of units) {
			expect(readEntry(behind(key)), behind(key)).toMatchObject({ ok: true, notes: [] });
		}
		for (const key of OPERATORS.filter(({ kind }) => kind === 'operator')) {
			expect(readEntry(`${behind(key)}4`), key.face).toMatchObject({ ok: true });
		}
	});
});
