/** Keeps what is written within a limit without touching what stood there before. */

export interface Fitted {
	text: string;
	/** How many characters of what was put in were left out. */
	leftOut: number;
}

/**
 * What a field may hold after a change: where the change makes it too long, the end of what was put in is left
 * out, never what stood around it.
 * @param before the text without the change, within the limit
 * @param next the text with it
 */
export function fitText(before: string, next: string, limit: number): Fitted {
	if (next.length <= limit) return { text: next, leftOut: 0 };
	const shorter = Math.min(before.length, next.length);
	let head = 0;
	while (head < shorter && before[head] === next[head]) head += 1;
	let tail = 0;
	while (tail < shorter - head && before.at(-1 - tail) === next.at(-1 - tail)) tail += 1;
	const put = next.slice(head, next.length - tail);
	const room = Math.max(0, limit - head - tail);
	// A character of two units is taken whole or not at all.
	const cut = /[\uD800-\uDBFF]/.test(put[room - 1] ?? '') ? room - 1 : room;
	const text = next.slice(0, head) + put.slice(0, cut) + next.slice(next.length - tail);
	return { text, leftOut: next.length - text.length };
}
