/** Editable fields: the last writer of each field wins; merging is commutative and idempotent. */
import { NO_STAMP, type Stamp } from './hlc.ts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Fields = Record<string, Json>;

/**
 * What a record describes: marks of a card, the undo mark of a review, a setting, a preset, a deck, a note (also
 * the overlay of a built-in one), what is said of an interview afterwards, and that a card was missed in one; of
 * the person's own decks the types of notes and what their pictures and sounds are called; a saved search, and
 * what a fit of the parameters did; and what was foreseen of a study day. A deletion is the field `deleted: true`.
 */
export const RECORD_KINDS = [
	'mark',
	'void',
	'setting',
	'preset',
	'deck',
	'note',
	'interview',
	'miss',
	'noteType',
	'media',
	'search',
	'fit',
	'forecast',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export interface StampedRecord {
	kind: RecordKind;
	id: string;
	fields: Fields;
	/** Stamp of every field that was not written at `base`. */
	stamps: Record<string, Stamp>;
	/** Stamp of the record's making. */
	base: Stamp;
}

/** The stamp of a field's value; `NO_STAMP` for a field that was never written. */
export function stampOf(record: StampedRecord | undefined, field: string): Stamp {
	if (record === undefined || !Object.hasOwn(record.fields, field)) return NO_STAMP;
	return record.stamps[field] ?? record.base;
}

/** A copy with `fields` written, each at its stamp by `stampFor` (which is told the stamp replaced). */
export function writeFields(
	record: StampedRecord | undefined,
	kind: RecordKind,
	id: string,
	fields: Fields,
	stampFor: (replaced: Stamp) => Stamp,
): StampedRecord {
	const names = Object.keys(fields).sort();
	if (record === undefined) {
		return { kind, id, fields: { ...fields }, stamps: {}, base: stampFor(NO_STAMP) };
	}
	const next = { ...record, fields: { ...record.fields, ...fields }, stamps: { ...record.stamps } };
	for (const name of names) next.stamps[name] = stampFor(stampOf(record, name));
	return next;
}

/**
 * Both records as one, field by field the value with the later stamp (at equal stamps the greater
 * JSON, so that every device agrees).
 */
export function mergeRecords(a: StampedRecord, b: StampedRecord): StampedRecord {
	const base = a.base < b.base ? a.base : b.base;
	const fields: Fields = {};
	const stamps: Record<string, Stamp> = {};
	const names = new Set([...Object.keys(a.fields), ...Object.keys(b.fields)]);
	for (const name of [...names].sort()) {
		const winner = laterOf(a, b, name);
		const stamp = stampOf(winner, name);
		fields[name] = winner.fields[name] ?? null;
		if (stamp !== base) stamps[name] = stamp;
	}
	return { kind: a.kind, id: a.id, fields, stamps, base };
}

function laterOf(a: StampedRecord, b: StampedRecord, name: string): StampedRecord {
	if (!Object.hasOwn(a.fields, name)) return b;
	if (!Object.hasOwn(b.fields, name)) return a;
	const [sa, sb] = [stampOf(a, name), stampOf(b, name)];
	if (sa !== sb) return sa > sb ? a : b;
	return JSON.stringify(a.fields[name]) >= JSON.stringify(b.fields[name]) ? a : b;
}
