/** Puts the cards of the index in the order in which a list shows them. */
import type { Moment } from '../scheduler/study-day.ts';
import type { CardColumns } from './card-columns.ts';
import { propertyOf } from './card-properties.ts';
import { foldText } from './fold-text.ts';
import type { Property } from './search-node.ts';

export const SORT_KEYS = [
	...(['text', 'place', 'due', 's', 'r', 'd', 'ivl'] as const),
	...(['lapses', 'reps', 'added', 'edited'] as const),
];
export type SortKey = (typeof SORT_KEYS)[number];

export interface Sort {
	by: SortKey;
	descending: boolean;
}

/** Orders that were asked for, kept until the columns change or the day ends. */
export class CardOrders {
	readonly #columns: CardColumns;
	readonly #kept = new Map<string, Uint32Array>();
	#at = '';

	constructor(columns: CardColumns) {
		this.#columns = columns;
	}

	/** Every row that holds a card. Those without a value come last either way; equal ones as they were taken in. */
	of(sort: Sort, now: Moment): Uint32Array {
		const at = `${this.#columns.version} ${now.day}`;
		if (at !== this.#at) this.#kept.clear();
		this.#at = at;
		const key = `${sort.by} ${sort.descending}`;
		let order = this.#kept.get(key);
		if (!order) this.#kept.set(key, (order = orderRows(this.#columns, sort, now)));
		return order;
	}
}

/** Above every day and place: where those come that have none. */
const WHOLE_MOST = 2 ** 31;

function orderRows(columns: CardColumns, { by, descending }: Sort, now: Moment): Uint32Array {
	const rows = new Uint32Array(columns.size);
	const values = new Float64Array(columns.count);
	const read = valueOf(columns, by, now);
	let count = 0;
	for (let row = 0; row < columns.count; row += 1) {
		if (!columns.has(row)) continue;
		rows[count++] = row;
		const value = read(row);
		values[row] = Number.isNaN(value) ? Infinity : descending ? -value : value;
	}
	return (
		orderWhole(values, rows) ??
		rows.sort((a, b) => compare(values[a] ?? 0, values[b] ?? 0) || a - b)
	);
}

/** Days and places are whole numbers: with the row behind each they are sorted as one, ten times as fast. */
function orderWhole(values: Float64Array, rows: Uint32Array): Uint32Array | undefined {
	if (WHOLE_MOST * (values.length + 1) > Number.MAX_SAFE_INTEGER) return undefined;
	const keys = new Float64Array(rows.length);
	for (let at = 0; at < rows.length; at += 1) {
		const row = rows[at] ?? 0;
		let value = values[row] ?? 0;
		if (value === Infinity) value = WHOLE_MOST;
		else if (!Number.isInteger(value) || Math.abs(value) >= WHOLE_MOST) return undefined;
		keys[at] = value * values.length + row;
	}
	keys.sort();
	return rows.map((_, at) => {
		const row = (keys[at] ?? 0) % values.length;
		return row < 0 ? row + values.length : row;
	});
}

/** Infinities are equal to each other, which their difference is not. */
function compare(a: number, b: number): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

function valueOf(columns: CardColumns, by: SortKey, now: Moment): (row: number) => number {
	switch (by) {
		case 'text':
			return byRank(
				columns,
				columns.texts.map((text) => foldText(text?.line ?? '')),
			);
		case 'place':
			return byPlace(columns);
		case 'added':
		case 'edited':
			return (row) => columns.textOf(row)?.[by] || NaN;
		case 'due':
			return dueOrder(columns, now);
		default:
			return propertyOf(by satisfies Property, columns, now);
	}
}

/** New cards come behind all that have a day, by their place. */
function dueOrder(columns: CardColumns, now: Moment): (row: number) => number {
	const [due, place] = [propertyOf('due', columns, now), propertyOf('pos', columns, now)];
	return (row) => (columns.phase[row] === 0 ? 1e7 + place(row) : due(row));
}

/** By the place of its text among all in alphabetical order; empty ones have none. */
function byRank(columns: CardColumns, texts: readonly string[]): (row: number) => number {
	const order = texts.map((_, at) => at);
	order.sort((a, b) => {
		const [first = '', second = ''] = [texts[a], texts[b]];
		return first < second ? -1 : first > second ? 1 : a - b;
	});
	const rank = new Float64Array(texts.length);
	let last: string | undefined;
	let place = 0;
	for (const [at, index] of order.entries()) {
		if (texts[index] !== last) place = at;
		last = texts[index];
		rank[index] = last === '' ? NaN : place;
	}
	return (row) => rank[columns.text[row] ?? -1] ?? NaN;
}

function byPlace(columns: CardColumns): (row: number) => number {
	const ranks = new Map<string, number>();
	for (let row = 0; row < columns.count; row += 1) ranks.set(foldText(columns.placeOf(row)), NaN);
	const places = [...ranks.keys()].filter((place) => place !== '').sort();
	for (const [at, place] of places.entries()) ranks.set(place, at);
	return (row) => ranks.get(foldText(columns.placeOf(row))) ?? NaN;
}
