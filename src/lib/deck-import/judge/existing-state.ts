/** What the device holds already, as far as the judging of an import must know it. */
import type { TextFormat } from '../imported.ts';

export interface ExistingNote {
	id: string;
	/** How its fields are written. */
	text: TextFormat;
	/** Names of the fields of its type. */
	fieldNames: readonly string[];
	fields: readonly string[];
	tags: readonly string[];
	/** ms since the epoch of the last edit. */
	modified: number;
	/** By ordinal. */
	cards: ReadonlyMap<number, ExistingCard>;
}

export interface ExistingCard {
	id: string;
	/** Whether it was ever answered. */
	studied: boolean;
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
