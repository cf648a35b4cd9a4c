/** Which cards a note of the person's own has, and where each lies. */
import {
	FROM_INTERVIEWS_DECK,
	isFromInterview,
	noteCardId,
	noteOfCard,
} from '../content/own-note.ts';
import { isSoundStart, type MemoryStart } from '../scheduler/memory-start.ts';
import { HELD } from './card-row.ts';
import { CATALOG_DECK } from './catalog-rows.ts';
import type { Fields, Json } from './record.ts';

export interface CardPlace {
	deckId: string;
	/** Order among new cards. */
	position: number;
}

/** No note has as many cards. */
const MOST_CARDS = 10_000;

/** Whether the fields of a note are those of one that is there: it has a text and was not deleted. */
export function stands(id: string, fields: Fields | undefined): fields is Fields {
	if (!fields || fields['deleted'] === true) return false;
	if (isFromInterview(id)) {
		return typeof fields['front'] === 'string' && typeof fields['back'] === 'string';
	}
	const { noteType, deck, fields: texts, ordinals } = fields;
	const named = typeof noteType === 'string' && typeof deck === 'string';
	return named && Array.isArray(texts) && Array.isArray(ordinals);
}

/** The cards of a note by their ids; none where it does not stand. */
export function placesOf(noteId: string, fields: Fields | undefined): Map<string, CardPlace> {
	const places = new Map<string, CardPlace>();
	if (!stands(noteId, fields)) return places;
	const { deck, decks } = fields;
	if (isFromInterview(noteId)) {
		// Studied among those of the catalog, behind them unless it was asked for, until it is moved.
		const home = typeof deck === 'string' && isDeck(deck) ? deck : CATALOG_DECK;
		return places.set(noteId, { deckId: home, position: HELD - 1 });
	}
	const first = Math.min(HELD - 1, Number(fields['position']) || 0);
	const elsewhere = isObject(decks) ? decks : {};
	for (const ordinal of ordinalsOf(fields)) {
		const other = elsewhere[String(ordinal)];
		const deckId = typeof other === 'string' ? other : String(deck);
		places.set(noteCardId(noteId, ordinal), { deckId, position: first });
	}
	return places;
}

function isDeck(id: string): boolean {
	return id.startsWith('deck/') && id !== FROM_INTERVIEWS_DECK;
}

/** The sound ones of `ordinals`, each once, rising. */
export function ordinalsOf(fields: Fields): number[] {
	const { ordinals } = fields;
	const sound = Array.isArray(ordinals) ? ordinals.filter(isOrdinal) : [];
	return [...new Set(sound)].sort((a, b) => a - b);
}

/** Whether a note can have a card of this number. */
export function isOrdinal(value: Json): value is number {
	return Number.isInteger(value) && Number(value) >= 0 && Number(value) < MOST_CARDS;
}

/** Where the log of a card does not reach back to its first answer: what stood before it. */
export function startOfCard(fields: Fields | undefined, cardId: string): MemoryStart | undefined {
	const starts = fields?.['starts'];
	if (starts === undefined || !isObject(starts)) return undefined;
	const start = starts[String(noteOfCard(cardId).ordinal)];
	if (start === undefined || !isObject(start)) return undefined;
	const known = start as unknown as MemoryStart;
	return isSoundStart(known) ? known : undefined;
}

export function isObject(value: Json | undefined): value is Record<string, Json> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
