/** Gives the drills of this release their rows, once for each release. */
import { drillsTakenIn, takeInDrills as takeIn } from '$lib/db/drill-rows.ts';
import type { App } from './app.svelte.ts';

/** Loads the drills only where they were not taken in yet. @throws LibraryError, DbError */
export async function takeInDrills(
	app: Pick<App, 'db' | 'library' | 'readOnly' | 'settings' | 'reorder'>,
): Promise<void> {
	const file = app.library.index.drills;
	if (file === undefined || app.readOnly || (await drillsTakenIn(app.db)) === file) return;
	const drills = await app.library.drills();
	const fresh = await takeIn(app.db, file, drills);
	if (fresh && app.settings.newDrills === true) await app.reorder();
}
