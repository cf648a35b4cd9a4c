/** The editor of one note of the person's own: what is typed, what it would show, and how it is saved. */
import type { Known } from '$lib/content/asked-before.ts';
import type { CompiledCard } from '$lib/content/card.ts';
import type { NoteType, OwnDeck, OwnNote } from '$lib/content/note.ts';
import { deleteNotes } from '$lib/db/edit-notes.ts';
import { readNoteType } from '$lib/db/note-types.ts';
import { allDecks } from '$lib/db/read-decks.ts';
import { readNote } from '$lib/db/read-note.ts';
import { saveNote } from '$lib/db/save-note.ts';
import { textOfHtml } from '$lib/deck-import/template/html-text.ts';
import type { App } from './app.svelte.ts';
import { AskedIndex } from './asked-index.ts';
import { chosenPath, deckEdit, deckToSave } from './chosen-deck.ts';
import { newId } from './clock.ts';
import { takeDraftSlot, type DraftSlot } from './draft-slot.ts';
import { mergeTyped } from './merge-typed.ts';
import { NoteCards } from './note-cards.svelte.ts';
import { dropDraft, keepDraft, readDraft, sameDraft, type NoteDraft } from './note-draft.ts';
import { NOTE_KINDS, type NoteKind } from './note-kinds.ts';
import { NotePreview } from './note-preview.svelte.ts';
import { offerUndo } from './offer-undo.ts';
import { painted } from './painted.ts';
import { savedWords } from './saved-words.ts';
import { blank, padded, shownNote } from './shown-note.ts';
import { PictureError, takePicture } from './take-picture.ts';
import { missingOf, noteToSave, ordinalsOf, type TypedNote } from './typed-note.ts';

const WITHOUT_TYPE =
	'The type of this note is not here. Import its deck again, and it can be edited.';
const NOT_KEPT =
	'The browser has no room to keep what you type. Save it before you leave this page.';
const TYPED_SINCE = 'Saved as it was. What you typed since then is not saved yet.';
const FIRST_DECK = 'My notes';
/** The deck of the note that was saved last. */
let lastDeck = '';

export class NoteEditor {
	phase = $state<'loading' | 'ready' | 'missing'>('loading');
	/** Of a new note; of another the type is that which it has. */
	kindId = $state('basic');
	fields = $state<string[]>(['', '']);
	/** What may be typed, with bars between. */
	answer = $state('');
	tags = $state.raw<readonly string[]>([]);
	deckId = $state('');
	/** Path of a deck to be made, with `::` between; only where `deckId` is ''. */
	newDeck = $state('');
	decks = $state.raw<readonly OwnDeck[]>([]);
	knownTags = $state.raw<readonly string[]>([]);
	like = $state.raw<readonly Known[]>([]);
	/** What was typed before and never saved is here again. */
	restored = $state(false);
	/** The note was changed elsewhere since: what is typed would replace that. */
	overtaken = $state(false);
	/** Why the last try to save or to add a picture failed. */
	problem = $state('');
	/** The screen has not changed since the note was opened or saved. */
	clean = $state(true);

	readonly #app: App;
	/** '' for a new note. */
	readonly #id: string;
	#note = $state.raw<OwnNote>();
	/** The note that what is typed goes out from. */
	#base: NoteDraft['base'];
	#type = $state.raw<NoteType>();
	readonly #onundone: () => void;
	readonly #preview: NotePreview;
	/** Of a stored note. */
	readonly #cards: NoteCards | undefined;
	#asked: AskedIndex | undefined;
	/** Of a new note: its draft is no other tab's. */
	#slot: DraftSlot | undefined;
	#left = false;
	#saving = false;

	/**
	 * @param options `id` of a note to edit; else `deck`, the id of the deck of a new one; `onundone` is called when
	 * a saved edit was taken back
	 */
	constructor(app: App, options: { id?: string; deck?: string; onundone?: () => void }) {
		this.#app = app;
		this.#onundone = options.onundone ?? (() => {});
		this.#id = options.id ?? '';
		this.#preview = new NotePreview(app);
		this.#cards = this.isNew ? undefined : new NoteCards(app, this.#id);
		void this.#open(options.deck ?? '');
	}

	readonly kinds = NOTE_KINDS;

	get isNew(): boolean {
		return this.#id === '';
	}

	/** `undefined` for a note of a type of its own. */
	get kind(): NoteKind | undefined {
		return this.#note ? undefined : NOTE_KINDS.find(({ id }) => id === this.kindId);
	}

	get type(): NoteType | undefined {
		return this.#type ?? this.kind?.type;
	}

	/** Whether an answer to type belongs to the note. */
	get typed(): boolean {
		return this.kind?.typed ?? this.#note?.traits?.kind === 'number';
	}

	/** Which cards it makes as it stands. */
	get ordinals(): readonly number[] {
		const note = this.#typedNote;
		return note ? ordinalsOf(note) : [];
	}

