/** Does much in parts: a thousand requests made at once hold up the screen. */

const SLICE = 400;

/** Hands over the items part by part, each when the one before is done. */
export async function inSlices<T>(
	items: readonly T[],
	work: (slice: readonly T[]) => PromiseLike<unknown>,
	size = SLICE,
): Promise<void> {
	for (let at = 0; at < items.length; at += size) await work(items.slice(at, at + size));
}
