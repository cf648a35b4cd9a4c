/** The units in which a quantity is said: which one suits its size, and how many of them it is. */
import type { Dimension } from '../content/dimension.ts';
import { DAY, MONTH, YEAR } from './unit-words.ts';

export interface ShownUnit {
	/** As it follows the figures, and is read back: ` TB`, `/s`. */
	symbol: string;
	/** As it is said after the figures: ` TB`, ` per second`. */
	words: string;
	/** Its size in canonical units: `factor` × 10^`exponent`. */
	exponent: number;
	factor: number;
}

function unit(symbol: string, words: string, exponent: number, factor = 1): ShownUnit {
	return { symbol, words, exponent, factor };
}

const BYTES = ['B', 'KB', 'MB', 'GB', 'TB', 'PB', 'EB'];
const DATA = BYTES.map((name, step) =>
	unit(step === 0 ? ' bytes' : ` ${name}`, step === 0 ? ' bytes' : ` ${name}`, 3 * step),
);
const DATA_RATES = BYTES.map((name, step) =>
	// A lone B may be a billion.
	unit(
		step === 0 ? ' bytes/s' : ` ${name}/s`,
		` ${step === 0 ? 'bytes' : name} per second`,
		3 * step,
	),
);
const RATES = [
	unit('/s', ' per second', 0),
	unit('/min', ' a minute', 0, 1 / 60),
	unit('/h', ' an hour', 0, 1 / 3600),
	unit('/day', ' a day', 0, 1 / DAY),
	unit('/year', ' a year', 0, 1 / YEAR),
];
const TIMES = [
	unit(' ns', ' nanoseconds', -9),
	unit(' µs', ' microseconds', -6),
	unit(' ms', ' milliseconds', -3),
	unit(' s', ' seconds', 0),
	unit(' min', ' minutes', 0, 60),
	unit(' h', ' hours', 0, 3600),
	unit(' days', ' days', 0, DAY),
	unit(' years', ' years', 0, YEAR),
];

const UNITS: Record<Dimension, readonly ShownUnit[]> = {
	count: [unit('', '', 0)],
	data: DATA,
	rate: [...RATES].reverse(),
	'data-rate': DATA_RATES,
	time: TIMES,
	fraction: [unit('%', ' %', -2)],
	money: [unit('', '', 0)],
	'money-rate': [unit('/month', ' a month', 0, 1 / MONTH)],
};

/** The units of a dimension, from small to large. */
export function unitsOf(dimension: Dimension): readonly ShownUnit[] {
	return UNITS[dimension];
}

/** The largest unit of which there is at least one, or the smallest unit there is. */
export function suitingUnit(value: number, dimension: Dimension): ShownUnit {
	const units = UNITS[dimension];
	const [smallest = unit('', '', 0)] = units;
	// A hair of rounding must not turn 1 KB into 1,000 bytes.
	const fits = (each: ShownUnit) => Math.abs(value) * (1 + 1e-12) >= sizeOfUnit(each);
	return units.findLast(fits) ?? smallest;
}

export function sizeOfUnit({ exponent, factor }: ShownUnit): number {
	return factor * 10 ** exponent;
}
