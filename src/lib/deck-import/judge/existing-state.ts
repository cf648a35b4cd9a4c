/** What the device holds already, as far as the judging of an import must know it. */
import type { NoteType } from '../../content/note.ts';
import type { OwnTraits, TextFormat } from '../imported.ts';

export interface ExistingNote {
	id: string;
	/** How its fields are written. */
	text: TextFormat;
	kind: NoteType['kind'];
	/** Names of the fields of its type. */
	fieldNames: readonly string[];
	fields: readonly string[];
	tags: readonly string[];
	/** ms since the epoch of the last edit. */
	modified: number;
	/** Of the deck in which it lies; '' for the catalog. */
	deckId: string;
	own?: OwnTraits;
	/** By ordinal. */
	cards: ReadonlyMap<number, ExistingCard>;
	/** It was deleted: brought again it comes back, with what is known of its cards. */
	deleted?: true;
	/** Of the catalog, which no file changes; only progress may be taken. */
	builtIn?: true;
}

export interface ExistingCard {
	id: string;
	/** Whether it was ever answered. */
	studied: boolean;
	/** Its template or blank has gone. */
	hidden?: true;
}

export interface ExistingState {
	/** By guid. */
	notes: ReadonlyMap<string, ExistingNote>;
	/** Ids by path joined with `::`. */
	decks: ReadonlyMap<string, string>;
	/** Hashes by name. */
	media: ReadonlyMap<string, string>;
}

export const NOTHING_YET: ExistingState = {
	...{ notes: new Map(), decks: new Map(), media: new Map() },
};
