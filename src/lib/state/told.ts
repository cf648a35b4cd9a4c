/** Says in words where an act found nothing to do, or failed. */
import { asDbError } from '$lib/db/db-error.ts';
import type { Toasts } from './toasts.svelte.ts';

/** What the act did; `undefined` where that was nothing, which the person has been told then. Never rejects. */
export async function told<T>(
	act: Promise<T | undefined>,
	nothing: string,
	toasts: Pick<Toasts, 'show' | 'problem'>,
): Promise<T | undefined> {
	try {
		const done = await act;
		if (done === undefined) toasts.show(nothing);
		return done;
	} catch (problem) {
		toasts.problem(asDbError(problem).message);
		return undefined;
	}
}
