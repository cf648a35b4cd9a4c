/** The cards that a stored note has: which are suspended, and how that is changed. */
import { noteCardId } from '$lib/content/own-note.ts';
import { commitAct } from '$lib/db/act.ts';
import { cardsOfNote } from '$lib/db/cards.ts';
import type { CardState } from '$lib/scheduler/card-state.ts';
import type { App } from './app.svelte.ts';
import { Live } from './live.svelte.ts';
import { offerUndo } from './offer-undo.ts';

export class NoteCards {
	readonly #app: App;
	readonly #noteId: string;
	readonly #cards: Live<CardState[]>;

	constructor(app: App, noteId: string) {
		this.#app = app;
		this.#noteId = noteId;
		this.#cards = new Live(
			() => cardsOfNote(app.db, noteId),
			({ message }) => app.toasts.problem(message),
		);
	}

	/** `undefined` for a card that there is not, or not yet. */
	suspended(ordinal: number): boolean | undefined {
		const id = noteCardId(this.#noteId, ordinal);
		return this.#cards.value?.find((card) => card.id === id)?.suspended;
	}

	/** Suspends a card, or lets it come up again. */
	async suspend(ordinal: number, suspended: boolean): Promise<void> {
		const { db } = this.#app;
		const marks = [{ cardId: noteCardId(this.#noteId, ordinal), to: { suspended } }];
		const name = suspended ? 'Suspend' : 'Unsuspend';
		let seq: number | undefined;
		const done = await this.#app.attempt(async () => {
			seq = await commitAct(db, { name, marks, moment: this.#app.writeMoment() });
		});
		const told = suspended ? 'Suspended: it will not come back by itself.' : 'It comes up again.';
		if (done) offerUndo(this.#app, told, seq);
	}
}
