/** Large numbers as they are said: 1.04 billion. */
import { roundTo, shortNumber } from './short-number.ts';

const SCALES: readonly (readonly [exponent: number, word: string])[] = [
	[18, 'quintillion'],
	[15, 'quadrillion'],
	[12, 'trillion'],
	[9, 'billion'],
	[6, 'million'],
];

/** Figures below a million, then figures and a word: `11,600`, `1.04 billion`, `1.2 × 10^24`. */
export function sayNumber(value: number, digits = 3): string {
	const rounded = roundTo(value, digits);
	const size = Math.abs(rounded);
	const scale = size < 1e21 ? SCALES.find(([exponent]) => size >= 10 ** exponent) : undefined;
	if (!scale) return shortNumber(rounded, digits);
	return `${shortNumber(Number(`${rounded}e-${scale[0]}`), digits)} ${scale[1]}`;
}
