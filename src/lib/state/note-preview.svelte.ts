/** The cards of a note as it is typed, made a moment after the typing stops. */
import type { CompiledCard } from '$lib/content/card.ts';
import { noteCardId } from '$lib/content/own-note.ts';
import { readMedia } from '$lib/db/media.ts';
import type { App } from './app.svelte.ts';
import { compileNote } from './compile-note.ts';
import { ordinalsOf, traitsOf, type TypedNote } from './typed-note.ts';

/** So long nothing is typed before the preview follows: diagrams take their time. */
const PAUSE_MS = 250;
/** A note of a hundred blanks shows the first of them. */
const MOST_SHOWN = 6;

/** What is shown: the note, and what belongs to it. */
export interface Shown extends TypedNote {
	tags: readonly string[];
	/** Names from the root down. */
	deck: readonly string[];
}

export class NotePreview {
	cards = $state.raw<readonly CompiledCard[]>([]);
	readonly #db: App['db'];
	#timer: ReturnType<typeof setTimeout> | undefined;
	#turn = 0;

	constructor({ db }: Pick<App, 'db'>) {
		this.#db = db;
	}

	/** Shows it soon, or something later in its place. @param shown asked for then; `undefined` for nothing */
	follow(shown: () => Shown | undefined): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#show(shown()), PAUSE_MS);
	}

	/** Shows nothing more. */
	stop(): void {
		clearTimeout(this.#timer);
		this.#turn += 1;
	}

	async #show(shown: Shown | undefined): Promise<void> {
		const turn = ++this.#turn;
		if (!shown) return;
		const { type, deck, tags } = shown;
		const note = { fields: [...shown.fields], tags, ...traitsOf(shown) };
		const media = (name: string) => readMedia(this.#db, name);
		const made = ordinalsOf(shown).slice(0, MOST_SHOWN);
		const cards = await Promise.all(
			made.map((ordinal) => {
				const id = noteCardId(shown.note?.id ?? 'note/new', ordinal);
				return compileNote(id, { note, type, ordinal, deck, media });
			}),
		).catch(() => undefined);
		if (cards && turn === this.#turn) this.cards = cards;
	}
}