	/** Why it cannot be saved yet; '' where it can. */
	get missing(): string {
		const note = this.#typedNote;
		if (!note) return '';
		return (
			missingOf(note) ||
			(chosenPath(this).length === 0 && !this.deckId ? 'Give the deck a name.' : '')
		);
	}

	get preview(): readonly CompiledCard[] {
		return this.#preview.cards;
	}

	/** Whether a card is suspended; `undefined` for one that is not stored. */
	suspended(ordinal: number): boolean | undefined {
		return this.#cards?.suspended(ordinal);
	}

	/** Suspends a card, or lets it come up again; at once, whatever is typed. */
	async suspend(ordinal: number, suspended: boolean): Promise<void> {
		await this.#cards?.suspend(ordinal, suspended);
	}

	get #typedNote(): TypedNote | undefined {
		const { type, fields, typed, answer } = this;
		return type && { type, note: this.#note, fields, typed, answer };
	}

	async #open(deck: string): Promise<void> {
		const { db } = this.#app;
		try {
			const [note, decks, slot] = await Promise.all([
				this.isNew ? undefined : readNote(db, this.#id),
				allDecks(db),
				this.isNew ? takeDraftSlot() : undefined,
			]);
			if (this.#left) return slot?.leave();
			this.#slot = slot;
			const type = note && (await readNoteType(db, note.noteType));
			if (!this.isNew && !type) {
				this.problem = note ? WITHOUT_TYPE : '';
				return void (this.phase = 'missing');
			}
			this.#note = note;
			this.#type = type;
			this.decks = decks;
			this.#take(note, deck || lastDeck);
			this.#restore();
			this.phase = 'ready';
			this.#follow();
			void this.#lookAround();
		} catch (error) {
			this.problem = wordsOf(error);
			this.phase = 'missing';
		}
	}

	#take(note: OwnNote | undefined, deck: string): void {
		const known = this.decks.some(({ id }) => id === deck);
		const shown = note && shownNote(note, this.type);
		this.fields = shown?.fields ?? blank(this.type);
		this.answer = shown?.answer ?? '';
		this.tags = shown?.tags ?? [];
		this.deckId = shown?.deckId ?? (known ? deck : (this.decks[0]?.id ?? ''));
		this.#base = note && { modified: note.modified, deck: note.deck };
		this.newDeck = this.deckId === '' ? FIRST_DECK : '';
	}

	#restore(): void {
		const draft = readDraft(this.#draftId);
		if (!draft) return;
		if (this.isNew) this.kindId = draft.kind;
		this.fields = padded(draft.fields, this.type);
		this.answer = draft.answer;
		this.tags = draft.tags;
		const here = draft.deckId === '' || this.decks.some(({ id }) => id === draft.deckId);
		// Cards that were moved since stay there, unless the deck was chosen here.
		if (here && draft.base?.deck !== draft.deckId) this.deckId = draft.deckId;
		this.newDeck = draft.newDeck;
		this.overtaken = this.#base?.modified !== draft.base?.modified;
		this.#base = draft.base;
		this.restored = true;
		this.clean = false;
	}

