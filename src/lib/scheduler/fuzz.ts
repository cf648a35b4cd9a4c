/** Spreads intervals a little, so that cards learned on one day do not come back on one day. */

/** Share of the interval by which it may move, for each part of it. Source: Anki `states/fuzz.rs`. */
const PARTS = [
	{ from: 2.5, to: 7, share: 0.15 },
	{ from: 7, to: 20, share: 0.1 },
	{ from: 20, to: Infinity, share: 0.05 },
] as const;

/** Whole days, both ends included. */
export interface FuzzRange {
	lower: number;
	upper: number;
}

/** Days by which an interval may move either way; 0 below 2.5 days. */
export function fuzzDelta(interval: number): number {
	if (interval < 2.5) return 0;
	return PARTS.reduce(
		(delta, { from, to, share }) => delta + share * Math.max(0, Math.min(interval, to) - from),
		1,
	);
}

function bounds(interval: number): FuzzRange {
	const delta = fuzzDelta(interval);
	return { lower: Math.round(interval - delta), upper: Math.round(interval + delta) };
}

/**
 * The days among which to choose.
 * @param interval days, not rounded: rounding first would move the bounds
 * @param minimum whole days; gives way to `maximum` where it is greater
 */
export function fuzzRange(interval: number, minimum: number, maximum: number): FuzzRange {
	const least = Math.min(Math.max(1, minimum), maximum);
	const clamp = (days: number) => Math.min(Math.max(days, least), maximum);
	const wide = bounds(clamp(interval));
	const lower = clamp(wide.lower);
	const upper = clamp(wide.upper);
	return { lower, upper: upper === lower && upper > 2 && upper < maximum ? upper + 1 : upper };
}

/**
 * The least number of days that keeps a remembered card from coming sooner than last time for no
 * other reason than chance: longer than last time if the interval grew, as long if the range
 * reaches it, else 0 (it really shrank).
 */
export function leastAfter(lastInterval: number, interval: number): number {
	if (Math.round(interval) > lastInterval) return lastInterval + 1;
	return lastInterval <= bounds(interval).upper ? lastInterval : 0;
}

/** The day of a range that a chance (from 0 up to, not including, 1) falls on. */
export function pickInRange({ lower, upper }: FuzzRange, chance: number): number {
	return Math.min(upper, Math.floor(lower + chance * (1 + upper - lower)));
}
