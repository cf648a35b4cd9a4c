/** How many slips of the finger lie between two words. */

/**
 * The Damerau-Levenshtein distance (optimal string alignment): letters added, left out, changed, or two neighbors
 * swapped.
 * @param most beyond it the answer is `most + 1`, which is found without looking further
 */
export function editDistance(a: string, b: string, most: number): number {
	if (Math.abs(a.length - b.length) > most) return most + 1;
	let older: number[] = [];
	let old = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1];
			let cost = Math.min(
				(old[j] ?? 0) + 1,
				(row[j - 1] ?? 0) + 1,
				(old[j - 1] ?? 0) + (same ? 0 : 1),
			);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				cost = Math.min(cost, (older[j - 2] ?? 0) + 1);
			}
			row.push(cost);
		}
		if (Math.min(...row) > most) return most + 1;
		older = old;
		old = row;
	}
	return old[b.length] ?? 0;
}
