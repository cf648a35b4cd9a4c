/** Notes of a collection: what can be put right is, what cannot is left out, each with its number. */
import type { ImportedNote, ImportedNoteType } from '../imported.ts';
import type { ImportWatch } from '../import-watch.ts';
import type { Limits } from '../limits.ts';
import type { Remarks } from '../remarks.ts';
import { idColumn, numberColumn, textColumn, wordColumn } from './columns.ts';
import type { SqliteFile } from './sqlite-file.ts';

export interface NoteReading {
	file: SqliteFile;
	types: ReadonlyMap<string, ImportedNoteType>;
	limits: Limits;
	watch: ImportWatch;
	skipped: Remarks;
	repaired: Remarks;
}

const SEPARATOR = '\x1f';
/** 2006, when Anki began, and the year 9999, in ms since the epoch. */
const [FIRST_ANKI, LAST_INSTANT] = [1_136_073_600_000, 253_402_300_799_999];

export interface AnkiNotes {
	/** By key, in the order of their making. */
	notes: Map<string, ImportedNote>;
	/** By key: number of the row. */
	places: Map<string, number>;
}

export function readNotes(reading: NoteReading): AnkiNotes {
	const { file, limits, watch } = reading;
	const notes = new Map<string, ImportedNote>();
	const places = new Map<string, number>();
	const guids = new Set<string>();
	if (!file.has('notes')) return { notes, places };
	const total = file.count('notes');
	const columns = [
		...[idColumn('id'), wordColumn('guid', 1000), idColumn('mid'), numberColumn('mod')],
		...[textColumn('tags', limits.field), textColumn('flds', limits.field * 20)],
	];
	file.each(`SELECT ${columns} FROM notes ORDER BY id LIMIT ${limits.notes}`, (row, number) => {
		if (number % 1000 === 0) watch({ stage: 'notes', done: number, total });
		const note = noteOf(row, number, reading);
		if (!note) return;
		if (note.guid === '' || guids.has(note.guid)) {
			const reason = note.guid === '' ? 'it had no guid' : `its guid stands twice`;
			reading.repaired.add(
				'note',
				number,
				labelOf(note.fields),
				`${reason}; it got one of its own`,
			);
			// Made from what stays the same, so that a later import of the file finds it again.
			note.guid = `${note.guid}#${note.key}`;
		}
		guids.add(note.guid);
		notes.set(note.key, note);
		places.set(note.key, number);
	});
	if (total > limits.notes) {
		reading.skipped.add('note', limits.notes + 1, '', `only ${limits.notes} notes are taken`);
	}
	return { notes, places };
}

/** Anki numbers notes by the instant of their making; whoever else writes packages may count from 1. */
function isInstant(id: number): boolean {
	return id >= FIRST_ANKI && id <= LAST_INSTANT;
}

/** The first field as people see it, short. */
export function labelOf(fields: readonly string[]): string {
	const text = (fields[0] ?? '').slice(0, 500).replace(/<[^>]*>|&nbsp;|\s+/g, ' ');
	return text.trim().slice(0, 80);
}

function noteOf(
	row: unknown[],
	number: number,
	{ types, limits, skipped, repaired }: NoteReading,
): ImportedNote | undefined {
	const [key, guid, typeKey, modified, tags, joined] = row;
	const skip = (label: string, reason: string) => void skipped.add('note', number, label, reason);
	if (typeof key !== 'string') return skip('', 'its id is no number');
	if (typeof joined !== 'string') return skip('', 'its fields are too long, or no text');
	const parts = joined.toWellFormed().split(SEPARATOR, limits.fields + 1);
	// Of few notes anything is to be told.
	const label = () => labelOf(parts);
	const type = types.get(String(typeKey));
	if (!type) return skip(label(), 'its note type is missing');
	if (parts.length > limits.fields)
		return skip(label(), `it has more than ${limits.fields} fields`);
	if (parts.some((part) => part.length > limits.field)) return skip(label(), 'a field is too long');
	if (parts.every((part) => part.trim() === '')) return skip('', 'all of its fields are empty');
	const fields = fitted(parts, type.fields.length);
	if (parts.length !== fields.length) {
		const reason = `it has ${parts.length} fields, its type ${fields.length}`;
		repaired.add('note', number, label(), reason);
	}
	return {
		key,
		guid: typeof guid === 'string' ? guid : '',
		noteType: type.key,
		fields,
		tags: tagsOf(typeof tags === 'string' ? tags : ''),
		modified: typeof modified === 'number' && modified > 0 ? Math.floor(modified * 1000) : 0,
		...(isInstant(Number(key)) ? { made: Number(key) } : {}),
	};
}

/** As many fields as wanted: missing ones are empty, surplus ones join the last. */
function fitted(parts: string[], wanted: number): string[] {
	if (parts.length <= wanted) {
		return [...parts, ...Array.from({ length: wanted - parts.length }, () => '')];
	}
	return [...parts.slice(0, wanted - 1), parts.slice(wanted - 1).join('; ')];
}

/** Tags as Anki keeps them, separated by spaces. */
export function tagsOf(text: string): string[] {
	const tags = text.split(/[\s\u3000]+/).filter((tag) => tag !== '');
	return [...new Set(tags.map((tag) => tag.normalize('NFC')))];
}
