/** Tells what was done with a way to take back just that, whatever was done since, here or in another tab. */
import { undoAct } from '$lib/db/undo.ts';
import type { App } from './app.svelte.ts';

type Doer = Pick<App, 'attempt' | 'db' | 'toasts' | 'writeMoment'>;

const REFUSED = {
	later: 'Something else was done since: undo that first.',
	gone: 'Nothing of it is left to undo.',
};

/** Shows a message with Undo. @param seq number of the act; `undefined` where nothing was written */
export function offerUndo(app: Doer, told: string, seq: number | undefined): void {
	if (seq === undefined) return app.toasts.show(told);
	const run = () => void app.attempt(() => undoOrSay(app, seq));
	app.toasts.show(told, { action: { label: 'Undo', run } });
}

/** Undoes this very act and resolves to its name; where it cannot, says why. @throws DbError */
export async function undoOrSay(app: Omit<Doer, 'attempt'>, seq: number): Promise<string> {
	const undone = await undoAct(app.db, seq, app.writeMoment());
	if (typeof undone !== 'string') return undone.name;
	app.toasts.show(REFUSED[undone]);
	return '';
}
