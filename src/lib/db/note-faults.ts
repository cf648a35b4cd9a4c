/** What notes of the person's own name and is not there: their types, decks, pictures and sounds. */
import { BUILT_IN_TYPES } from '../content/own-note-types.ts';
import type { NoteType, OwnNote } from '../content/note.ts';
import { FROM_INTERVIEWS_DECK } from '../content/own-note.ts';
import { importHeads } from './import-record.ts';
import { CATALOG_DECK } from './catalog-rows.ts';
import { deckOfCard } from './note-fields.ts';
import { fieldsOfType, noteTypeFrom } from './note-types.ts';
import { deckFrom } from './read-decks.ts';
import { allNotes } from './read-note.ts';
import type { Finding } from './rebuild.ts';
import type { Json } from './record.ts';
import type { RecordEdit, RecordWriter } from './record-writer.ts';
import { recordsOf } from './records.ts';
import type { OnsiteDb } from './schema.ts';

export interface NoteFaults {
	/** Types that are missing, with a note of each. */
	types: Map<string, OwnNote>;
	/** Decks that are missing, have no path or were deleted, with the path that they had. */
	decks: Map<string, Json[]>;
	/** Names of media whose bytes are not here. */
	absent: string[];
	/** Hashes of bytes that nothing names. */
	unnamed: string[];
}

/** Reads every note; within the caller's transaction. */
export async function noteFaults(db: OnsiteDb): Promise<NoteFaults> {
	const notes = await allNotes(db);
	const typeRecords = await recordsOf(db, 'noteType');
	const types = new Set([
		...BUILT_IN_TYPES.map(({ id }) => id),
		...typeRecords.flatMap((record) => noteTypeFrom(record)?.id ?? []),
	]);
	const deckRecords = new Map((await recordsOf(db, 'deck')).map((record) => [record.id, record]));
	const decks = new Set([CATALOG_DECK, FROM_INTERVIEWS_DECK]);
	for (const record of deckRecords.values()) if (deckFrom(record)) decks.add(record.id);
	const faults: NoteFaults = { types: new Map(), decks: new Map(), ...(await mediaFaults(db)) };
	for (const note of notes) {
		if (!types.has(note.noteType)) faults.types.set(note.noteType, note);
		for (const deck of new Set(note.ordinals.map((ordinal) => deckOfCard(note, ordinal)))) {
			if (decks.has(deck)) continue;
			const path = deckRecords.get(deck)?.fields['path'];
			faults.decks.set(deck, Array.isArray(path) && path.length > 0 ? path : ['Recovered']);
		}
	}
	return faults;
}

async function mediaFaults(db: OnsiteDb): Promise<Pick<NoteFaults, 'absent' | 'unnamed'>> {
	const [records, hashes, imports] = await Promise.all([
		recordsOf(db, 'media'),
		db.media.toCollection().primaryKeys(),
		importHeads(db),
	]);
	const named = new Map<string, string>();
	for (const { id, fields } of records) {
		const { hash, deleted } = fields;
		if (typeof hash === 'string' && deleted !== true) named.set(id, hash);
	}
	const here = new Set(hashes);
	// An import puts bytes down before it names them, and one that was undone may be done again.
	const used = new Set([...named.values(), ...imports.flatMap(({ media }) => media)]);
	return {
		absent: [...named].flatMap(([name, hash]) => (here.has(hash) ? [] : [name])),
		unnamed: hashes.filter((hash) => !used.has(hash)),
	};
}

/** The same in words. */
export function noteFindings({ types, decks, absent, unnamed }: NoteFaults): Finding[] {
	const findings: Finding[] = [];
	const say = (kind: Finding['kind'], text: string) => {
		findings.push({ kind, text, cardIds: [] });
	};
	for (const [id, note] of types) say('note', `The type ${id} of note ${note.id} is missing.`);
	for (const id of decks.keys()) say('deck', `Deck ${id} holds cards but is missing.`);
	for (const name of absent) {
		const text = `${name} is not on this device; bring its deck or a backup in again.`;
		findings.push({ kind: 'media', text, cardIds: [], lasting: true });
	}
	if (unnamed.length > 0) {
		const files =
			unnamed.length === 1 ? '1 media file belongs' : `${unnamed.length} media files belong`;
		say('media', `${files} to no note.`);
	}
	return findings;
}

/**
 * Puts right what can be: gives notes a type that shows all their fields, and decks their place back. Within the
 * caller's transaction.
 */
export async function mendNotes(
	{ types, decks }: Pick<NoteFaults, 'types' | 'decks'>,
	records: RecordWriter,
): Promise<void> {
	const edits: RecordEdit[] = [];
	for (const [id, note] of types) {
		edits.push({
			kind: 'noteType',
			id,
			fields: { ...fieldsOfType(plainType(note)), deleted: false },
		});
	}
	for (const [id, path] of decks) {
		edits.push({ kind: 'deck', id, fields: { path, deleted: false } });
	}
	await records.writeAll(edits);
}

function plainType(note: OwnNote): NoteType {
	const fields = note.fields.map((_, at) => `Field ${at + 1}`);
	const [first = 'Field 1', ...rest] = fields;
	const back = ['{{FrontSide}}', '<hr id=answer>', ...rest.map((name) => `<div>{{${name}}}</div>`)];
	return {
		...{ id: note.noteType, name: 'Recovered', kind: 'plain', text: 'html', css: '' },
		fields: fields.length > 0 ? fields : [first],
		templates: [{ name: 'Card 1', front: `{{${first}}}`, back: back.join('\n\n') }],
	};
}
