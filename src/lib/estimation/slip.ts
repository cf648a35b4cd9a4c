/** Guesses from the ratio of an answer to its target which step went wrong; a guess, said as "perhaps". */
import type { Dimension } from '../content/dimension.ts';
import type { KnownFactor, Target } from './target.ts';
import { dimensionOf } from './quantity.ts';

export const SLIP_KINDS = [
	'known',
	'bits-bytes',
	'prefix',
	'seconds-per-day',
	'seconds-per-hour',
	'sixty',
	'year',
	'month',
	'hours',
	'twelve',
	'percent',
	'nines',
	'off-by-one',
] as const;
export type SlipKind = (typeof SLIP_KINDS)[number];

export interface Slip {
	kind: SlipKind;
	/** A sentence that begins with "Perhaps". */
	text: string;
	/** It may have been meant, and is right if it was said. */
	fine: boolean;
}

interface Common {
	kind: SlipKind;
	factor: number;
	/** How far the ratio may be from the factor: 0.08 is 8 %. */
	tolerance: number;
	/** Where the answer is too large, and too small. */
	over: string;
	under: string;
	/** Where the slip can happen; everywhere by default. */
	where?: (dimension: Dimension | undefined, target: Target) => boolean;
}

const onRates = (dimension: Dimension | undefined) =>
	dimension === 'rate' || dimension === 'data-rate' || dimension === 'money-rate';
const withData = (dimension: Dimension | undefined, { hasData }: Target) =>
	hasData || dimension === 'data' || dimension === 'data-rate';

const COMMON: readonly Common[] = [
	{
		kind: 'bits-bytes',
		factor: 8,
		tolerance: 0.08,
		over: 'bits were taken for bytes: divide by 8',
		under: 'bytes were taken for bits: do not divide by 8',
		where: withData,
	},
	{
		kind: 'twelve',
		factor: 12,
		tolerance: 0.08,
		over: 'a year was taken for a month',
		under: 'a month was taken for a year',
	},
	{
		kind: 'hours',
		factor: 24,
		tolerance: 0.1,
		over: 'a day was taken for an hour',
		under: 'an hour was taken for a day',
	},
	{
		kind: 'month',
		factor: 30,
		tolerance: 0.1,
		over: 'a month was taken for a day',
		under: 'a day was taken for a month',
	},
	{
		kind: 'sixty',
		factor: 60,
		tolerance: 0.12,
		over: 'minutes and seconds were swapped: a factor of 60 too much',
		under: 'minutes and seconds were swapped: a factor of 60 is missing',
	},
	{
		kind: 'percent',
		factor: 100,
		tolerance: 0.12,
		over: 'a percentage was used as a whole number: divide by 100',
		under: 'a percentage was divided by 100 twice',
	},
	{
		kind: 'year',
		factor: 365,
		tolerance: 0.2,
		over: 'a year was taken for a day',
		under: 'a day was taken for a year',
	},
	{
		kind: 'prefix',
		factor: 1e3,
		tolerance: 0.12,
		over: 'a prefix is one step too large, as MB for KB',
		under: 'a prefix is one step too small, as KB for MB',
	},
	{
		kind: 'seconds-per-hour',
		factor: 3600,
		tolerance: 0.15,
		over: 'an hour was taken for a second: divide by 3,600',
		under: 'it was divided by the 3,600 seconds of an hour once too often',
	},
	{
		kind: 'seconds-per-day',
		factor: 86_400,
		tolerance: 0.2,
		over: 'per day was left as per second: divide by 86,400',
		under: 'it was divided by the seconds of a day once too often',
		where: onRates,
	},
	{
		kind: 'seconds-per-day',
		factor: 86_400,
		tolerance: 0.2,
		over: 'the seconds of a day were counted once too often',
		under: 'a rate per second was taken for one per day: multiply by 86,400',
		where: (dimension) => !onRates(dimension),
	},
	{
		kind: 'prefix',
		factor: 1e6,
		tolerance: 0.12,
		over: 'a prefix is two steps too large, as GB for KB',
		under: 'a prefix is two steps too small, as KB for GB',
	},
	{
		kind: 'prefix',
		factor: 1e9,
		tolerance: 0.12,
		over: 'a prefix is three steps too large, as TB for KB',
		under: 'a prefix is three steps too small, as KB for TB',
	},
];

/** Factors of the question come in exact sizes, but inputs are rounded on the way. */
const KNOWN_TOLERANCE = 0.1;
/** Two guesses are help, three are noise. */
const MOST = 2;

/**
 * The likely slips behind a ratio, the factors of the question first, then the nearest.
 * @param ratio answer to target, above zero
 */
export function likelySlips(ratio: number, target: Target): Slip[] {
	const known = target.known
		.filter((factor) => within(ratio, factor.ratio, KNOWN_TOLERANCE))
		.toSorted((a, b) => off(ratio, a.ratio) - off(ratio, b.ratio))
		.map(knownSlip);
	const dimension = dimensionOf(target.quantity);
	const over = ratio > 1;
	const size = over ? ratio : 1 / ratio;
	const common = COMMON.filter(({ where }) => where?.(dimension, target) ?? true)
		.filter(({ factor, tolerance }) => within(size, factor, tolerance))
		.toSorted((a, b) => off(size, a.factor) - off(size, b.factor))
		.map((slip) => perhaps(slip.kind, over ? slip.over : slip.under));
	return [...known, ...common].slice(0, MOST);
}

/** @param ratio of the missing shares, answer to target */
export function availabilitySlips(ratio: number): Slip[] {
	const nines = Math.round(Math.log10(ratio));
	if (nines === 0 || !within(ratio, 10 ** nines, KNOWN_TOLERANCE)) return [];
	const count = Math.abs(nines) === 1 ? 'one nine' : `${Math.abs(nines)} nines`;
	return [
		perhaps(
			'nines',
			`${count} too ${nines > 0 ? 'few' : 'many'} ${Math.abs(nines) === 1 ? 'was' : 'were'} written`,
		),
	];
}

export function offByOne(answer: number, target: number): Slip[] {
	if (Math.abs(Math.abs(answer - target) - 1) > 1e-9) return [];
	return [perhaps('off-by-one', `it is one too ${answer > target ? 'many' : 'few'}`)];
}

function knownSlip({ say, fine }: KnownFactor): Slip {
	return { ...perhaps('known', say), fine: fine ?? false };
}

function perhaps(kind: SlipKind, clause: string): Slip {
	return { kind, text: `Perhaps ${clause}.`, fine: false };
}

function off(ratio: number, factor: number): number {
	return Math.abs(Math.log(ratio / factor));
}

/** The same to both sides: 8 % above or below. */
function within(ratio: number, factor: number, tolerance: number): boolean {
	return off(ratio, factor) <= Math.log(1 + tolerance) + 1e-9;
}
