import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	carriedOver,
	moveTo,
	NO_SELECTION,
	placeAfterKey,
	selectAll,
	selectNone,
	toggleAt,
} from './row-selection.ts';

const rows = Uint32Array.of(10, 11, 12, 13, 14);
const list = ({ selected }: { selected: ReadonlySet<number> }) => [...selected].sort();

describe('a selection', () => {
	test('goes with the shift key from where one stood, there and back', () => {
		let now = moveTo(NO_SELECTION, rows, 2);
		expect(now).toMatchObject({ at: 2 });
		expect(list(now)).toEqual([]);
		now = moveTo(moveTo(now, rows, 3, true), rows, 4, true);
		expect(list(now)).toEqual([12, 13, 14]);
		now = moveTo(now, rows, 1, true);
		expect(list(now)).toEqual([11, 12]);
		expect(list(moveTo(now, rows, 0))).toEqual([11, 12]);
	});

	test('takes single rows in and out, all and none', () => {
		const one = toggleAt(toggleAt(NO_SELECTION, rows, 1), rows, 3);
		expect(list(one)).toEqual([11, 13]);
		expect(list(toggleAt(one, rows, 1))).toEqual([13]);
		expect(list(selectAll(one, rows))).toEqual([...rows]);
		expect(selectNone(one)).toMatchObject({ at: 3 });
		expect(list(selectNone(one))).toEqual([]);
		expect(toggleAt(one, rows, 9)).toBe(NO_SELECTION);
	});

	test('stays within the list, and in an empty one there is none', () => {
		expect(moveTo(NO_SELECTION, rows, 99).at).toBe(4);
		expect(moveTo(NO_SELECTION, rows, -4).at).toBe(0);
		expect(moveTo(NO_SELECTION, new Uint32Array(0), 0)).toBe(NO_SELECTION);
	});

	test('is carried over to another list by the cards themselves', () => {
		const before = { selected: new Set([11, 13]), at: 3, anchor: 3 };
		const after = carriedOver(before, rows, Uint32Array.of(14, 13, 10));
		expect(after).toEqual({ selected: new Set([13]), at: 1, anchor: 1 });
		expect(carriedOver(before, rows, Uint32Array.of(10, 11)).at).toBe(1);
		expect(carriedOver(before, rows, new Uint32Array(0))).toEqual({
			...{ selected: new Set(), at: -1, anchor: -1 },
		});
	});
});

test('keys lead to places that are in the list once they are bounded', () => {
	const keys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'];
	fc.assert(
		fc.property(fc.constantFrom(...keys), fc.integer({ min: -1, max: 4 }), (key, at) => {
			const to = placeAfterKey(key, at, rows.length, 3);
			expect(to).toBeDefined();
			const { at: place } = moveTo({ ...NO_SELECTION, at }, rows, to ?? -9);
			expect(rows[place]).toBeDefined();
		}),
	);
	expect(placeAfterKey('x', 0, 5, 3)).toBeUndefined();
});
