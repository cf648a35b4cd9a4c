/** Numbers as figures: a few significant digits, thousands grouped by commas. */

/** The digits of the whole part in groups of three. */
export function groupDigits(figures: string): string {
	const [whole = '', ...part] = figures.split('.');
	return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...part].join('.');
}

/** Rounded to a number of significant digits. */
export function roundTo(value: number, digits: number): number {
	return value === 0 || !Number.isFinite(value) ? value : Number(value.toPrecision(digits));
}

/**
 * Figures with at most `digits` significant digits and no needless zeros: `11,600`, `0.2`, `1.2 × 10^24`.
 * Everything that it gives is read back as the same number.
 */
export function shortNumber(value: number, digits = 3): string {
	const rounded = roundTo(value, digits);
	const size = Math.abs(rounded);
	if (rounded === 0) return '0';
	if (size >= 1e15 || size < 1e-6) return scientific(rounded);
	return groupDigits(plainFigures(rounded));
}

/** A finite number without an exponent, exactly as many digits as it needs. */
export function plainFigures(value: number): string {
	const [mantissa = '', exponent] = String(value).split('e');
	return exponent === undefined ? mantissa : shiftPoint(mantissa, Number(exponent));
}

/** Moves the decimal point to the right by `places`, or to the left by a negative number of them. */
export function shiftPoint(figures: string, places: number): string {
	const negative = figures.startsWith('-');
	const [whole = '', part = ''] = figures.replace('-', '').split('.');
	const point = whole.length + places;
	const digits = whole + part;
	const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
	const at = Math.max(point, 1);
	const before = padded.slice(0, at).replace(/^0+(?=\d)/, '');
	const after = padded.slice(at).replace(/0+$/, '');
	return `${negative ? '-' : ''}${before}${after === '' ? '' : `.${after}`}`;
}

function scientific(value: number): string {
	const [mantissa = '', exponent = '0'] = value.toExponential().split('e');
	return `${mantissa} × 10^${Number(exponent)}`;
}
