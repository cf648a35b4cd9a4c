/** What the page asks of the worker that searches, and what it is told. */
import type { Sort } from '$lib/browse/card-order.ts';
import type { SearchMoment } from '$lib/browse/compile-search.ts';
import type { SearchNode } from '$lib/browse/search-node.ts';
import type { Vocabulary } from '$lib/browse/suggest-search.ts';
import type { BrowseLine } from '$lib/browse/browse-line.ts';

export interface Found {
	/** Rows of the index in the order asked for. */
	rows: Uint32Array<ArrayBuffer>;
	/** Cards that there are in all. */
	all: number;
	/** Names in the search that nothing has, as sentences. */
	doubts: string[];
	/** ms that it took. */
	took: number;
}

/** How far the reading is: first all cards, then what they say. */
export type Reading = { what: 'cards'; read: number } | { what: 'texts'; read: number; of: number };

/** ms that a search with a regular expression may take in all, and ms after which its worker is ended. */
export interface Patience {
	search: number;
	worker: number;
}

export interface Place {
	/** Name of the database. */
	name: string;
	/** Id of the installation. */
	install: string;
	/** Address of the catalog's files, with `/` at the end. */
	library: string;
	patience: Patience;
}

/** Each kind of question with what it carries, and what it is answered by. */
export interface Questions {
	/** Answered when all cards are there. */
	open: { asks: Place; gets: { cards: number } };
	/** Answered when all that can be searched is there: what they say, and when they were answered. */
	whole: { asks: Record<string, never>; gets: Record<string, never> };
	search: { asks: { search: SearchNode; sort: Sort; moment: SearchMoment }; gets: Found };
	lines: { asks: { rows: readonly number[]; moment: SearchMoment }; gets: BrowseLine[] };
	/** Ids of rows that hold a card. */
	ids: { asks: { rows: Uint32Array }; gets: string[] };
	words: { asks: Record<string, never>; gets: Vocabulary };
}
export type QuestionName = keyof Questions;

export type Question = {
	[Name in QuestionName]: { number: number; what: Name; asks: Questions[Name]['asks'] };
}[QuestionName];

export type Told =
	| { number: number; gets: Questions[QuestionName]['gets'] }
	/** What went wrong, in words. */
	| { number: number; problem: string }
	/** A search with a regular expression has begun: it may never end. */
	| { begun: number }
	/** A search took longer than the patience of its place. */
	| { slow: number }
	/** What has been read so far, while the index is made. */
	| { read: Reading }
	/** Cards, notes or answers are others than before. */
	| { changed: true }
	/** The database cannot be followed any more. */
	| { trouble: string };
