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
	await undoImported(app, id);
}

/** Takes an import back as one step. Resolves to whether it did; a failure is said in words. */
export async function undoImported(app: App, id: string): Promise<boolean> {
	let undone = false;
	await app.attempt(async () => (undone = await undoImport(app.db, id, app.writeMoment())));
	return undone;
}
