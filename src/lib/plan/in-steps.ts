/** Work that is done step by step, so that a screen can have its turn in between. */

/** Returns the result; each `yield` ends a step. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Without a pause. */
export function atOnce<T>(steps: Steps<T>): T {
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
	}
}

/** With `pause` after each step. */
export async function withPauses<T>(steps: Steps<T>, pause: () => Promise<void>): Promise<T> {
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
		await pause();
	}
}
