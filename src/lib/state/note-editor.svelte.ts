/** The editor of one note of the person's own: what is typed, what it would show, and how it is saved. */
import { AskedBefore, type Known } from '$lib/content/asked-before.ts';
import type { CompiledCard } from '$lib/content/card.ts';
import type { NoteType, OwnDeck, OwnNote } from '$lib/content/note.ts';
import { noteCardId, ownNoteId } from '$lib/content/own-note.ts';
import { readNoteType } from '$lib/db/note-types.ts';
import { readMedia } from '$lib/db/media.ts';
import { allDecks } from '$lib/db/read-decks.ts';
import { allNotes, readNote } from '$lib/db/read-note.ts';
import { saveNote } from '$lib/db/save-note.ts';
import { textOfHtml } from '$lib/deck-import/template/html-text.ts';
import { noteOrdinals } from '$lib/deck-import/template/note-ordinals.ts';
import type { App } from './app.svelte.ts';
import { newId } from './clock.ts';
import { compileNote } from './compile-note.ts';
import { dropDraft, keepDraft, readDraft, type NoteDraft } from './note-draft.ts';
import { mergeTyped } from './merge-typed.ts';
import { NOTE_KINDS, type NoteKind } from './note-kinds.ts';
import { offerUndo } from './offer-undo.ts';
import { painted } from './painted.ts';
import { blank, padded, shownNote } from './shown-note.ts';
import { PictureError, takePicture } from './take-picture.ts';

