/** Searches kept under a name, as the list of cards shows them. */
import {
	deleteSearch,
	savedSearches,
	saveSearch,
	type SavedSearch,
} from '$lib/db/saved-searches.ts';
import type { App } from './app.svelte.ts';
import { newId } from './clock.ts';
import { Live } from './live.svelte.ts';
import { offerUndo } from './offer-undo.ts';

export class SavedSearches {
	readonly #app: App;
	readonly #live: Live<SavedSearch[]>;

	constructor(app: App) {
		this.#app = app;
		this.#live = new Live(
			() => savedSearches(app.db),
			(error) => app.toasts.problem(error.message),
		);
	}

	/** By name; empty until they are read. */
	get list(): SavedSearch[] {
		return this.#live.value ?? [];
	}

	/** Keeps a search under a name, anew or instead of the one with this id. */
	async save(search: { id?: string; name: string; query: string }): Promise<boolean> {
		const { db } = this.#app;
		const { id = newId(), name, query } = search;
		return this.#app.attempt(() => saveSearch(db, { id, name, query }, this.#app.writeMoment()));
	}

	async remove({ id, name }: SavedSearch): Promise<void> {
		let seq: number | undefined;
		const done = await this.#app.attempt(async () => {
			seq = await deleteSearch(this.#app.db, id, this.#app.writeMoment());
		});
		if (done) offerUndo(this.#app, `Deleted the search ${name}`, seq);
	}
}
