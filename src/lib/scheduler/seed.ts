/** Chance that is the same on every device: numbers drawn from words instead of from a generator. */

/** FNV-1a of UTF-16 units, 32 bits, then mixed so that near words lie far apart. */
export function hash32(text: string, basis = 0x811c9dc5): number {
	let hash = basis;
	for (let index = 0; index < text.length; index++) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	}
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}

/** A number from 0 up to, not including, 1 that depends on the given words and nothing else. */
export function chance(...words: (string | number)[]): number {
	return hash32(words.join('\u0000')) / 0x1_0000_0000;
}
