/** What the page itself does about imports: dropping one that was given up, taking back one that is in. */
import { discardStage } from '$lib/db/media-stage.ts';
import { undoImport } from '$lib/db/undo-import.ts';
import type { App } from './app.svelte.ts';

/**
 * Removes what a given-up import has kept aside, and takes it back where it was in by the time that it was
 * given up. A failure of the first loses nothing: the next start removes it.
 */
export async function discardImport(app: App, id: string): Promise<void> {
	await discardStage(app.db, id).catch(() => {});
	await app.attempt(() => undoImport(app.db, id, app.writeMoment()));
}

/**
 * Takes an import back as one step; where that was done elsewhere already, says so. Resolves to whether it is taken
 * back by now; a failure is said in words.
 */
export async function undoImported(app: App, id: string): Promise<boolean> {
	let undone = false;
	const done = await app.attempt(async () => {
		undone = await undoImport(app.db, id, app.writeMoment());
	});
	if (done && !undone) app.toasts.show('This import was taken back already.');
	return done;
}
