/** When to look at the clock again while a learning step is waited for. */

/** A sleeping device holds timers up: the clock is looked at this often whatever the step. */
const LONGEST_MS = 30_000;
const SHORTEST_MS = 1_000;

/** @param wait ms until the step comes due @returns ms until the next look */
export function nextLook(wait: number): number {
	return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, wait));
}
