/** A card as the index takes it in: what it says, where it belongs, where it stands. */
import type { Level } from '../content/card.ts';
import type { CardState } from '../scheduler/card-state.ts';
import type { SearchKind } from './search-node.ts';

/** What a card says: of a note for all its cards, in the catalog of each card for itself. */
export interface BrowseText {
	/** Unique among the texts. */
	key: string;
	/** Plain text of each field, as many as the type has. */
	fields: readonly string[];
	type: BrowseType;
	tags: readonly string[];
	/** ms since the epoch; 0 where nobody knows. */
	added: number;
	/** ms since the epoch; 0 for never. */
	edited: number;
	/** What a list says about where it is from, such as a pattern; '' for the name of its deck. */
	place: string;
	/** Id of a category of the catalog; '' for none. */
	category: string;
	kind: SearchKind;
	level: Level | undefined;
}

/** What the fields are called, and the cards that are made of them. */
export interface BrowseType {
	name: string;
	fields: readonly string[];
	/** By ordinal. */
	cards: readonly string[];
}

export interface BrowseCard {
	state: CardState;
	/** Id of the deck in which it is shown. */
	deck: string;
	/** `key` of its text. */
	text: string;
	/** From 0. */
	ordinal: number;
	own: boolean;
}

/** What a search needs of a deck. */
export interface BrowseDeck {
	id: string;
	/** Parts joined by `::`. */
	path: string;
	/** The FSRS parameters by which its cards are remembered. */
	weights: readonly number[];
	/** Name of the options by which they are scheduled. */
	preset: string;
}

/** What the log says of a card; days are study days, `NEVER` where there is none. */
export interface CardAnswers {
	/** The first graded answer. */
	first: number;
	/** The last answer of each grade, Again first. */
	last: readonly [number, number, number, number];
}

export const NEVER = -0x8000_0000;
