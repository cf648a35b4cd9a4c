/** A number with its dimension, in canonical units: 1, B, 1/s, B/s, s, 1 for a fraction, and a currency. */
import type { Dimension } from '../content/dimension.ts';

export interface Quantity {
	/** In canonical units. */
	readonly value: number;
	/** Power of bytes. */
	readonly data: number;
	/** Power of seconds. */
	readonly time: number;
	/** Power of money. */
	readonly money: number;
	/** Sign or code of the currency, such as `$`; only where money is part of it. */
	readonly currency?: string;
	/** A share of a whole, written with a percent sign or as nines. */
	readonly share?: true;
	/** What is counted was said, such as "users". */
	readonly labelled?: true;
}

const POWERS: Record<Dimension, readonly [data: number, time: number, money: number]> = {
	count: [0, 0, 0],
	data: [1, 0, 0],
	rate: [0, -1, 0],
	'data-rate': [1, -1, 0],
	time: [0, 1, 0],
	fraction: [0, 0, 0],
	money: [0, 0, 1],
	'money-rate': [0, -1, 1],
};

/** A plain number. */
export function plain(value: number): Quantity {
	return { value, data: 0, time: 0, money: 0 };
}

/**
 * A quantity of a named dimension.
 * @param value in canonical units
 * @param currency for money only; `$` where none is given
 */
export function quantityOf(value: number, dimension: Dimension, currency = '$'): Quantity {
	const [data, time, money] = POWERS[dimension];
	return {
		value,
		data,
		time,
		money,
		...(money !== 0 ? { currency } : {}),
		...(dimension === 'fraction' ? { share: true as const } : {}),
	};
}

/** The name of a quantity's dimension; undefined for one without a name, such as time squared. */
export function dimensionOf(quantity: Quantity): Dimension | undefined {
	const { data, time, money, share } = quantity;
	if (isPlain(quantity)) return share ? 'fraction' : 'count';
	if (money === 0 && data === 1) return time === 0 ? 'data' : time === -1 ? 'data-rate' : undefined;
	if (money === 0 && data === 0) return time === 1 ? 'time' : time === -1 ? 'rate' : undefined;
	if (money === 1 && data === 0)
		return time === 0 ? 'money' : time === -1 ? 'money-rate' : undefined;
	return undefined;
}

/** Whether it carries no unit: a count or a fraction. */
export function isPlain({ data, time, money }: Quantity): boolean {
	return data === 0 && time === 0 && money === 0;
}

/** Whether two quantities can be added or compared; a count and a fraction can. */
export function sameUnits(a: Quantity, b: Quantity): boolean {
	return a.data === b.data && a.time === b.time && a.money === b.money;
}
