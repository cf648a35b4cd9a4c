/** The numbers that `prop:` compares and that a list can be sorted by; NaN where a card has none. */
import { elapsedDays } from '../scheduler/entry-order.ts';
import { isSoundMemory } from '../scheduler/memory-model.ts';
import { recallCurve } from '../scheduler/recall-curve.ts';
import type { Moment } from '../scheduler/study-day.ts';
import { BIT, type CardColumns } from './card-columns.ts';
import type { RowTest } from './compile-search.ts';
import type { Operator, Property, Term } from './search-node.ts';

/** How to read a property of a row. */
export function propertyOf(
	property: Property,
	columns: CardColumns,
	now: Moment,
): (row: number) => number {
	const isNew = (row: number) => columns.phase[row] === 0;
	switch (property) {
		case 's':
			return (row) => (hasMemory(columns, row) ? (columns.stability[row] ?? NaN) : NaN);
		case 'd':
			return (row) => (hasMemory(columns, row) ? (columns.difficulty[row] ?? NaN) : NaN);
		case 'r':
			return recallOf(columns, now);
		case 'ivl':
			return (row) => columns.interval[row] ?? NaN;
		case 'due':
			return (row) => (isNew(row) ? NaN : dueDay(columns, row, now) - now.day);
		case 'lapses':
			return (row) => columns.lapses[row] ?? NaN;
		case 'reps':
			return (row) => columns.reps[row] ?? NaN;
		case 'pos':
			return (row) => (isNew(row) ? (columns.position[row] ?? NaN) : NaN);
	}
}

function hasMemory(columns: CardColumns, row: number): boolean {
	return columns.phase[row] !== 0 && isSoundMemory(columns.stability[row], columns.difficulty[row]);
}

/** The study day on which an answered card is due; a step is due today or, past the day's end, tomorrow. */
export function dueDay(columns: CardColumns, row: number, now: Moment): number {
	const due = columns.due[row] ?? 0;
	if (((columns.bits[row] ?? 0) & BIT.intraday) === 0) return due;
	return due < now.dayEndsAt ? now.day : now.day + 1;
}

function recallOf(columns: CardColumns, now: Moment): (row: number) => number {
	const curves = columns.decks.map(({ weights }) => recallCurve(weights));
	return (row) => {
		const curve = curves[columns.deck[row] ?? -1];
		if (!curve || !hasMemory(columns, row)) return NaN;
		const days = elapsedDays(columns.lastDay[row] ?? 0, now.day);
		return curve(columns.stability[row] ?? 0, days);
	};
}

const COMPARE: Record<Operator, (a: number, b: number) => boolean> = {
	'=': (a, b) => a === b,
	'!=': (a, b) => a !== b,
	'<': (a, b) => a < b,
	'>': (a, b) => a > b,
	'<=': (a, b) => a <= b,
	'>=': (a, b) => a >= b,
};

/** A card without the property passes no comparison. */
export function compileProperty(
	{ property, operator, value, digits }: Extract<Term, { term: 'prop' }>,
	columns: CardColumns,
	now: Moment,
): RowTest {
	const plain = propertyOf(property, columns, now);
	// Anki asks for difficulty as a share of the way from 1 to 10.
	const asShare = property === 'd' && value >= 0 && value < 1;
	const read = asShare ? (row: number) => (plain(row) - 1) / 9 : plain;
	const compare = COMPARE[operator];
	const rounds = operator === '=' || operator === '!=';
	const scale = 10 ** digits;
	const round = (number: number) => Math.round(number * scale) / scale;
	const target = rounds ? round(value) : value;
	return (row) => {
		const number = read(row);
		return !Number.isNaN(number) && compare(rounds ? round(number) : number, target);
	};
}
