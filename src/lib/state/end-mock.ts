/** Ends an interview from outside, also one that another tab has open. */
import { endInterview } from '$lib/db/drafts.ts';
import type { App } from './app.svelte.ts';
import { bothClocks, newId } from './clock.ts';
import { soleWriter } from './sole-writer.ts';

/** Lets a tab that has the interview open save what it holds and let go, and ends it. @throws DbError */
export async function endWherever({ db }: App, id: string): Promise<void> {
	const sole = soleWriter(`interview-${id}`, () => Promise.resolve());
	try {
		await sole.takeOver();
		await endInterview(db, id, { at: bothClocks(), newId });
	} finally {
		sole.end();
	}
}

/** Ends an interview from outside; it stays in the history. A failure is said in words. */
export async function endMock(app: App, id: string): Promise<void> {
	const ended = await app.attempt(() => endWherever(app, id));
	if (ended) app.toasts.show('Ended. What you have written is kept.');
}
