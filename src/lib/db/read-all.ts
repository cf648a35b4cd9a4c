/** Reads whole tables in slices, so that whoever reads can do something else in between. */
import Dexie from 'dexie';
import type { CardState } from '../scheduler/card-state.ts';
import { stateOf, type CardRow } from './card-row.ts';
import { noteFrom } from './note-fields.ts';
import type { OwnNote } from '../content/note.ts';
import { stampOf, type Json, type RecordKind, type StampedRecord } from './record.ts';
import { wallOf } from './hlc.ts';
import type { OnsiteDb, ReviewRow } from './schema.ts';

/** Rows read at once. */
const SLICE = 2_000;

/** Each slice, while the one after it is read already. @param after is given the last row of the slice before */
async function* slices<Row>(
	after: (last: Row | undefined) => PromiseLike<Row[]>,
): AsyncGenerator<Row[]> {
	let rows = await after(undefined);
	while (rows.length === SLICE) {
		const coming = Promise.resolve(after(rows.at(-1)));
		// Nobody may be waiting for it, if whoever reads has had enough.
		coming.catch(() => {});
		yield rows;
		rows = await coming;
	}
	yield rows;
}

/** The cards that are shown, slice by slice, as they are stored; those that are hidden are left out. */
export async function* allCards(db: OnsiteDb): AsyncGenerator<CardState[]> {
	const all = slices<CardRow>((last) =>
		db.cards
			.where('id')
			.above(last?.id ?? '')
			.limit(SLICE)
			.toArray(),
	);
	for await (const rows of all) yield rows.filter(({ gone }) => !gone);
}

/** The answers that are rows, slice by slice. */
export function allReviewRows(db: OnsiteDb): AsyncGenerator<ReviewRow[]> {
	return slices((last) =>
		db.reviews
			.where('id')
			.above(last?.id ?? '')
			.limit(SLICE)
			.toArray(),
	);
}

/** The cards of these ids that are shown. */
export async function shownCards(db: OnsiteDb, ids: readonly string[]): Promise<CardState[]> {
	const rows = await db.cards.bulkGet([...ids]);
	return rows.flatMap((row) => (row && !row.gone ? [stateOf(row)] : []));
}

/** The records of a kind, slice by slice. */
export function allRecords(db: OnsiteDb, kind: RecordKind): AsyncGenerator<StampedRecord[]> {
	return slices((last) =>
		db.records
			.where('[kind+id]')
			.between([kind, last?.id ?? Dexie.minKey], [kind, Dexie.maxKey], false, true)
			.limit(SLICE)
			.toArray(),
	);
}

/** How many records there are of a kind. */
export async function countRecords(db: OnsiteDb, kind: RecordKind): Promise<number> {
	return db.records.where('[kind+id]').between([kind, Dexie.minKey], [kind, Dexie.maxKey]).count();
}

/** The records of these keys, those that are not there left out. */
export async function readRecords(
	db: OnsiteDb,
	keys: readonly [RecordKind, string][],
): Promise<StampedRecord[]> {
	const records = await db.records.bulkGet([...keys]);
	return records.filter((record) => record !== undefined);
}

/** What a record of kind `note` says: a note of the person's own, or their wording of a built-in card. */
export interface NoteText {
	id: string;
	/** `undefined` for an overlay. */
	note: OwnNote | undefined;
	/** Markdown; `undefined` where it is no overlay. */
	overlay: { front: string; back: string } | undefined;
	/** ms since the epoch. */
	made: number;
	/** ms since the epoch of the last change of what it says. */
	edited: number;
}

/** Fields of a record that are about the text, and not about where its cards lie. */
const OF_THE_TEXT = ['front', 'back', 'fields', 'tags', 'noteType'];

export function noteText(record: StampedRecord, isOwn: boolean): NoteText {
	const { front, back, deleted } = record.fields;
	const isOverlay = !isOwn && deleted !== true;
	const overlaid = isOverlay && typeof front === 'string' && typeof back === 'string';
	const stamps = OF_THE_TEXT.map((field) => wallOf(stampOf(record, field)));
	return {
		id: record.id,
		note: isOwn ? noteFrom(record) : undefined,
		overlay: overlaid ? { front, back } : undefined,
		made: earlierOf(record.fields['made'], wallOf(record.base)),
		edited: Math.max(...stamps),
	};
}

/** A note that was brought is as old as it was elsewhere. */
function earlierOf(elsewhere: Json | undefined, here: number): number {
	return typeof elsewhere === 'number' && elsewhere > 0 ? Math.min(elsewhere, here) : here;
}
