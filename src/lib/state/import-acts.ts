/** What the page itself does about an import: dropping one that was given up. */
import { discardStage } from '$lib/db/media-stage.ts';
import type { App } from './app.svelte.ts';

/** Removes what a given-up import has kept aside. A failure loses nothing: the next start removes it. */
export async function discardImport(app: App, id: string): Promise<void> {
	await discardStage(app.db, id).catch(() => {});
}
