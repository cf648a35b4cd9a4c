/** What the page itself does about imports: dropping one that was given up, taking back one that is in. */
import { discardStage } from '$lib/db/media-stage.ts';
import { undoImport } from '$lib/db/undo-import.ts';
import type { App } from './app.svelte.ts';

/** Removes what a given-up import has kept aside. A failure loses nothing: the next start removes it. */
export async function discardImport(app: App, id: string): Promise<void> {
	await discardStage(app.db, id).catch(() => {});
}

/** Takes an import back as one step. Resolves to whether it did; a failure is said in words. */
export async function undoImported(app: App, id: string): Promise<boolean> {
	let undone = false;
	await app.attempt(async () => (undone = await undoImport(app.db, id, app.writeMoment())));
	return undone;
}
