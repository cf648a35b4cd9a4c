/** What the card menu opens: a card's history and reasons, and its text to edit. */
import type { CardSource, CompiledCard } from '$lib/content/card.ts';
import { isOwnCard } from '$lib/content/own-note.ts';
import { commitAct } from '$lib/db/act.ts';
import { cardById } from '$lib/db/cards.ts';
import { reviewsOfCard } from '$lib/db/history.ts';
import { readOverlay } from '$lib/db/notes.ts';
import { presetOfDeck } from '$lib/db/study-decks.ts';
import { explainCard } from '$lib/scheduler/explain-card.ts';
import type { Explanation } from '$lib/scheduler/explanation.ts';
import type { Review } from '$lib/scheduler/review.ts';
import type { App } from './app.svelte.ts';
import { compileEdited, ownSource } from './card-content.ts';

export interface EditableCard {
	/** As it reads now, with the person's wording if there is one. */
	source: CardSource;
	edited: boolean;
	compile: (source: CardSource) => Promise<CompiledCard>;
}

/** Why a card stands where it stands. @throws DbError */
export async function explanationOf(app: App, cardId: string): Promise<Explanation | undefined> {
	const card = await cardById(app.db, cardId);
	return card && explainCard(card, await presetOfDeck(app.db, card.deckId), app.moment());
}

/** Past answers, newest first, undone ones too. @throws DbError */
export async function historyOf(app: App, cardId: string): Promise<Review[]> {
	return (await reviewsOfCard(app.db, cardId)).toReversed();
}

/** @returns undefined for a card that is neither of the catalog nor the person's own @throws LibraryError, DbError */
export async function editableCard(app: App, cardId: string): Promise<EditableCard | undefined> {
	const [released, card, overlay] = await Promise.all([
		app.library.source(cardId),
		app.library.card(cardId),
		readOverlay(app.db, cardId),
	]);
	if (overlay && isOwnCard(cardId)) {
		const source = ownSource(cardId, overlay);
		return { source, edited: false, compile: (changed) => compileEdited(changed) };
	}
	if (!released || !card) return undefined;
	return {
		source: { ...released, ...overlay },
		edited: overlay !== undefined,
		compile: (source) => compileEdited(source, { card, source: released }),
	};
}

/** Keeps the person's wording; undoable like any act. Resolves to whether it was stored. */
export async function saveEdit(
	app: App,
	cardId: string,
	text: { front: string; back: string },
): Promise<boolean> {
	return edit(app, cardId, 'Edit', { ...text, deleted: false });
}

/** Back to the card as released. */
export async function dropEdit(app: App, cardId: string): Promise<boolean> {
	return edit(app, cardId, 'Back to the original', { deleted: true });
}

async function edit(
	app: App,
	cardId: string,
	name: string,
	fields: { front?: string; back?: string; deleted: boolean },
): Promise<boolean> {
	return app.attempt(() =>
		commitAct(app.db, {
			name,
			edits: [{ kind: 'note', id: cardId, fields }],
			moment: app.writeMoment(),
		}),
	);
}
