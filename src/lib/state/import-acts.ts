/** What the page itself does about imports: dropping one that was given up, taking back or bringing again one that is in. */
import { discardStage } from '$lib/db/media-stage.ts';
import { redoImport, undoImport } from '$lib/db/undo-import.ts';
import type { App } from './app.svelte.ts';

/** Removes what a given-up import has kept aside. A failure loses nothing: the next start removes it. */
export async function discardImport(app: App, id: string): Promise<void> {
	await discardStage(app.db, id).catch(() => {});
}

/** Takes an import back, or brings it in again. Resolves to whether it did; a failure is said in words. */
export async function turnImported(app: App, id: string, back: boolean): Promise<boolean> {
	let turned = false;
	const turn = back ? undoImport : redoImport;
	await app.attempt(async () => (turned = await turn(app.db, id, app.writeMoment())));
	return turned;
}
