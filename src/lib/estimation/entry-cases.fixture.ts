/** Checks one entry as the tests of reading write them. */
import { expect } from 'vitest';
import type { Dimension } from '../content/dimension.ts';
import { readEntry } from './read-entry.ts';

export type Case = [entry: string, expected: Dimension | undefined, value: number | string];

/** A value is canonical; a text is the kind of the fault. */
export function checkEntry(
	entry: string,
	expected: Dimension | undefined,
	value: number | string,
): void {
	const reading = readEntry(entry, expected ? { expected } : {});
	if (typeof value === 'string') {
		expect(reading.ok ? `${reading.quantity.value} ${reading.dimension}` : reading.kind).toBe(
			value,
		);
		if (!reading.ok) {
			expect(reading.start).toBeLessThanOrEqual(reading.end);
			expect(reading.end).toBeLessThanOrEqual(entry.length);
			expect(reading.message).toMatch(/\S/);
			expect(reading.advice).toMatch(/^[A-Z].*\.$/);
		}
	} else if (reading.ok) {
		expect(Math.abs(reading.quantity.value / value - 1)).toBeLessThan(1e-9);
		if (expected) expect(reading.dimension).toBe(expected);
	} else {
		expect.fail(`${reading.kind}: ${reading.message}`);
	}
}

export const DAY = 86_400;
