/** Puts values into bins whose borders people can read. */

export interface Bin {
	/** Least value, included. */
	from: number;
	/** Next border, not included but for the last bin. */
	to: number;
	count: number;
}

/** Counts values between borders; what lies beyond the ends counts in the first or last bin. */
export function binsOf(values: readonly number[], borders: readonly number[]): Bin[] {
	const bins = borders
		.slice(0, -1)
		.map((from, at) => ({ from, to: borders[at + 1] ?? from, count: 0 }));
	for (const value of values) {
		let at = 0;
		while (at < bins.length - 1 && value >= (bins[at]?.to ?? Infinity)) at += 1;
		const bin = bins[at];
		if (bin) bin.count += 1;
	}
	return bins;
}

/** The middle value; the mean of the two where their number is even; `null` of none. */
export function medianOf(values: readonly number[]): number | null {
	if (values.length === 0) return null;
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const [low = 0, high = 0] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
	return (low + high) / 2;
}
