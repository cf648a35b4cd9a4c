/** What a file says of types, notes and cards, as the fields that are written here. */
import { BUILT_IN_TYPES } from '../content/own-note-types.ts';
import type { OwnNote } from '../content/note.ts';
import { isFromInterview } from '../content/own-note.ts';
import { noteTypeId } from '../content/note-type-id.ts';
import type { ImportedCard, ImportedNote } from '../deck-import/imported.ts';
import type { ImportPlan, PlannedCard } from '../deck-import/judge/import-plan.ts';
import type { Marks } from '../scheduler/card-state.ts';
import { HELD } from './card-row.ts';
import type { RecordWrite } from './import-places.ts';
import { fieldsOfType } from './note-types.ts';
import type { Fields, Json } from './record.ts';

/** A type that goes to Anki again keeps its number: another would be another type to it. */
const ANKI_NUMBER = /^[1-9]\d{8,15}$/;

/** The types that are not built in, and the ids of all by their keys. */
export function typesOf({ noteTypes }: Pick<ImportPlan, 'noteTypes'>): {
	records: RecordWrite[];
	ids: Map<string, string>;
} {
	const ids = new Map(noteTypes.map((type) => [type.key, noteTypeId(type)]));
	const builtIn = new Set(BUILT_IN_TYPES.map(({ id }) => id));
	const records = new Map<string, RecordWrite>();
	for (const type of noteTypes) {
		const id = ids.get(type.key) ?? '';
		if (builtIn.has(id)) continue;
		const number = ANKI_NUMBER.test(type.key) ? { anki: type.key } : {};
		records.set(id, {
			kind: 'noteType',
			id,
			fields: { ...fieldsOfType({ ...type, id }), ...number },
		});
	}
	return { records: [...records.values()], ids };
}

/** The names of media. */
export function namesOf({ addMedia }: Pick<ImportPlan, 'addMedia'>): RecordWrite[] {
	return addMedia.map(({ name, hash, type, size }) => ({
		...{ kind: 'media', id: name, fields: { hash, type, size } },
	}));
}

/** @param cards its cards, at least one @param deckOf the deck of a key of the file */
export function broughtNote(
	id: string,
	{ guid, noteType, fields, tags, modified, made, own }: ImportedNote,
	types: ReadonlyMap<string, string>,
	cards: readonly PlannedCard[],
	deckOf: (key: string) => string,
): OwnNote {
	const inOrder = cards.map(({ card }) => card).sort((a, b) => a.ordinal - b.ordinal);
	const decks = inOrder.map(({ deck }) => deckOf(deck));
	const [deck = ''] = decks;
	const elsewhere = inOrder.flatMap(({ ordinal }, at) =>
		decks[at] === undefined || decks[at] === deck ? [] : [[ordinal, decks[at]] as const],
	);
	// Behind the new cards, not behind those that have left that order long ago.
	const waiting = inOrder.filter(({ schedule }) => schedule === undefined);
	const [first] = waiting.length > 0 ? waiting : inOrder;
	return {
		...{ id, guid, noteType: types.get(noteType) ?? '', fields, tags, modified, deck },
		...{ decks: Object.fromEntries(elsewhere), ordinals: inOrder.map(({ ordinal }) => ordinal) },
		position: Math.min(Math.max(0, first?.position ?? 0), HELD - 1),
		...(made === undefined ? {} : { made }),
		...(cards.some(({ card, history }) => history && easeOf(card))
			? { eases: easesOf(cards) }
			: {}),
		...(own ? { traits: own } : {}),
	};
}

function easesOf(cards: readonly PlannedCard[]): Record<number, number> {
	const known = cards.filter(({ card, history }) => history && easeOf(card));
	return Object.fromEntries(known.map(({ card }) => [card.ordinal, easeOf(card) ?? 0]));
}

/** The factor of SM-2 that a file says of a card, where that is one. */
export function easeOf({ schedule }: ImportedCard): number | undefined {
	const { ease = 0 } = schedule ?? {};
	// Lower ones are difficulties of FSRS in disguise.
	return ease >= 1.3 ? ease : undefined;
}

/**
 * The fields that an update of a note writes; it stands again where it had been deleted.
 * @param types ids by keys; `undefined` where the note keeps the type that it has
 */
export function broughtText(
	id: string,
	{ noteType, fields, tags, modified, own }: ImportedNote,
	types: ReadonlyMap<string, string> | undefined,
): Fields {
	const [front = '', back = ''] = fields;
	const text: Fields = isFromInterview(id)
		? { front, back }
		: {
				...(types ? { noteType: types.get(noteType) ?? '' } : {}),
				fields: [...fields],
				...(types || own ? { traits: own ? (structuredClone(own) as unknown as Json) : null } : {}),
			};
	return { ...text, tags: [...tags], modified, deleted: false };
}

/** What the file marks a card with; a burial lasts for the study day. */
export function broughtMarks(
	{ suspended, buried, flag }: ImportedCard,
	today: number,
): Partial<Marks> {
	return {
		...(suspended ? { suspended } : {}),
		...(buried === 'none' ? {} : { buriedOn: today, buriedBy: buried }),
		...(flag === 0 ? {} : { flag }),
	};
}
