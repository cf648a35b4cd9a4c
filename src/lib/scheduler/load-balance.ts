/** Chooses among the days of a fuzz range so that heavy days and easy days get fewer cards. */
import { pickInRange, type FuzzRange } from './fuzz.ts';
import type { EasyDay } from './preset.ts';
import { weekdayOf } from './study-day.ts';

/** How much of a normal day's load each rule takes. */
const CAPACITY: Record<EasyDay, number> = { normal: 1, reduced: 0.5, minimum: 0 };
/** Cards by which a day may be ahead before it counts as heavy: one card must not fill a day. */
const SLACK = 4;

export interface BalanceInput {
	/** The study day from which the interval counts. */
	day: number;
	/** Monday first. */
	easyDays: readonly EasyDay[];
	/** Cards due on a study day. */
	load(day: number): number;
	/** From 0 up to, not including, 1. */
	chance: number;
}

/** The rule of the weekday on which a study day falls. */
export function easyDayOf(day: number, easyDays: readonly EasyDay[]): EasyDay {
	return easyDays[weekdayOf(day)] ?? 'normal';
}

/**
 * Days until the chosen day, always within the range.
 *
 * A day weighs by its capacity and by how far its load lies above the lightest day of the range,
 * load being seen relative to capacity. So an empty easy day is still an easy day; half a day fills
 * to half the height; a `minimum` day is taken only where the range holds nothing else. Unlike
 * Anki's, the weight does not favour short intervals: that would shorten all of them.
 */
export function balancedDays(range: FuzzRange, input: BalanceInput): number {
	const { lower, upper } = range;
	const count = upper - lower + 1;
	const capacity: number[] = Array.from(
		{ length: count },
		(_, index) => CAPACITY[easyDayOf(input.day + lower + index, input.easyDays)],
	);
	if (!capacity.some((share) => share > 0)) capacity.fill(1);
	const height = capacity.map((share, index) => {
		const load = input.load(input.day + lower + index);
		return share > 0 ? (load > 0 && load < Infinity ? load : 0) / share : Infinity;
	});
	const open = height.filter(Number.isFinite);
	const least = Math.min(...open);
	const slack = SLACK + open.reduce((sum, each) => sum + each, 0) / open.length / 4;
	const weight = capacity.map((share, index) =>
		share === 0 ? 0 : share * (slack / ((height[index] ?? 0) - least + slack)) ** 2,
	);
	const total = weight.reduce((sum, each) => sum + each, 0);
	if (!(total > 0 && Number.isFinite(total))) return pickInRange(range, input.chance);
	let left = input.chance * total;
	let last = lower;
	for (const [index, each] of weight.entries()) {
		if (each === 0) continue;
		last = lower + index;
		left -= each;
		if (left < 0) break;
	}
	return last;
}
