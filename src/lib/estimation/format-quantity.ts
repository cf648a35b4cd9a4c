/** Writes quantities in sensible units, so that what is written can be read back. */
import type { Dimension } from '../content/dimension.ts';
import { sayNumber } from './number-scales.ts';
import { dimensionOf, type Quantity } from './quantity.ts';
import { sizeOfUnit, suitingUnit, type ShownUnit } from './scale-unit.ts';
import { groupDigits, plainFigures, roundTo, shiftPoint, shortNumber } from './short-number.ts';
import { sayDimension } from './dimension-words.ts';

/**
 * A quantity with a few significant digits in the unit that suits its size: `34.7 MB/s`, `11,600/s`, `1.04 billion`,
 * `99.99%`. No false digits; one that has no named dimension is shown with what it is.
 */
export function formatQuantity(quantity: Quantity, digits = 3): string {
	return inUnit(quantity, 'symbol', digits);
}

/** The same in words: `12,000 per second`, `200 milliseconds`. */
export function sayQuantity(quantity: Quantity, digits = 3): string {
	return inUnit(quantity, 'words', digits);
}

/**
 * Every digit of a quantity, in the unit that suits it: `11,574.074074074075/s`, `1.2 PB`. Reading it again with its
 * dimension asked for gives the very same number.
 * @throws RangeError for a quantity without a named dimension
 */
export function formatExactly(quantity: Quantity): string {
	const { value } = quantity;
	const dimension = requireDimension(quantity);
	const unit = exactUnit(value, dimension);
	const shifted = shiftPoint(plainFigures(value), -unit.exponent);
	const figures = shifted.length > 40 ? String(value) : groupDigits(shifted);
	const symbol = shifted.length > 40 ? canonicalUnit(dimension).symbol : unit.symbol;
	return withCurrency(figures + symbol, quantity);
}

/** How many of a unit it is, in figures and with its symbol or words. */
export function formatIn(
	quantity: Quantity,
	unit: ShownUnit,
	as: 'symbol' | 'words' = 'symbol',
	digits = 3,
): string {
	const amount = roundTo(quantity.value / sizeOfUnit(unit), digits);
	const said = amount === 1 ? singular(unit[as]) : unit[as];
	return withCurrency(sayNumber(amount, digits) + said, quantity);
}

function inUnit(quantity: Quantity, as: 'symbol' | 'words', digits: number): string {
	const dimension = dimensionOf(quantity);
	if (!dimension) return `${shortNumber(quantity.value, digits)} (${sayDimension(quantity)})`;
	if (dimension === 'fraction') {
		return formatShare(quantity.value, digits) + (as === 'words' ? ' %' : '%');
	}
	// Rounded in its own unit first, or 999.9 KB would be 1,000 KB, and 23.99 hours no day.
	const size = sizeOfUnit(suitingUnit(quantity.value, dimension));
	const value = roundTo(quantity.value / size, digits) * size;
	return formatIn({ ...quantity, value }, suitingUnit(value, dimension), as, digits);
}

/** Close to the whole the digits that matter are those of what is missing: 99.995, not 100. */
function formatShare(value: number, digits: number): string {
	const percent = Number(shiftPoint(plainFigures(roundTo(value, 15)), 2));
	if (percent < 90 || percent >= 100) return shortNumber(percent, digits);
	const missing = roundTo(100 - percent, digits);
	return shortNumber(100 - missing, 15);
}

/** Units whose size is a power of ten lose no digit. */
function exactUnit(value: number, dimension: Dimension): ShownUnit {
	const unit = suitingUnit(value, dimension);
	return unit.factor === 1 ? unit : canonicalUnit(dimension);
}

function canonicalUnit(dimension: Dimension): ShownUnit {
	const symbols: Record<Dimension, string> = {
		count: '',
		data: ' bytes',
		rate: '/s',
		'data-rate': ' bytes/s',
		time: ' s',
		fraction: '',
		money: '',
		'money-rate': '/s',
	};
	return { symbol: symbols[dimension], words: '', exponent: 0, factor: 1 };
}

/** @throws RangeError */
export function requireDimension(quantity: Quantity): Dimension {
	const dimension = dimensionOf(quantity);
	if (dimension) return dimension;
	throw new RangeError(`a quantity of ${sayDimension(quantity)} has no unit to be written in`);
}

function withCurrency(text: string, { currency, money }: Quantity): string {
	return money === 0 || currency === undefined ? text : currency + withCents(text);
}

/** $0.4 is said as $0.40; $1.2 million stays. */
function withCents(text: string): string {
	return text.replace(/^([\d,]+\.\d)(?!\d| \w*illion)/, (amount) => `${amount}0`);
}

function singular(words: string): string {
	return words.length > 3 && / \p{L}+s$/u.test(words) && !words.includes('/')
		? words.replace(/s$/, '')
		: words;
}
