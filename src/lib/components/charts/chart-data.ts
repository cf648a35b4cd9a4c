/** What every chart shows: marks along one axis, each with a value of every series. */

export type Tone = 'accent' | 'pale' | 'again' | 'hard' | 'good' | 'easy';

export interface Series {
	/** As it stands behind a number: `reviews`. */
	name: string;
	tone: Tone;
	/** Told and listed, but not drawn: its scale is another. */
	unseen?: boolean;
	/** The value in words; a number with its thousands by default. */
	format?: (value: number) => string;
}

export interface Mark {
	/** In full: `Tue, Nov 3`. */
	label: string;
	/** One for each series. */
	values: readonly number[];
}

/** A word below the axis. */
export interface Tick {
	/** Place along the axis, 0 to 1. */
	at: number;
	text: string;
}

export function inFigures(value: number): string {
	return (Math.round(value * 10) / 10).toLocaleString('en-US');
}

/** A value of a series in words, with the name of the series: `12 reviews`. */
export function said(series: Series, value: number): string {
	return `${(series.format ?? inFigures)(value)} ${series.name}`.trim();
}

/** A mark with all of its values, in one sentence for those who do not see it. */
export function sayMark(mark: Mark, series: readonly Series[]): string {
	return `${mark.label}: ${series.map((each, at) => said(each, mark.values[at] ?? 0)).join(', ')}`;
}

const NICE = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];
/** Minutes. */
const NICE_TIMES = [1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 360, 480, 600, 720];

/** The next time above that people like to read, ms: up to twelve hours, then whole tens of them. */
export function niceTime(most: number): number {
	const minutes = most / 60_000;
	return 60_000 * (NICE_TIMES.find((each) => each >= minutes) ?? niceTop(minutes / 60) * 60);
}

/** The next number above that people like to read. */
export function niceTop(most: number): number {
	if (!(most > 0)) return 1;
	const power = 10 ** Math.floor(Math.log10(most));
	const step = NICE.find((each) => each * power >= most * (1 - 1e-9)) ?? 10;
	return Number((step * power).toPrecision(2));
}

/** Up to `most` of the marks, evenly, as ticks below the middle of each. */
export function ticksOf(labels: readonly string[], most: number): Tick[] {
	const every = Math.max(1, Math.ceil(labels.length / most));
	return labels.flatMap((text, at) =>
		at % every === 0 ? [{ at: (at + 0.5) / labels.length, text }] : [],
	);
}
