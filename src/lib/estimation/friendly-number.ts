/** The numbers that people say when they make one up: 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8 and these times ten. */

const MANTISSAS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];

/**
 * All friendly numbers between two positive ones, both included, rising. They lie about evenly by ratio, so picking one
 * of them is a draw by order of magnitude.
 * @param whole leaves out such as 1.5 and 0.2
 */
export function friendlyNumbers(from: number, to: number, whole: boolean): number[] {
	if (!(from > 0) || !(to >= from) || !Number.isFinite(to)) return [];
	const found: number[] = [];
	for (let power = Math.floor(Math.log10(from)) - 1; power <= Math.log10(to) + 1; power++) {
		for (const mantissa of MANTISSAS) {
			const value = Number(`${mantissa}e${power}`);
			if (value >= from && value <= to && (!whole || Number.isInteger(value))) found.push(value);
		}
	}
	return found;
}
