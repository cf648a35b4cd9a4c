/** Tells what is new from what is known, when facts are united. */

/** Adds to the set; whether it was new to it. */
export function addTo<T>(known: Set<T>, value: T): boolean {
	if (known.has(value)) return false;
	known.add(value);
	return true;
}
