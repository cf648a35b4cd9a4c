/** Says an interval in words: short for buttons, long for sentences. */

interface Unit {
	seconds: number;
	short: string;
	long: string;
	/** Decimal places. */
	places: number;
}

/** As Anki counts: 365 days a year, twelve equal months. */
const YEAR = 365 * 86_400;
const UNITS: readonly Unit[] = [
	{ seconds: YEAR, short: 'y', long: 'year', places: 1 },
	{ seconds: YEAR / 12, short: 'mo', long: 'month', places: 1 },
	{ seconds: 86_400, short: 'd', long: 'day', places: 0 },
	{ seconds: 3600, short: 'h', long: 'hour', places: 0 },
	{ seconds: 60, short: 'm', long: 'minute', places: 0 },
];
const SECOND: Unit = { seconds: 1, short: 's', long: 'second', places: 0 };

function measured(seconds: number): { amount: number; unit: Unit } {
	const size = Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
	const unit = UNITS.find((each) => size >= each.seconds) ?? SECOND;
	return { amount: size / unit.seconds, unit };
}

function rounded(amount: number, places: number): string {
	return String(Number(amount.toFixed(places)));
}

/** Seconds of an interval that is days when positive and seconds when negative (`Review.next`). */
export function secondsOf(next: number): number {
	return next > 0 ? next * 86_400 : -next;
}

/**
 * For a button: `30s`, `<10m`, `1d`, `1.1mo`, `1.5y`.
 * @param next days when positive, seconds when negative
 * @param learnAhead seconds; a shorter step may come sooner, which `<` tells
 */
export function intervalLabel(next: number, learnAhead = 0): string {
	const seconds = secondsOf(next);
	const { amount, unit } = measured(seconds);
	const prefix = next < 0 && seconds < learnAhead ? '<' : '';
	return `${prefix}${rounded(amount, unit.places)}${unit.short}`;
}

/**
 * For a sentence: `1 minute`, `1.5 minutes`, `10 days`, `1.5 months`, `1 year`.
 * @param next days when positive, seconds when negative; need not be whole
 */
export function intervalInWords(next: number): string {
	const { amount, unit } = measured(secondsOf(next));
	const text = rounded(amount, 1);
	return `${text} ${unit.long}${text === '1' ? '' : 's'}`;
}
