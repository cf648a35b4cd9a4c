/** Puts up a drill that comes up in review; loaded apart, as most sessions hold none. */
import { drillOfCard } from '$lib/content/drill-id.ts';
import type { App } from './app.svelte.ts';
import type { DrillRun } from './drill-run.svelte.ts';

/** @returns undefined for a card that is no drill, or one that the catalog no longer holds @throws LibraryError */
export async function drillFor(
	app: Pick<App, 'library'>,
	cardId: string,
	onfinished: () => void,
): Promise<DrillRun | undefined> {
	const id = drillOfCard(cardId);
	if (id === undefined) return undefined;
	const [drills, { DrillRun }] = await Promise.all([
		app.library.drills(),
		import('./drill-run.svelte.ts'),
	]);
	const template = drills.find((each) => each.id === id);
	return template && new DrillRun(template, 'review', onfinished);
}
