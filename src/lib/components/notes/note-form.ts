/** What the form of a note needs of its editor. */
import type { CompiledCard } from '$lib/content/card.ts';
import type { NoteType, OwnDeck } from '$lib/content/note.ts';

export interface NoteFormModel {
	readonly isNew: boolean;
	readonly kinds: readonly { id: string; name: string; what: string }[];
	readonly kindId: string;
	/** Undefined for a note of a type of its own. */
	readonly kind: { what: string } | undefined;
	readonly type: NoteType | undefined;
	/** Whether an answer to type belongs to it. */
	readonly typed: boolean;
	fields: string[];
	answer: string;
	tags: readonly string[];
	deckId: string;
	newDeck: string;
	readonly decks: readonly OwnDeck[];
	readonly knownTags: readonly string[];
	readonly preview: readonly CompiledCard[];
	readonly like: readonly { id: string; text: string; same: boolean }[];
	/** Which cards it makes. */
	readonly ordinals: readonly number[];
	/** What was typed before and never saved is here again. */
	readonly restored: boolean;
	/** The note was changed elsewhere since: what is typed would replace that. */
	readonly overtaken: boolean;
	/** Nothing was typed since it was opened or saved. */
	readonly clean: boolean;
	readonly problem: string;
	/** Why it cannot be saved yet; '' where it can. */
	readonly missing: string;
	changed(): void;
	choose(kindId: string): void;
	discard(): void;
	save(): Promise<boolean>;
	/** Whether a card is suspended; `undefined` for one that is not stored. */
	suspended(ordinal: number): boolean | undefined;
	suspend(ordinal: number, suspended: boolean): Promise<void>;
	remove(): Promise<boolean>;
	picture(file: Blob): Promise<string | undefined>;
}
