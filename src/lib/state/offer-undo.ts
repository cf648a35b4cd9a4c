/** Undoes in words: the last act of the day, or just the one that a message tells of. */
import { redoLast, undoAct, undoLast, type Undone } from '$lib/db/undo.ts';
import type { App } from './app.svelte.ts';

type Turner = Pick<App, 'db' | 'toasts' | 'writeMoment'>;

const REFUSED = {
	later: 'Something else was done since: undo that first.',
	gone: 'Nothing of it is left to undo.',
};

/**
 * Shows a message with a way to take back just that, whatever was done since, here or in another tab.
 * @param seq number of the act; `undefined` where nothing was written
 */
export function offerUndo(
	app: Turner & Pick<App, 'attempt'>,
	told: string,
	seq: number | undefined,
	onundone = () => {},
): void {
	if (seq === undefined) return app.toasts.show(told);
	const run = () =>
		void app.attempt(async () => {
			if (await undoAndSay(app, seq)) onundone();
		});
	app.toasts.show(told, { action: { label: 'Undo', run } });
}

/** Undoes this very act; says so, or why it cannot: `undefined` then. @throws DbError */
export async function undoAndSay(app: Turner, seq: number): Promise<Undone | undefined> {
	const undone = await undoAct(app.db, seq, app.writeMoment());
	if (typeof undone === 'string') app.toasts.show(REFUSED[undone]);
	else app.toasts.show(`Undone: ${undone.name}`);
	return typeof undone === 'string' ? undefined : undone;
}

/** Undoes the last act of the day and says so; `undefined` where there is none. @throws DbError */
export async function undoLastAndSay(app: Turner): Promise<Undone | undefined> {
	const undone = await undoLast(app.db, app.writeMoment());
	app.toasts.show(undone ? `Undone: ${undone.name}` : 'Nothing of today is left to undo.');
	return undone;
}

/** Does again what was undone last and says so; `undefined` where there is nothing. @throws DbError */
export async function redoLastAndSay(app: Turner): Promise<Undone | undefined> {
	const redone = await redoLast(app.db, app.writeMoment());
	app.toasts.show(redone ? `Done again: ${redone.name}` : 'Nothing is left to do again.');
	return redone;
}
