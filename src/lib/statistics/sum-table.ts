/** Sums by key, all in one array: a million answers make hundreds of thousands of them. */

export interface SumTable {
	/** Numbers of each key. */
	readonly width: number;
	/** Where the numbers of a key begin in `sums`. */
	readonly places: Map<number, number>;
	/** At least as long as needed. */
	sums: Int32Array<ArrayBuffer>;
}

const MOST_SUM = 0x7fff_ffff;

export function emptySums(width: number): SumTable {
	return { width, places: new Map(), sums: new Int32Array(0) };
}

/** Where the numbers of a key begin; they are zeros where it had none. */
export function placeFor(table: SumTable, key: number): number {
	let place = table.places.get(key);
	if (place === undefined) {
		place = table.places.size * table.width;
		table.places.set(key, place);
		if (table.sums.length < place + table.width) {
			const grown = new Int32Array(Math.max(64 * table.width, 2 * table.sums.length));
			grown.set(table.sums);
			table.sums = grown;
		}
	}
	return place;
}

/** Adds to one number; it stays at the most that 32 bits hold. */
export function addTo({ sums }: SumTable, place: number, by: number): void {
	sums[place] = Math.min(MOST_SUM, (sums[place] ?? 0) + by);
}

/** Adds the numbers that begin at `place` to `total`. */
export function addOnto(total: Float64Array, { sums }: SumTable, place: number): void {
	for (let at = 0; at < total.length; at += 1) {
		total[at] = (total[at] ?? 0) + (sums[place + at] ?? 0);
	}
}

/** The numbers in use, in the order in which their keys came. */
export function usedSums({ width, places, sums }: SumTable): Int32Array<ArrayBuffer> {
	return sums.slice(0, places.size * width);
}
