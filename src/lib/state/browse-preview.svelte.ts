/** The card that one looks at in the list, whole. */
import type { CompiledCard } from '$lib/content/card.ts';
import type { App } from './app.svelte.ts';
import { loadCard } from './card-content.ts';

export class BrowsePreview {
	readonly #app: App;
	#id = '';
	#shown = $state.raw<{ id: string; card: CompiledCard | null }>();

	constructor(app: App) {
		this.#app = app;
	}

	/** Loads a card; the one before stays until it is there. */
	show(id: string): void {
		if (id === '') return;
		this.#id = id;
		loadCard(this.#app.db, this.#app.library, id).then(
			(card) => this.#take(id, card ?? null),
			() => this.#take(id, null),
		);
	}

	#take(id: string, card: CompiledCard | null): void {
		if (id === this.#id) this.#shown = { id, card };
	}

	/** `undefined` while it is loaded, `null` where there is no text of it. */
	cardOf(id: string): CompiledCard | null | undefined {
		return this.#shown?.id === id ? this.#shown.card : undefined;
	}
}
