/** Notes of the person's own as editable fields and back; what is malformed is as if it were not there. */
import { CARD_KINDS, LEVELS } from '../content/card.ts';
import { FROM_INTERVIEWS_DECK, isFromInterview, noteCardId } from '../content/own-note.ts';
import { BASIC_TYPE } from '../content/own-note-types.ts';
import type { OwnNote, OwnTraits } from '../content/note.ts';
import { isObject, isOrdinal, ordinalsOf, stands } from './note-places.ts';
import type { Fields, Json, StampedRecord } from './record.ts';

/** The note within a record; `undefined` where it holds none or was deleted. */
export function noteFrom({
	id,
	fields,
}: Pick<StampedRecord, 'id' | 'fields'>): OwnNote | undefined {
	if (!stands(id, fields)) return undefined;
	return isFromInterview(id) ? interviewNote(id, fields) : plainNote(id, fields);
}

function plainNote(id: string, stored: Fields): OwnNote {
	const { guid, noteType, fields, tags, modified, deck, decks, position } = stored;
	const traits = traitsFrom(stored['traits']);
	return {
		...{ id, guid: typeof guid === 'string' ? guid : id, noteType: String(noteType) },
		...{ fields: textsOf(fields), tags: textsOf(tags), modified: numberOf(modified) },
		...{ deck: String(deck), decks: decksFrom(decks), ordinals: ordinalsOf(stored) },
		position: numberOf(position),
		...(numberOf(stored['made']) > 0 ? { made: numberOf(stored['made']) } : {}),
		...(isObject(stored['eases']) ? { eases: easesFrom(stored['eases']) } : {}),
		...(traits ? { traits } : {}),
	};
}

function easesFrom(value: Record<string, Json>): Record<number, number> {
	const sound = Object.entries(value).filter(
		([ordinal, ease]) => isOrdinal(Number(ordinal)) && numberOf(ease) >= 1 && numberOf(ease) <= 10,
	);
	return Object.fromEntries(sound.map(([ordinal, ease]) => [Number(ordinal), numberOf(ease)]));
}

/** A card made after an interview is kept as its two texts, as it was before there were notes of types. */
function interviewNote(id: string, stored: Fields): OwnNote {
	const { front, back, tags, modified, deck } = stored;
	// Older ones hold the name of their deck.
	const home = typeof deck === 'string' && deck.startsWith('deck/') ? deck : FROM_INTERVIEWS_DECK;
	return {
		...{
			id,
			guid: id,
			noteType: BASIC_TYPE.id,
			fields: [String(front), String(back)],
			tags: textsOf(tags),
		},
		...{ modified: numberOf(modified), deck: home, decks: {}, ordinals: [0], position: 0 },
	};
}

/** What is to be written of a note. */
export function fieldsOfNote(note: OwnNote): Fields {
	const { id, guid, noteType, fields, tags, modified, deck, decks, ordinals, position } = note;
	if (isFromInterview(id)) {
		const [front = '', back = ''] = fields;
		return { front, back, tags: [...tags], modified, deck };
	}
	return {
		...{ guid, noteType, fields: [...fields], tags: [...tags], modified, deck },
		...{ decks: { ...decks }, ordinals: [...ordinals], position },
		...(note.made === undefined ? {} : { made: note.made }),
		...(note.eases === undefined ? {} : { eases: { ...note.eases } }),
		traits: note.traits ? (structuredClone(note.traits) as unknown as Json) : null,
	};
}

/** The deck of one of the cards of a note. */
export function deckOfCard(note: OwnNote, ordinal: number): string {
	return note.decks[ordinal] ?? note.deck;
}

/** Ids of the cards that a note has. */
export function cardsOf(note: OwnNote): string[] {
	return note.ordinals.map((ordinal) => noteCardId(note.id, ordinal));
}

function textsOf(value: Json | undefined): string[] {
	return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function numberOf(value: Json | undefined): number {
	return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

function decksFrom(value: Json | undefined): Record<number, string> {
	if (!isObject(value)) return {};
	const sound = Object.entries(value).flatMap(([ordinal, deck]) =>
		typeof deck === 'string' && isOrdinal(Number(ordinal))
			? [[Number(ordinal), deck] as const]
			: [],
	);
	return Object.fromEntries(sound);
}

function traitsFrom(value: Json | undefined): OwnTraits | undefined {
	if (!isObject(value)) return undefined;
	const kind = CARD_KINDS.find((known) => known === value['kind']);
	if (!kind) return undefined;
	const level = LEVELS.find((known) => known === value['level']) ?? 'beginner';
	const { also, answers, retired } = value;
	return {
		...{ kind, level, also: textsOf(also), answers: textsOf(answers) },
		...(retired === true ? { retired } : {}),
	};
}
