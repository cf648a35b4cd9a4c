/** What the card menu opens: a card's history and reasons, and its text to edit. */
import type { CardSource, CompiledCard } from '$lib/content/card.ts';
import { isOwnCard } from '$lib/content/own-note.ts';
import { commitAct } from '$lib/db/act.ts';
import { cardById } from '$lib/db/cards.ts';
import { reviewsOfCard } from '$lib/db/history.ts';
import { changedSince, readEditedFrom, readOverlay, type CardOverlay } from '$lib/db/notes.ts';
import type { Fields } from '$lib/db/record.ts';
import { presetOfDeck } from '$lib/db/study-decks.ts';
import { explainCard } from '$lib/scheduler/explain-card.ts';
import type { Explanation } from '$lib/scheduler/explanation.ts';
import type { Review } from '$lib/scheduler/review.ts';
import type { App } from './app.svelte.ts';
import { compileEdited, ownSource } from './card-content.ts';
import { merged } from './merge-typed.ts';
import { dropCardDraft, keepCardDraft, readCardDraft, type CardDraft } from './card-draft.ts';

export interface EditableCard {
	/** As it reads now, with the person's wording if there is one. */
	source: CardSource;
	edited: boolean;
	/** As released now; absent for a card of the person's own. */
	released?: CardOverlay;
	/** Whether the catalog has changed the wording since it was edited. */
	changed: boolean;
	/** What was typed before and never saved; a side that was left alone as it reads now. */
	draft: CardDraft | undefined;
	/** Keeps what is typed until it is saved. @param base the wording that it is typed over, if not `source` */
	ontype: (text: CardOverlay, base?: CardOverlay) => void;
	/** Brings it together with what has become of the card; `undefined` where that cannot be read. */
	merge: (text: CardOverlay, base: CardOverlay) => Promise<MergedEdit | undefined>;
	compile: (source: CardSource) => Promise<CompiledCard>;
}

/** What is typed together with what has become of the card since. */
export interface MergedEdit {
	text: CardOverlay;
	/** As the card reads now. */
	now: CardOverlay;
	/** Both have changed a side in different ways: what was typed stands there. */
	clash: boolean;
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
	const [released, card, overlay, of] = await Promise.all([
		app.library.source(cardId),
		app.library.card(cardId),
		readOverlay(app.db, cardId),
		readEditedFrom(app.db, cardId),
	]);
	if (overlay && isOwnCard(cardId)) {
		const source = ownSource(cardId, overlay);
		return {
			...{ source, edited: false, changed: false, ...draftOf(app, source) },
			compile: (changed) => compileEdited(changed),
		};
	}
	if (!released || !card) return undefined;
	const { front, back } = released;
	const source = { ...released, ...overlay };
	return {
		...{ source, ...draftOf(app, source, { front, back }) },
		edited: overlay !== undefined,
		released: { front, back },
		changed: overlay !== undefined && changedSince(of, released),
		compile: (changed) => compileEdited(changed, { card, source: released }),
	};
}

function draftOf(
	app: App,
	{ id, front, back }: CardSource,
	released?: CardOverlay,
): Pick<EditableCard, 'draft' | 'ontype' | 'merge'> {
	const opened = { front, back };
	const draft = readCardDraft(id);
	return {
		draft: draft && { ...draft, ...mergedWording(draft.base, draft, opened).text },
		ontype: ({ front, back }, base = opened) => keepCardDraft(id, { front, back, base }),
		merge: async (text, base) => {
			let merged: MergedEdit | undefined;
			await app.attempt(async () => {
				const now = (await readOverlay(app.db, id)) ?? released ?? base;
				merged = mergedWording(base, text, now);
			});
			return merged;
		},
	};
}

function mergedWording(base: CardOverlay, text: CardOverlay, now: CardOverlay): MergedEdit {
	const front = merged(base.front, text.front, now.front);
	const back = merged(base.back, text.back, now.back);
	return {
		text: { front: front.value, back: back.value },
		now,
		clash: front.clash || back.clash,
	};
}

/**
 * Keeps the person's wording; undoable like any act. Resolves to whether it was stored.
 * @param released the wording of the catalog that the person has seen with it
 */
export async function saveEdit(
	app: App,
	cardId: string,
	text: CardOverlay,
	released?: CardOverlay,
): Promise<boolean> {
	const { front, back } = text;
	const of = released ? { of: { front: released.front, back: released.back } } : {};
	return edit(app, cardId, 'Edit', { front, back, ...of, deleted: false });
}

/** Back to the card as released. */
export async function dropEdit(app: App, cardId: string): Promise<boolean> {
	return edit(app, cardId, 'Back to the original', { deleted: true });
}

async function edit(app: App, cardId: string, name: string, fields: Fields): Promise<boolean> {
	const stored = await app.attempt(() =>
		commitAct(app.db, {
			name,
			edits: [{ kind: 'note', id: cardId, fields }],
			moment: app.writeMoment(),
		}),
	);
	if (stored) dropCardDraft(cardId);
	return stored;
}
