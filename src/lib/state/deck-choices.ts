/** The decks that a card of one's own can be moved to. */
import { readStudyDecks } from '$lib/db/study-decks.ts';
import type { App } from './app.svelte.ts';

/** By path. @throws DbError */
export async function deckChoices(app: App): Promise<{ id: string; name: string }[]> {
	const { tree } = await readStudyDecks(app.db);
	return tree.all().map(({ deck: { id, path } }) => ({ id, name: path.join(' › ') }));
}
