/** One amount in every unit in which people compare it, for the calculator. */
import type { Dimension } from '../content/dimension.ts';
import { formatIn, formatQuantity } from './format-quantity.ts';
import { dimensionOf, type Quantity } from './quantity.ts';
import { groupDigits, plainFigures, roundTo, shortNumber } from './short-number.ts';
import { DAY, MONTH, YEAR } from './unit-words.ts';

export interface OtherUnit {
	/** What it is shown in, such as "per day" or "bits". */
	label: string;
	/** An entry that reads as about the same amount. */
	text: string;
}

const PERIODS: readonly (readonly [label: string, symbol: string, seconds: number])[] = [
	['per second', '/s', 1],
	['per minute', '/min', 60],
	['per hour', '/h', 3600],
	['per day', '/day', DAY],
	['per month', '/month', MONTH],
	['per year', '/year', YEAR],
];
const TIMES: readonly (readonly [label: string, symbol: string, seconds: number])[] = [
	['milliseconds', ' ms', 1e-3],
	['seconds', ' s', 1],
	['minutes', ' min', 60],
	['hours', ' h', 3600],
	['days', ' days', DAY],
	['years', ' years', YEAR],
];
const BINARY = [' bytes', ' KiB', ' MiB', ' GiB', ' TiB', ' PiB', ' EiB'];
const BITS = [' bits', ' kbit', ' Mbit', ' Gbit', ' Tbit', ' Pbit', ' Ebit'];

/** The amount in its other units, at most `digits` significant digits each; empty without a named dimension. */
export function otherUnits(quantity: Quantity, digits = 4): OtherUnit[] {
	const dimension = dimensionOf(quantity);
	return dimension ? BY_DIMENSION[dimension](quantity, digits) : [];
}

const BY_DIMENSION: Record<Dimension, (quantity: Quantity, digits: number) => OtherUnit[]> = {
	count: ({ value }) => {
		if (value < 1e-6 || value >= 1e21) return [];
		const power = { label: 'power of two', text: `2^${shortNumber(Math.log2(value))}` };
		return [{ label: 'in full', text: groupDigits(plainFigures(roundTo(value, 15))) }, power];
	},
	rate: inPeriods,
	'money-rate': inPeriods,
	'data-rate': (quantity, digits) => [
		{ label: 'bits per second', text: stepped(quantity.value * 8, BITS, 1000, digits) + '/s' },
		...PERIODS.map(([label, symbol, seconds]) => {
			const amount = { ...quantity, value: quantity.value * seconds, time: 0 };
			return { label, text: formatQuantity(amount, digits) + symbol };
		}),
	],
	data: ({ value }, digits) => [
		{ label: 'binary', text: stepped(value, BINARY, 1024, digits) },
		{ label: 'bits', text: stepped(value * 8, BITS, 1000, digits) },
	],
	time: (quantity, digits) => listed(quantity, TIMES, digits),
	fraction: ({ value }, digits) => [
		{ label: 'of one', text: shortNumber(value, Math.max(digits, 12)) },
		...(value > 0 && value < 1
			? [{ label: 'one in', text: `1/${shortNumber(1 / value, digits)}` }]
			: []),
	],
	money: () => [],
};

function inPeriods(quantity: Quantity, digits: number): OtherUnit[] {
	return listed(
		quantity,
		PERIODS.map(([label, symbol, seconds]) => [label, symbol, 1 / seconds] as const),
		digits,
	);
}

function listed(
	quantity: Quantity,
	units: readonly (readonly [label: string, symbol: string, size: number])[],
	digits: number,
): OtherUnit[] {
	return units.map(([label, symbol, factor]) => ({
		label,
		text: formatIn(quantity, { symbol, words: '', exponent: 0, factor }, 'symbol', digits),
	}));
}

function stepped(value: number, names: readonly string[], base: number, digits: number): string {
	const step = Math.max(
		0,
		Math.min(names.length - 1, Math.floor(Math.log(value) / Math.log(base) + 1e-9)),
	);
	return shortNumber(value / base ** step, digits) + (names[step] ?? '');
}
