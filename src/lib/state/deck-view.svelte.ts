/** One deck as its page shows it, with its first cards. */
import type { OwnDeck } from '$lib/content/note.ts';
import { firstCards } from '$lib/db/deck-sizes.ts';
import { standingOf, type Standing } from '$lib/scheduler/card-standing.ts';
import type { CardState } from '$lib/scheduler/card-state.ts';
import type { DeckNode } from '$lib/scheduler/deck-tree.ts';
import type { App } from './app.svelte.ts';
import { loadCard } from './card-content.ts';
import { readDecks, type DecksRead } from './decks-view.svelte.ts';
import { Live } from './live.svelte.ts';
import { plainTextOf } from './plain-text.ts';

export interface DeckCard {
	id: string;
	/** In plain text; '' until it is loaded. */
	question: string;
	standing: Standing;
}

/** So many cards are listed; the rest is for the browser of cards. */
export const CARDS_LISTED = 30;

export class DeckView {
	#app: App;
	#live: Live<{ read: DecksRead; cards: CardState[] }>;
	#questions = $state<Record<string, string>>({});

	/** @param id of the deck, which may be another at any time */
	constructor(app: App, id: () => string) {
		this.#app = app;
		this.#live = $derived(this.#watch(id()));
	}

	/** `undefined` until the first answer of the database. */
	get read(): DecksRead | undefined {
		return this.#live.value?.read;
	}

	node(id: string): DeckNode<OwnDeck> | undefined {
		return this.read?.decks.tree.node(id);
	}

	get cards(): DeckCard[] {
		const { read, cards } = this.#live.value ?? {};
		if (!read || !cards) return [];
		const now = this.#app.moment();
		return cards.map((card) => {
			const { weights } = read.decks.presetOf(card.deckId);
			const question = this.#questions[card.id] ?? '';
			return { id: card.id, question, standing: standingOf(card, weights, now) };
		});
	}

	#watch(id: string): Live<{ read: DecksRead; cards: CardState[] }> {
		return new Live(
			async () => {
				const read = await readDecks(this.#app);
				const under = read.decks.tree.under(id).map(({ deck }) => deck.id);
				const cards = await firstCards(this.#app.db, under, CARDS_LISTED);
				for (const card of cards) if (!(card.id in this.#questions)) void this.#ask(card.id);
				return { read, cards };
			},
			(error) => this.#app.toasts.problem(error.message),
		);
	}

	async #ask(id: string): Promise<void> {
		const card = await loadCard(this.#app.db, this.#app.library, id).catch(() => undefined);
		this.#questions[id] = card ? plainTextOf(card) : 'Not readable here';
	}
}
