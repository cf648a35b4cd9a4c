/** Tells when a card has been forgotten so often that it should be rewritten rather than repeated. */

/**
 * Whether this many lapses make a card a leech now: at the threshold, then again at every half of it
 * (rounded up), as in Anki.
 * @param threshold 0 means never
 */
export function isLeechAt(lapses: number, threshold: number): boolean {
	if (threshold <= 0 || lapses < threshold) return false;
	return (lapses - threshold) % Math.ceil(threshold / 2) === 0;
}