/** So long nothing is typed before the preview follows: diagrams take their time. */
const PREVIEW_MS = 250;
/** A note of a hundred blanks shows the first of them. */
const MOST_SHOWN = 6;
/** Notes that are looked at between two frames. */
const AT_ONCE = 500;
/** The first second of 2020: new cards stand behind those of any import in the order of their making. */
const LONG_AGO = 1_577_836_800_000;

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
	preview = $state.raw<readonly CompiledCard[]>([]);
	like = $state.raw<readonly Known[]>([]);
	/** What was typed before and never saved is here again. */
	restored = $state(false);
	/** The note was changed elsewhere since: what is typed would replace that. */
	overtaken = $state(false);
	saving = $state(false);
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
	#asked = new AskedBefore();
	#timer: ReturnType<typeof setTimeout> | undefined;
	#looked = 0;
	#left = false;

	/** @param options `id` of a note to edit; else `deck`, the id of the deck of a new one */
	constructor(app: App, options: { id?: string; deck?: string }) {
		this.#app = app;
		this.#id = options.id ?? '';
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
		const { type } = this;
		return type ? this.#ordinalsOf(type, this.fields) : [];
	}

	/** Why it cannot be saved yet; '' where it can. */
	get missing(): string {
		const { type } = this;
		if (!type) return '';
		if (type.kind === 'cloze' && this.ordinals.length === 0) {
			return 'Nothing is hidden yet. Select the words to ask for and press Cloze.';
		}
		if (this.ordinals.length === 0) return `${type.fields[0] ?? 'The front'} is empty.`;
		if (this.typed && this.#answers().length === 0) return 'Say what is to be typed.';
		if (this.deckId === '' && pathOf(this.newDeck).length === 0) return 'Give the deck a name.';
		return '';
	}

	async #open(deck: string): Promise<void> {
		const { db } = this.#app;
		try {
			const [note, decks] = await Promise.all([
				this.isNew ? undefined : readNote(db, this.#id),
				allDecks(db),
			]);
			const type = note && (await readNoteType(db, note.noteType));
			if (!this.isNew && !type) return void (this.phase = 'missing');
			this.#note = note;
			this.#type = type;
			this.decks = decks;
			this.#take(note, deck || lastDeck);
			this.#restore();
			this.phase = 'ready';
			this.#follow();
			await this.#lookAround();
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
		const draft = readDraft(this.#id);
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
		dropDraft(this.#id);
		this.restored = this.overtaken = false;
		this.problem = '';
		this.clean = true;
		this.#take(this.#note, lastDeck);
		this.#follow();
	}

	/** To be called at every change by the person: nothing typed is ever lost. */
	changed(): void {
		this.clean = false;
		this.problem = '';
		const { kindId, fields, answer, tags, deckId, newDeck } = this;
		const draft: NoteDraft = {
			...{ kind: this.isNew ? kindId : '', fields: [...fields], answer },
			...{ tags: [...tags], deckId, newDeck, base: this.#base },
		};
		keepDraft(this.#id, draft);
		this.#follow();
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
		clearTimeout(this.#timer);
	}

	#follow(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#look(), PREVIEW_MS);
	}

	async #look(): Promise<void> {
		const { type } = this;
		const turn = ++this.#looked;
		if (!type) return;
		const note = { fields: [...this.fields], tags: this.tags, ...this.#traits() };
		const deck = this.decks.find(({ id }) => id === this.deckId)?.path ?? pathOf(this.newDeck);
		const media = (name: string) => readMedia(this.#app.db, name);
		const shown = this.ordinals.slice(0, MOST_SHOWN).map((ordinal) => {
			const id = noteCardId(this.#id || 'note/new', ordinal);
			return compileNote(id, { note, type, ordinal, deck, media });
		});
		const cards = await Promise.all(shown).catch(() => undefined);
		if (turn !== this.#looked || this.#left) return;
		this.preview = cards ?? this.preview;
		this.like = this.#asked.like(textOfHtml(this.fields[0] ?? ''), this.#id);
	}

	/** Reads what other notes ask and which tags there are, in slices: there may be fifty thousand. */
	async #lookAround(): Promise<void> {
		const notes = await allNotes(this.#app.db);
		const tags = new Set<string>();
		for (let at = 0; at < notes.length && !this.#left; at += AT_ONCE) {
			for (const { id, fields, tags: own } of notes.slice(at, at + AT_ONCE)) {
				this.#asked.add({ id, text: textOfHtml(fields[0] ?? '') });
				for (const tag of own) tags.add(tag);
			}
			await painted();
		}
		this.knownTags = [...tags].sort((a, b) => a.localeCompare(b));
		this.like = this.#asked.like(textOfHtml(this.fields[0] ?? ''), this.#id);
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
	 * Saves, as one act to undo; a new note makes room for the next. Resolves to whether it is stored: where the note
	 * was changed elsewhere in the same place since it was opened, that is said first.
	 */
	async save(): Promise<boolean> {
		if (this.missing || this.saving || !this.type) return false;
		this.saving = true;
		const { type } = this;
		if (!(await this.#catchUp()) || this.missing) {
			this.saving = false;
			return false;
		}
		const { db } = this.#app;
		const deck = this.#deckToSave();
		const moment = this.#app.writeMoment();
		const note = this.#noteToSave(type, deck.id);
		let seq: number | undefined;
		const done = await this.#app.attempt(async () => {
			seq = await saveNote(db, note, moment, { also: deck.made ? [deckEdit(deck.made)] : [] });
		});
		this.saving = false;
		if (!done) return false;
		if (deck.made) this.decks = [...this.decks, deck.made];
		lastDeck = deck.id;
		dropDraft(this.#id);
		this.restored = this.overtaken = false;
		this.clean = true;
		this.#asked.add({ id: note.id, text: textOfHtml(note.fields[0] ?? '') });
		const count = note.ordinals.length;
		const what = this.isNew ? `Added: ${count} ${count === 1 ? 'card' : 'cards'}` : 'Saved';
		offerUndo(this.#app, seq === undefined ? 'Nothing had changed' : what, seq);
		if (this.isNew) this.#makeRoom(deck.id);
		else this.#standOn(seq === undefined ? note : { ...note, modified: moment.t });
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

	#deckToSave(): { id: string; made?: OwnDeck } {
		if (this.deckId !== '') return { id: this.deckId };
		const path = pathOf(this.newDeck);
		const known = this.decks.find((deck) => deck.path.join('::') === path.join('::'));
		if (known) return { id: known.id };
		const made: OwnDeck = { id: `deck/${newId()}`, path, description: '', daily: true };
		return { id: made.id, made };
	}

	#noteToSave(type: NoteType, deck: string): OwnNote {
		const rest = newId();
		const { t } = this.#app.writeMoment();
		const fresh: OwnNote = {
			...{ id: ownNoteId(rest), guid: rest, noteType: type.id, fields: [], tags: [], modified: t },
			...{
				deck,
				decks: {},
				ordinals: [],
				position: Math.max(0, Math.floor((t - LONG_AGO) / 1000)),
			},
		};
		const note = this.#note ?? fresh;
		const moved = note.deck !== deck;
		return {
			...note,
			...{ fields: [...this.fields], tags: [...this.tags], ordinals: this.ordinals, deck },
			...(moved ? { decks: {} } : {}),
			...this.#traits(),
		};
	}

	#traits(): Pick<OwnNote, 'traits'> {
		const known = this.#note?.traits;
		if (!this.typed) return known ? { traits: known } : {};
		const usual = { kind: 'number', level: 'beginner', also: [] } as const;
		return { traits: { ...usual, ...known, answers: this.#answers() } };
	}

	#answers(): string[] {
		const answers = this.answer.split('|').map((each) => each.trim());
		return answers.filter((each) => each !== '');
	}

	#ordinalsOf(type: NoteType, fields: readonly string[]): number[] {
		// Cards in our own format hide words in their own way, and a note is one card.
		if (this.typed || this.#note?.traits) return (fields[0] ?? '').trim() === '' ? [] : [0];
		const made = noteOrdinals(type, fields);
		if (!this.#note) return made;
		// What came with an import stays, also where it shows nothing and never did.
		const before = noteOrdinals(type, this.#note.fields);
		const kept = this.#note.ordinals.filter((ordinal) => !before.includes(ordinal));
		return [...new Set([...made, ...kept])].sort((a, b) => a - b);
	}
}

function deckEdit({ id, path, description, daily }: OwnDeck) {
	return { kind: 'deck' as const, id, fields: { path: [...path], description, daily } };
}

function pathOf(text: string): string[] {
	const names = text.split('::').map((name) => name.trim());
	return names.filter((name) => name !== '');
}

function wordsOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
