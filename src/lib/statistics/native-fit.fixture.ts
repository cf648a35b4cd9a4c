/** What the native fsrs-rs 5.2.0 finds for people whose memory is known; made anew by `tests/native-fit/main.rs`. */
import { cardsOfPerson, OTHER_PERSON, QUICK_TO_FORGET, SLOW_TO_FORGET } from './fit.fixture.ts';
import { packItems, type FitCard, type PackedItems } from './fit-history.ts';
import { splitByTime } from './fit-verdict.ts';

/** Cards of each person. */
export const NATIVE_CARDS = 2000;

export interface NativeFit {
	name: string;
	/** Weights by which the person forgets. */
	person: readonly number[];
	/** Items that it was fitted to. */
	items: number;
	weights: readonly number[];
	/** Log loss and RMSE (bins) on these items, by the default weights and by those found. */
	before: readonly [logLoss: number, rmse: number];
	after: readonly [logLoss: number, rmse: number];
}

/** The earlier answers of a person, to which a fit is made. */
export function earlierCards(person: readonly number[]): FitCard[] {
	const cards = cardsOfPerson(person, NATIVE_CARDS);
	const from = splitByTime(cards)?.from ?? 0;
	return cards.map((card) => card.filter(({ t }) => t < from));
}

export function itemsOf(person: readonly number[]): PackedItems {
	return packItems(earlierCards(person), Infinity);
}

export const NATIVE_FITS: readonly NativeFit[] = [
	{
		...{ name: 'other', person: OTHER_PERSON, items: 12_800 },
		weights: [
			...[0.55994266, 2.0818937, 5.465759, 27.967201, 6.637506, 0.80766284, 3.0830119],
			...[0.0056612096, 1.6547499, 0.18695654, 0.61920214, 1.4622356, 0.074279405, 0.2543036],
			...[1.6395802, 0.64609015, 1.5264398, 0.52801967, 0.09237151, 0.09508374, 0.20585567],
		],
		before: [0.38809198, 0.041876167],
		after: [0.37933093, 0.016699933],
	},
	{
		...{ name: 'quick', person: QUICK_TO_FORGET, items: 12_800 },
		weights: [
			...[0.17831184, 0.2943045, 0.83965355, 2.5142856, 6.545384, 0.5475712, 2.8612125],
			...[0.016390586, 1.5388578, 0.14365841, 0.51472265, 1.4252392, 0.07519375, 0.2797746],
			...[1.6090281, 0.6674356, 1.6364008, 0.5421984, 0.0, 0.01, 0.15378112],
		],
		before: [0.5035595, 0.08485839],
		after: [0.4755074, 0.022345869],
	},
	{
		...{ name: 'slow', person: SLOW_TO_FORGET, items: 12_800 },
		weights: [
			...[1.1854622, 6.1999025, 8.234017, 32.831345, 6.3788595, 0.7935874, 2.8784769],
			...[0.0012416029, 1.9874499, 0.09874514, 0.9293003, 1.4705242, 0.055487458, 0.24969187],
			...[1.6551918, 0.71896553, 1.8573724, 0.5434354, 0.09996117, 0.079977795, 0.124860905],
		],
		before: [0.24292234, 0.042965487],
		after: [0.23126465, 0.0062247557],
	},
];
