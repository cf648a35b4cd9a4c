/** Figures that are not known exactly: the range that they lie in, and how it is said. */

/** Both 0 to 1. */
export interface Range {
	low: number;
	high: number;
}

/** 19 times in 20. */
const Z = 1.96;

/** Where the true share lies 19 times in 20 (Wilson); anywhere where nothing was asked. */
export function shareRange({ asks, right }: { asks: number; right: number }): Range {
	if (asks === 0) return { low: 0, high: 1 };
	const share = right / asks;
	const scale = 1 + Z ** 2 / asks;
	const center = (share + Z ** 2 / (2 * asks)) / scale;
	const spread = (Z * Math.sqrt((share * (1 - share)) / asks + Z ** 2 / (4 * asks ** 2))) / scale;
	return { low: Math.max(0, center - spread), high: Math.min(1, center + spread) };
}

/** Wider than this, a range says no more than words. */
const WIDE = 0.4;
/** As narrow as this, it is told as one number. */
const NARROW = 0.1;

/** `about 65%`, `40 to 60%`, to the nearest five; '' where so little is known that numbers would pretend. */
export function rangeInWords({ low, high }: Range): string {
	if (high - low > WIDE) return '';
	const five = (share: number) => Math.round(share * 20) * 5;
	if (high - low <= NARROW) return `about ${five((low + high) / 2)}%`;
	return `${five(low)} to ${five(high)}%`;
}
