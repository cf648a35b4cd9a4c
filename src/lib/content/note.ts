/** What a note of the person's own is: typed here or brought from elsewhere, of a type that makes its cards. */
import type { CardKind, Level } from './card.ts';

/** How the fields of a note type are written. HTML is as untrusted as the file that brought it. */
export type TextFormat = 'html' | 'markdown';

export interface NoteTemplate {
	name: string;
	/** With `{{…}}`, as Anki writes them. */
	front: string;
	back: string;
}

export interface NoteType {
	/** By `noteTypeId`: types of the same content are one. */
	id: string;
	name: string;
	/** `occlusion` is a cloze over a picture: every card shows it with one shape hidden. */
	kind: 'plain' | 'cloze' | 'occlusion';
	text: TextFormat;
	/** Names, at least one. */
	fields: readonly string[];
	/** At least one; a cloze has exactly one. */
	templates: readonly NoteTemplate[];
	/** As untrusted as the file that brought it. */
	css: string;
}

/** What only cards in our own format say of themselves. */
export interface OwnTraits {
	kind: CardKind;
	level: Level;
	also: readonly string[];
	/** What a person would type; empty where nothing is typed. */
	answers: readonly string[];
	retired?: true;
}

export interface OwnNote {
	/** `note/…`, or `own/…` for a card made after an interview. */
	id: string;
	/** The same in every version of this note: by it an import finds it again. */
	guid: string;
	/** Id of its type. */
	noteType: string;
	/** As many as its type has. */
	fields: readonly string[];
	/** Parts of a hierarchy are joined by `::`. */
	tags: readonly string[];
	/** ms since the epoch of the last edit. */
	modified: number;
	/** Id of the deck of its cards. */
	deck: string;
	/** Decks of the cards that lie elsewhere, by ordinal. */
	decks: Readonly<Record<number, string>>;
	/** Which cards there are: templates from 0, or of a cloze the numbers less one. */
	ordinals: readonly number[];
	/** Order among new cards. */
	position: number;
	/** ms since the epoch of its making elsewhere, before it was brought here. */
	made?: number;
	/** By ordinal, the factor of SM-2 that a card was brought with: Onsite needs none, but other programs do. */
	eases?: Readonly<Record<number, number>>;
	traits?: OwnTraits;
}

export interface OwnDeck {
	/** `deck/…`. */
	id: string;
	/** Names from the root down, at least one. */
	path: readonly string[];
	/** Untrusted text; '' for none. */
	description: string;
	/** Of the preset that it was given; else that of the nearest deck above holds. */
	presetId?: string;
	/** Whether its cards come in the daily review. */
	daily: boolean;
	/** The path, joined by `::`, under which it was imported; a later import finds it by that. */
	origin?: string;
}
