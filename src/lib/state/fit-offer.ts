/** Whether Today offers a fit; loaded after the screen, as nothing waits for it. */
import { fitIsDue } from '$lib/db/fit-due.ts';
import type { App } from './app.svelte.ts';

/** New reviews where they are enough for a fit, else `null`; also where it cannot be told now. */
export async function reviewsToFit(app: App): Promise<number | null> {
	if (app.readOnly) return null;
	try {
		return await fitIsDue(app.db, app.preset.id);
	} catch {
		// An offer is nothing to report a failure for; what fails for good says so elsewhere.
		return null;
	}
}
