/** What a person does with decks: each act can be taken back from its message. */
import type { OwnDeck } from '$lib/content/note.ts';
import { deleteDeck, renameDeck, saveDeck } from '$lib/db/edit-decks.ts';
import { sizeOf, type DeckSize } from '$lib/db/deck-sizes.ts';
import type { App } from './app.svelte.ts';
import { newId } from './clock.ts';
import { offerUndo } from './offer-undo.ts';

export class DeckActs {
	#app: App;

	constructor(app: App) {
		this.#app = app;
	}

	/** Makes an empty deck; resolves to its id, `undefined` where it could not be stored. */
	async add(path: readonly string[]): Promise<string | undefined> {
		const deck: OwnDeck = { id: `deck/${newId()}`, path, description: '', daily: true };
		const told = `Deck made: ${deckInWords(path)}`;
		return (await this.#save(deck, told)) ? deck.id : undefined;
	}

	async change(deck: OwnDeck, values: Partial<OwnDeck>, told: string): Promise<boolean> {
		return this.#save({ ...deck, ...values }, told);
	}

	/** Gives a deck another path, and those under it with it. */
	async move(deck: OwnDeck, path: readonly string[]): Promise<boolean> {
		const { db } = this.#app;
		const moment = this.#app.writeMoment();
		return this.#told(`Now ${deckInWords(path)}`, () => renameDeck(db, deck.id, path, moment));
	}

	/** How much goes with a deck and those under it. @throws DbError */
	size(deckIds: readonly string[]): Promise<DeckSize> {
		return sizeOf(this.#app.db, deckIds);
	}

	/** @param cards what becomes of its cards */
	async remove(deck: OwnDeck, cards: 'delete' | { moveTo: string }): Promise<boolean> {
		const { db } = this.#app;
		const moment = this.#app.writeMoment();
		const told = `Deleted ${deckInWords(deck.path)}`;
		return this.#told(told, () => deleteDeck(db, deck.id, cards, moment));
	}

	#save(deck: OwnDeck, told: string): Promise<boolean> {
		const { db } = this.#app;
		const moment = this.#app.writeMoment();
		return this.#told(told, () => saveDeck(db, deck, moment));
	}

	async #told(told: string, act: () => Promise<number | undefined>): Promise<boolean> {
		let seq: number | undefined;
		const done = await this.#app.attempt(async () => (seq = await act()));
		if (done) offerUndo(this.#app, told, seq);
		return done;
	}
}

export function deckInWords(path: readonly string[]): string {
	return path.join(' › ');
}
