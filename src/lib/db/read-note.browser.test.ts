import { describe, expect, it } from 'vitest';
import { BASIC_TYPE, CLOZE_TYPE } from '../content/own-note-types.ts';
import type { NoteType, OwnNote } from '../content/note.ts';
import { openReady, Student } from '../../../tests/support/student.ts';
import { nameMedia, putMedia, readMedia } from './media.ts';
import { fieldsOfNote, noteFrom } from './note-fields.ts';
import { startOfCard } from './note-places.ts';
import { allNoteTypes, fieldsOfType, noteTypeFrom, readNoteType } from './note-types.ts';
import { allDecks, deckFrom } from './read-decks.ts';
import { allNotes, readNote, readNotes } from './read-note.ts';
import type { Fields, RecordKind } from './record.ts';
import { RecordWriter } from './record-writer.ts';

const NOTE: OwnNote = {
	...{ id: 'note/a', guid: 'g', noteType: BASIC_TYPE.id, fields: ['Front', 'Back'] },
	...{ tags: ['db::index'], modified: 5, deck: 'deck/1', decks: { 1: 'deck/2' } },
	...{ ordinals: [0, 1], position: 3 },
	traits: { kind: 'number', level: 'expert', also: [], answers: ['7'] },
};
const TYPE: NoteType = {
	...{ id: 'type/x', name: 'Own', kind: 'plain', text: 'html', fields: ['A'], css: '.card{}' },
	templates: [{ name: 'Card 1', front: '{{A}}', back: '{{A}}' }],
};

async function holding(...records: [RecordKind, string, Fields][]): Promise<Student> {
	const student = new Student(await openReady());
	const writer = new RecordWriter(student.db, student.moment);
	for (const record of records) await writer.write(...record);
	await writer.save();
	return student;
}

describe('notes', () => {
	it('are read as they were written', async () => {
		const { db } = await holding(['note', NOTE.id, fieldsOfNote(NOTE)]);
		expect(await readNote(db, NOTE.id)).toEqual(NOTE);
		expect(await readNotes(db, [NOTE.id, 'note/b'])).toEqual(new Map([[NOTE.id, NOTE]]));
	});

	it('of interviews are questions with an answer; overlays of the catalog are none', async () => {
		const { db } = await holding(
			['note', 'own/1', { front: 'Q', back: 'A', deck: 'From interviews' }],
			['note', 'cache/evict', { front: 'Q', back: 'A' }],
			['note', 'note/gone', { ...fieldsOfNote(NOTE), deleted: true }],
			['note', NOTE.id, fieldsOfNote(NOTE)],
		);
		const notes = await allNotes(db);
		expect(notes.map(({ id }) => id)).toEqual([NOTE.id, 'own/1']);
		expect(notes[1]).toMatchObject({
			...{ fields: ['Q', 'A'], noteType: BASIC_TYPE.id, deck: 'deck/from-interviews' },
			...{ ordinals: [0], tags: [] },
		});
	});

	it('that are malformed are no notes, and what is malformed in one is left out', () => {
		expect(noteFrom({ id: 'note/a', fields: { fields: 'x' } })).toBeUndefined();
		const odd = { ...fieldsOfNote(NOTE), ordinals: [1, -1, 'x', 1, 0], decks: { 0: 4, x: 'd' } };
		expect(noteFrom({ id: 'note/a', fields: odd })).toMatchObject({ ordinals: [0, 1], decks: {} });
	});

	it('hold what stood before a log that was cut short', () => {
		const start = {
			...{ t: 1, day: 1, stability: 3, difficulty: 5, interval: 2, reps: 1, lapses: 0 },
		};
		expect(startOfCard({ starts: { 0: start } }, 'note/a/0')).toEqual(start);
		expect(startOfCard({ starts: { 0: start } }, 'note/a/1')).toBeUndefined();
		expect(startOfCard({ starts: { 0: { ...start, stability: -1 } } }, 'note/a/0')).toBeUndefined();
	});
});

describe('types of notes', () => {
	it('are read as they were written, beside those that are built in', async () => {
		const { db } = await holding(
			['noteType', TYPE.id, fieldsOfType(TYPE)],
			['noteType', 'type/bad', { name: 'x', kind: 'plain', fields: [], templates: [] }],
		);
		expect(await readNoteType(db, TYPE.id)).toEqual(TYPE);
		expect(await readNoteType(db, CLOZE_TYPE.id)).toEqual(CLOZE_TYPE);
		const names = (await allNoteTypes(db)).map(({ name }) => name);
		expect(names.slice(-2)).toEqual(['Cloze', 'Own']);
		expect(noteTypeFrom({ id: 'type/bad', fields: {} })).toBeUndefined();
	});
});

describe('decks', () => {
	it('are those with a path, in the order of their paths', async () => {
		const { db } = await holding(
			['deck', 'catalog', { presetId: 'default' }],
			['deck', 'deck/2', { path: ['B', 'A 10'], daily: false }],
			['deck', 'deck/3', { path: ['B', 'A 9'], presetId: 'hard' }],
			['deck', 'deck/1', { path: ['B'] }],
			['deck', 'deck/4', { path: ['C'], deleted: true }],
		);
		const decks = await allDecks(db);
		expect(decks.map(({ id }) => id)).toEqual(['deck/1', 'deck/3', 'deck/2']);
		expect(decks[0]).toEqual({ id: 'deck/1', path: ['B'], description: '', daily: true });
		expect(decks[1]).toMatchObject({ presetId: 'hard' });
		expect(deckFrom({ id: 'deck/5', fields: { path: [] } })).toBeUndefined();
	});
});

describe('media', () => {
	it('are found by name and kept once', async () => {
		const student = await holding();
		const { db } = student;
		const bytes = new Uint8Array([1, 2, 3]).buffer;
		await putMedia(db, 'ff', 'image/png', bytes);
		await putMedia(db, 'ff', 'image/png', bytes);
		const file = { hash: 'ff', type: 'image/png', size: 3 };
		await nameMedia(db, 'a.png', file, student.moment);
		await nameMedia(db, 'b.png', { ...file, hash: 'ee' }, student.moment);
		const found = await readMedia(db, 'a.png');
		expect(found?.type).toBe('image/png');
		expect([...new Uint8Array(found?.bytes ?? new ArrayBuffer())]).toEqual([1, 2, 3]);
		expect(await readMedia(db, 'b.png')).toBeUndefined();
		expect(await readMedia(db, 'c.png')).toBeUndefined();
	});
});
