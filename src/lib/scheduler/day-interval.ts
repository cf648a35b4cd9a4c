/** Turns an interval of FSRS into whole days: bounds, chance, load. */
import type { AnswerContext, DaysTrace } from './outcome.ts';
import { fuzzRange, pickInRange } from './fuzz.ts';
import { balancedDays, easyDayOf } from './load-balance.ts';

/**
 * @param rawDays from FSRS, not rounded
 * @param minimum whole days that the interval must not fall below
 * @param chance from 0 up to, not including, 1; the same for every device
 * @param day the study day from which to count
 */
export function chooseDays(
	rawDays: number,
	minimum: number,
	chance: number,
	day: number,
	{ preset, load }: Pick<AnswerContext, 'preset' | 'load'>,
): DaysTrace {
	const maximum = Math.max(1, Math.floor(preset.maximumInterval));
	const range = fuzzRange(rawDays, minimum, maximum);
	const byChance = pickInRange(range, chance);
	const easyDays = preset.easyDays;
	const easyDaysInRange = Array.from({ length: range.upper - range.lower + 1 }, (_, index) =>
		easyDayOf(day + range.lower + index, easyDays),
	).filter((rule) => rule !== 'normal').length;
	const weighed = range.upper > range.lower && (preset.loadBalance || easyDaysInRange > 0);
	const chosen = weighed
		? balancedDays(range, { day, easyDays, load: preset.loadBalance ? load : () => 0, chance })
		: byChance;
	return {
		...range,
		minimum,
		maximum,
		byChance,
		chosen,
		balanced: weighed,
		easyDay: easyDayOf(day + chosen, easyDays),
		easyDaysInRange,
	};
}
