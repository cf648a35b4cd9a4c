/** Says back what was understood: the reading in words, and the same amount from another side. */
import { sayNumber } from './number-scales.ts';
import { formatIn, formatQuantity, sayQuantity } from './format-quantity.ts';
import type { Quantity } from './quantity.ts';
import { dimensionOf } from './quantity.ts';
import type { Reading } from './read-entry.ts';
import { sizeOfUnit, suitingUnit, type ShownUnit } from './scale-unit.ts';
import { groupDigits, plainFigures, roundTo } from './short-number.ts';
import { DAY, YEAR } from './unit-words.ts';

export interface Echo {
	/** The amount in words, such as "12,000 per second"; "about" where it was marked or rounded. */
	main: string;
	/** The same amount otherwise, such as "1.04 billion a day"; empty where there is no other way. */
	also: string;
	/** Both in one line: `12,000 per second ≈ 1.04 billion a day`. */
	line: string;
}

const DIGITS = 3;
const PER_DAY: ShownUnit = { symbol: '/day', words: ' a day', exponent: 0, factor: 1 / DAY };

/** What an entry was understood to be, in words. */
export function echoReading(reading: Reading): Echo {
	const { quantity, approximate, bound, range } = reading;
	const marks = [
		bound === 'at-least' ? 'at least ' : bound === 'at-most' ? 'at most ' : '',
		approximate ? 'about ' : '',
	].join('');
	const ends = range
		? ` (from ${formatQuantity({ ...quantity, value: range.low })} to ${formatQuantity({ ...quantity, value: range.high })})`
		: '';
	const echo = echoQuantity(quantity);
	const main = marks + echo.main + ends;
	return { ...echo, main, line: joined(main, echo.also, echo.exact) };
}

/** A quantity in words, and from another side. */
export function echoQuantity(quantity: Quantity): Echo & { exact: boolean } {
	const main = sayQuantity(quantity);
	const other = otherSide(quantity);
	const also = other?.text === main ? '' : (other?.text ?? '');
	const exact = other?.exact ?? true;
	return { main, also, exact, line: joined(main, also, exact) };
}

function joined(main: string, also: string, exact: boolean): string {
	return also === '' ? main : `${main} ${exact ? '=' : '≈'} ${also}`;
}

function otherSide(quantity: Quantity): { text: string; exact: boolean } | undefined {
	const { value } = quantity;
	switch (dimensionOf(quantity)) {
		case 'rate': {
			const perSecond = suitingUnit(value, 'rate').symbol === '/s';
			if (!perSecond) return undefined;
			const daily = value * DAY;
			return {
				text: formatIn(quantity, PER_DAY, 'words'),
				exact: isRound(daily) && isRound(value),
			};
		}
		case 'data-rate': {
			const perDay = { ...quantity, value: value * DAY, time: 0 };
			return {
				text: `${formatQuantity(perDay)} a day`,
				exact: isRound(perDay.value) && isRound(value),
			};
		}
		case 'count': {
			if (Math.abs(value) >= 1e21 || Math.abs(value) < 1e6) return undefined;
			return { text: groupDigits(plainFigures(Math.round(value))), exact: isRound(value) };
		}
		case 'data': {
			const binary = inBinary(value);
			return binary === undefined ? undefined : { text: binary, exact: isRound(value) };
		}
		case 'time': {
			const unit = suitingUnit(value, 'time');
			if (sizeOfUnit(unit) <= 1) return undefined;
			return {
				text: `${sayNumber(value)} seconds`,
				exact: isRound(value) && isRound(value / sizeOfUnit(unit)),
			};
		}
		case 'fraction': {
			// Close to the whole it is most likely an availability.
			if (value < 0.9 || value >= 1) return undefined;
			const down = { value: (1 - value) * YEAR, data: 0, time: 1, money: 0 };
			return { text: `${formatQuantity(down)} of a year missing`, exact: false };
		}
		case 'money-rate': {
			const unit = { symbol: '', words: ' a year', exponent: 0, factor: 1 / YEAR };
			return { text: formatIn(quantity, unit, 'words'), exact: false };
		}
		default:
			return undefined;
	}
}

/** Whether three digits say all of it. */
function isRound(value: number): boolean {
	return Math.abs(roundTo(value, DIGITS) / value - 1) < 1e-12;
}

/** 16 GiB are 17.2 GB: said where the binary number is the rounder one. */
function inBinary(value: number): string | undefined {
	for (const [step, name] of ['KiB', 'MiB', 'GiB', 'TiB', 'PiB'].entries()) {
		const amount = value / 1024 ** (step + 1);
		if (amount >= 1 && amount < 1024 && isRound(amount) && !isRound(value))
			return `${amount} ${name}`;
	}
	return undefined;
}
