/** How a path was learned: cards begun and cards that hold, day by day. */
import type { LogCount } from './log-count.ts';
import { groupByDay, type LogRange } from './log-range.ts';

export interface CurvePoint {
	day: number;
	/** Cards answered at least once by the end of the day. */
	started: number;
	/** Of these, cards whose last interval was 21 days or more: what is forgotten leaves, and may return. */
	held: number;
}

/**
 * The curve of a group over a range, one point for each day on which it changed, and one at each end.
 * Days before the range count in its first point.
 */
export function learningCurve(count: LogCount, range: LogRange, group: string): CurvePoint[] {
	const point: CurvePoint = { day: range.from, started: 0, held: 0 };
	const points: CurvePoint[] = [];
	for (const [day, { started, held }] of groupByDay(count, { ...range, from: -Infinity }, group)) {
		if (day > range.from && points.length === 0) points.push({ ...point });
		point.started += started;
		point.held += held;
		if (day < range.from || (started === 0 && held === 0)) continue;
		points.push({ ...point, day });
	}
	if (points[0]?.day !== range.from) points.unshift({ ...point, day: range.from });
	if (points.at(-1)?.day !== range.to) points.push({ ...point, day: range.to });
	return points;
}

/** At most `most` points at even distances of whole days, the last of them at the end of the range. */
export function evenPoints(
	points: readonly CurvePoint[],
	{ from, to }: Pick<LogRange, 'from' | 'to'>,
	most: number,
): CurvePoint[] {
	const every = Math.max(1, Math.ceil((to - from) / (most - 1)));
	const even: CurvePoint[] = [];
	let at = points.length - 1;
	for (let day = to; day >= from; day -= every) {
		while (at > 0 && (points[at]?.day ?? 0) > day) at -= 1;
		even.unshift({ started: 0, held: 0, ...points[at], day });
	}
	return even;
}
