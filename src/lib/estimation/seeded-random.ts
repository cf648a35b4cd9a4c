/** Chance from a seed: the same seed gives the same numbers on every device and in every release. */

/** 32 bits of FNV-1a over UTF-16 units. */
function hash32(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	}
	return hash >>> 0;
}

/**
 * Numbers from 0 up to, not including, 1. The generator is mulberry32 (Tommy Ettinger, public domain): one word of
 * state, good enough to draw a handful of numbers, of no use for secrets.
 */
export function seededRandom(seed: string): () => number {
	let state = hash32(seed);
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
	};
}
