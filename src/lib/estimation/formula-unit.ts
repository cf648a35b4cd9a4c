/** The units that formulas and drills may name, with their exact sizes and the ones used in the head. */
import { plain, quantityOf, type Quantity } from './quantity.ts';
import { DAY, MONTH, YEAR } from './unit-words.ts';

interface NamedUnit {
	exact: Quantity;
	/** What one takes instead when calculating in the head. */
	head?: Quantity;
	/** How exact and head value are written in a worked line. */
	shown: string;
	shownHead?: string;
}

const HEAD_DAY = 1e5;

function time(seconds: number, shown: string, head?: number, shownHead?: string): NamedUnit {
	return {
		exact: quantityOf(seconds, 'time'),
		...(head === undefined ? {} : { head: quantityOf(head, 'time') }),
		shown,
		...(shownHead === undefined ? {} : { shownHead }),
	};
}

function data(bytes: number, shown: string, head?: number): NamedUnit {
	return {
		exact: quantityOf(bytes, 'data'),
		...(head === undefined ? {} : { head: quantityOf(head, 'data') }),
		shown,
	};
}

const UNITS: Record<string, NamedUnit> = {
	ns: time(1e-9, '1 ns'),
	us: time(1e-6, '1 µs'),
	ms: time(1e-3, '1 ms'),
	s: time(1, '1 s'),
	minute: time(60, '60 s'),
	hour: time(3600, '3,600 s'),
	day: time(DAY, '86,400 s', HEAD_DAY, '10^5 s'),
	week: time(7 * DAY, '7 days', 7 * HEAD_DAY),
	month: time(MONTH, '30 days', 30 * HEAD_DAY),
	year: time(YEAR, '365 days', 400 * HEAD_DAY, '400 days'),
	bit: data(1 / 8, '1 bit'),
	B: data(1, '1 B'),
	...Object.fromEntries(
		['K', 'M', 'G', 'T', 'P', 'E'].flatMap((letter, index) => {
			const step = index + 1;
			return [
				[`${letter}B`, data(1000 ** step, `1 ${letter}B`)],
				[`${letter}iB`, data(1024 ** step, `1 ${letter}iB`, 1000 ** step)],
				[`${letter}bit`, data(1000 ** step / 8, `1 ${letter}bit`)],
			];
		}),
	),
};

/** A unit by its name in formulas, such as `day` or `KB`. */
export function formulaUnit(name: string): NamedUnit | undefined {
	return Object.hasOwn(UNITS, name) ? UNITS[name] : undefined;
}

/** The names of all units, for the author's manual. */
export const FORMULA_UNITS: readonly string[] = Object.keys(UNITS);

const SIGNS: Record<string, Quantity> = {
	'1': plain(1),
	'%': quantityOf(0.01, 'fraction'),
	$: quantityOf(1, 'money'),
};

/**
 * One of a unit as a drill writes it: `1`, `%`, `$`, `KB`, `/s`, `MB/s`, `$/month`, `$/GB/month`; undefined for
 * anything else.
 */
export function unitByText(text: string): Quantity | undefined {
	const [first = '', ...below] = text.split('/');
	const top = first === '' && below.length > 0 ? plain(1) : single(first);
	if (!top) return undefined;
	return below.reduce<Quantity | undefined>((whole, name) => {
		const part = formulaUnit(name)?.exact;
		if (!whole || !part) return undefined;
		return {
			...whole,
			value: whole.value / part.value,
			data: whole.data - part.data,
			time: whole.time - part.time,
		};
	}, top);
}

function single(name: string): Quantity | undefined {
	return (Object.hasOwn(SIGNS, name) ? SIGNS[name] : undefined) ?? formulaUnit(name)?.exact;
}
