/** Writes a collection as our JSON: everything but the bytes of media. */
import type { ImportedCollection } from '../imported.ts';
import { JSON_FORMAT, JSON_VERSION } from '../json/json-deck.ts';

/** Reading it back gives the same collection, media aside. */
export function writeJsonDeck(collection: ImportedCollection): string {
	const { origin, made, noteTypes, notes, cards, decks, reviews, presets } = collection;
	const lists = { noteTypes, notes, cards, decks, reviews, presets };
	return JSON.stringify(
		{ format: JSON_FORMAT, version: JSON_VERSION, origin, made, ...lists },
		null,
		'\t',
	);
}
