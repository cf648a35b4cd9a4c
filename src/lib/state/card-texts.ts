/** The texts of the cards of a session, loaded ahead so that the next card shows at once. */
import type { CompiledCard } from '$lib/content/card.ts';
import { isOwnCard } from '$lib/content/own-note.ts';
import type { App } from './app.svelte.ts';
import { loadCard } from './card-content.ts';

/** Pictures and sounds come with a card: of more cards than these a phone would feel the weight. */
const MOST = 40;

/** Resolves when the browser has nothing better to do; soon anyway. */
function paused(): Promise<void> {
	return new Promise((resolve) => {
		// Safari has no such callback.
		if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 200 });
		else setTimeout(resolve, 30);
	});
}

export class CardTexts {
	#app: Pick<App, 'db' | 'library'>;
	#known = new Map<string, CompiledCard>();
	/** Cards of the person's own that are made ready, the last of them. */
	#own: Promise<void> = Promise.resolve();

	constructor(app: Pick<App, 'db' | 'library'>) {
		this.#app = app;
	}

	/** At once where it is known; `undefined` for a card that the catalog no longer holds. @throws LibraryError, DbError */
	of(id: string): CompiledCard | Promise<CompiledCard | undefined> {
		return this.#known.get(id) ?? this.#load(id);
	}

	async #load(id: string): Promise<CompiledCard | undefined> {
		const text = await loadCard(this.#app.db, this.#app.library, id);
		if (text) this.#known.set(id, text);
		for (const oldest of this.#known.keys()) {
			if (this.#known.size <= MOST) break;
			this.#known.delete(oldest);
		}
		return text;
	}

	/** Loads texts that will be asked for soon; what fails is tried again when it is. */
	ahead(ids: readonly string[]): void {
		for (const id of ids) {
			if (this.#known.has(id)) continue;
			// Judging what came with an import takes longer than reading a released text: one at a time, in pauses.
			if (isOwnCard(id)) this.#own = this.#own.then(paused).then(() => this.#ahead(id));
			else void this.#ahead(id);
		}
	}

	async #ahead(id: string): Promise<void> {
		if (!this.#known.has(id)) await this.#load(id).catch(() => {});
	}

	/** After an edit, or its undo. */
	forget(): void {
		this.#known.clear();
	}
}
