/** Whether Today offers a fit; loaded after the screen, as nothing waits for it. */
import { fitsDue } from '$lib/db/fit-due.ts';
import { presetsInUse } from '$lib/db/preset-cards.ts';
import type { App } from './app.svelte.ts';

/** New reviews of one of the presets where they are enough for a fit, else `null`; also where it cannot be told now. */
export async function reviewsToFit(app: App): Promise<number | null> {
	if (app.readOnly) return null;
	try {
		const presets = await presetsInUse(app.db);
		const ids = presets.map(({ id }) => id);
		const due = await fitsDue(app.db, ids);
		return due.reduce((most, each) => (each !== null && each > (most ?? 0) ? each : most), null);
	} catch {
		// An offer is nothing to report a failure for; what fails for good says so elsewhere.
		return null;
	}
}
