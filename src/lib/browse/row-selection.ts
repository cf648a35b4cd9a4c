/** Which rows of a list are selected, and where one stands in it; as lists of files and mails do it. */

export interface RowSelection {
	selected: ReadonlySet<number>;
	/** Place in the list at which one stands; −1 for none. */
	at: number;
	/** Place from which a range reaches to `at`. */
	anchor: number;
}

export const NO_SELECTION: RowSelection = { selected: new Set(), at: -1, anchor: -1 };

/** Goes to a place; with `extend` everything from the anchor to there is selected, and nothing else. */
export function moveTo(
	{ selected, at, anchor }: RowSelection,
	rows: Uint32Array,
	to: number,
	extend = false,
): RowSelection {
	if (rows.length === 0) return NO_SELECTION;
	const place = Math.min(Math.max(to, 0), rows.length - 1);
	if (!extend) return { selected, at: place, anchor: place };
	const from = anchor >= 0 ? anchor : Math.max(at, 0);
	const range = rows.subarray(Math.min(from, place), Math.max(from, place) + 1);
	return { selected: new Set(range), at: place, anchor: from };
}

/** Selects the row at a place, or no longer. */
export function toggleAt(
	{ selected }: RowSelection,
	rows: Uint32Array,
	place: number,
): RowSelection {
	const row = rows[place];
	if (row === undefined) return NO_SELECTION;
	const next = new Set(selected);
	if (!next.delete(row)) next.add(row);
	return { selected: next, at: place, anchor: place };
}

export function selectAll({ at, anchor }: RowSelection, rows: Uint32Array): RowSelection {
	return { selected: new Set(rows), at, anchor };
}

export function selectNone({ at }: RowSelection): RowSelection {
	return { selected: NO_SELECTION.selected, at, anchor: at };
}

/** After the list has become another: what is still in it stays selected, and one stands where the same card is now. */
export function carriedOver(
	{ selected, at }: RowSelection,
	before: Uint32Array,
	rows: Uint32Array,
): RowSelection {
	const kept =
		selected.size === 0 ? NO_SELECTION.selected : new Set(rows.filter((row) => selected.has(row)));
	const row = before[at];
	if (row === undefined || rows.length === 0) return { selected: kept, at: -1, anchor: -1 };
	const place = rows.indexOf(row);
	const next = place >= 0 ? place : Math.min(at, rows.length - 1);
	return { selected: kept, at: next, anchor: next };
}

/** Where a key leads in a list of `count` rows of which a page shows `page`; `undefined` for keys that lead nowhere. */
export function placeAfterKey(
	key: string,
	at: number,
	count: number,
	page: number,
): number | undefined {
	switch (key) {
		case 'ArrowDown':
			return at + 1;
		case 'ArrowUp':
			return at < 0 ? 0 : at - 1;
		case 'PageDown':
			return Math.max(at, 0) + page;
		case 'PageUp':
			return Math.max(at, 0) - page;
		case 'Home':
			return 0;
		case 'End':
			return count - 1;
		default:
			return undefined;
	}
}