	/** Lets go what was typed: an empty note, or the note as it is. */
	discard(): void {
		dropDraft(this.#draftId);
		this.restored = this.overtaken = false;
		this.problem = '';
		this.clean = true;
		this.#take(this.#note, lastDeck);
		this.#follow();
	}

	/** To be called at every change by the person: nothing typed is ever lost. */
	changed(): void {
		this.clean = false;
		this.problem = keepDraft(this.#draftId, this.#draft) ? '' : NOT_KEPT;
		this.#follow();
	}

	get #draftId(): string {
		return this.#slot?.id ?? this.#id;
	}

	get #draft(): NoteDraft {
		const { kindId, fields, answer, tags, deckId, newDeck } = this;
		return {
			...{ kind: this.isNew ? kindId : '', fields: [...fields], answer },
			...{ tags: [...tags], deckId, newDeck, base: this.#base },
		};
	}

	/** Takes another kind; what stands in a field stays in its place. */
	choose(kindId: string): void {
		this.kindId = kindId;
		this.fields = padded(this.fields, this.type);
		this.changed();
	}

	/** Stops what still runs. */
	leave(): void {
		this.#left = true;
		this.#slot?.leave();
		this.#preview.stop();
		this.#asked?.close();
	}

	#follow(): void {
		this.#preview.follow(() => {
			const note = this.#typedNote;
			this.#ask();
			return note && { ...note, tags: this.tags, deck: chosenPath(this) };
		});
	}

	/** What other notes ask and which tags there are: read beside the page, once the note stands. */
	async #lookAround(): Promise<void> {
		await painted();
		if (this.#left) return;
		this.#asked = new AskedIndex(this.#app, ({ like, tags }) => {
			this.like = like;
			this.knownTags = tags ?? this.knownTags;
		});
		this.#ask();
	}

	#ask(): void {
		this.#asked?.ask(textOfHtml(this.fields[0] ?? ''), this.#id);
	}

	/** Takes in a picture; what is to be written in its place, or `undefined` where it was not taken. */
	async picture(file: Blob): Promise<string | undefined> {
		this.problem = '';
		try {
			const name = await takePicture(this.#app, file);
			return this.type?.text === 'html' ? `<img src="${name}">` : `![](${name})`;
		} catch (error) {
			this.problem = error instanceof PictureError ? error.message : wordsOf(error);
			return undefined;
		}
	}

	/**
	 * Saves, as one act to undo; a new note makes room for the next. Resolves to whether all that is typed is stored:
	 * where the note was changed elsewhere in the same place since it was opened, that is said first, and what was
	 * typed while it was being saved stays to be saved.
	 */
	async save(): Promise<boolean> {
		if (this.missing || this.#saving || !this.type) return false;
		this.#saving = true;
		const caughtUp = await this.#catchUp();
		const typed = this.#typedNote;
		if (!caughtUp || this.missing || !typed) {
			this.#saving = false;
			return false;
		}
		const { db } = this.#app;
		const deck = deckToSave(this, newId());
		const moment = this.#app.writeMoment();
		const to = { tags: this.tags, deck: deck.id, rest: newId(), t: moment.t };
		const note = noteToSave(typed, to);
		const draft = this.#draft;
		let seq: number | undefined;
		const done = await this.#app.attempt(async () => {
			seq = await saveNote(db, note, moment, { also: deck.made ? [deckEdit(deck.made)] : [] });
		});
		this.#saving = false;
		if (!done) return false;
		if (deck.made) this.decks = [...this.decks, deck.made];
		lastDeck = deck.id;
		this.restored = this.overtaken = false;
		const told = savedWords(this.#note?.ordinals, note.ordinals);
		offerUndo(this.#app, seq === undefined ? 'Nothing had changed' : told, seq, () => {
			if (this.isNew) this.#giveBack(draft);
			else this.#onundone();
		});
		this.clean = sameDraft(draft, this.#draft);
		if (!this.isNew) this.#standOn(seq === undefined ? note : { ...note, modified: moment.t });
		if (!this.clean) {
			keepDraft(this.#draftId, this.#draft);
			this.problem = TYPED_SINCE;
			return false;
		}
		dropDraft(this.#draftId);
		if (this.isNew) this.#makeRoom(deck.id);
		return true;
	}

	/** A new note that was taken back can be mended, unless another is being typed by now. */
	#giveBack(draft: NoteDraft): void {
		if (readDraft(this.#draftId)) return;
		keepDraft(this.#draftId, draft);
		if (this.#left) return;
		this.#restore();
		this.restored = false;
		this.#follow();
	}

	/** Deletes the note with its cards, as one act to undo. Resolves to whether it did. */
	async remove(): Promise<boolean> {
		const { db } = this.#app;
		let seq: number | undefined;
		const done = await this.#app.attempt(async () => {
			seq = await deleteNotes(db, [this.#id], this.#app.writeMoment());
		});
		if (!done) return false;
		dropDraft(this.#draftId);
		offerUndo(this.#app, seq === undefined ? 'It was deleted already' : 'Note deleted', seq);
		return true;
	}

	/**
	 * Takes in what has become of the note since it was opened. Resolves to whether what is typed can be saved: not
	 * where it failed, nor where it would replace a text that was changed elsewhere and was not shown yet.
	 */
	async #catchUp(): Promise<boolean> {
		let now: OwnNote | undefined;
		const read = await this.#app.attempt(async () => {
			const { db } = this.#app;
			now = await readNote(db, this.#id);
			if (now && this.decks.every(({ id }) => id !== now?.deck)) this.decks = await allDecks(db);
		});
		if (!read || !this.#note || !now) return read;
		const { fields, answer, tags, deckId } = this;
		const [base, typed] = [shownNote(this.#note, this.type), { fields, answer, tags, deckId }];
		const { clash, ...merged } = mergeTyped(base, typed, shownNote(now, this.type));
		Object.assign(this, merged);
		this.#note = now;
		if (clash) {
			this.overtaken = true;
			this.problem = 'Not saved yet: the note was changed elsewhere. Save again to replace that.';
		}
		return !clash;
	}

	#standOn(note: OwnNote): void {
		this.#note = note;
		this.#base = { modified: note.modified, deck: note.deck };
	}

	/** Kind, deck and tags stay for the next one. */
	#makeRoom(deckId: string): void {
		this.fields = blank(this.type);
		this.answer = '';
		this.deckId = deckId;
		this.newDeck = '';
		this.#follow();
	}
}

function wordsOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
