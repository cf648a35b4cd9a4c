/** Saving a note writes what was typed, and takes back nothing that became of the note meanwhile. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BASIC_TYPE } from '$lib/content/own-note-types.ts';
import { saveDeck } from '$lib/db/edit-decks.ts';
import { moveCards, tagNotes } from '$lib/db/edit-notes.ts';
import { readNote } from '$lib/db/read-note.ts';
import { saveNote } from '$lib/db/save-note.ts';
import { saveNoteType } from '$lib/db/save-note-type.ts';
import { ownDeck, ownNote } from '../../../tests/support/own-notes.ts';
import { openReady, Student } from '../../../tests/support/student.ts';
import type { App } from './app.svelte.ts';
import { dropDraft } from './note-draft.ts';
import { NoteEditor } from './note-editor.svelte.ts';

const ID = 'note/x';

let student: Student;
let app: App;
let editors: NoteEditor[];

beforeEach(async () => {
	student = new Student(await openReady());
	await saveNoteType(student.db, BASIC_TYPE, student.moment);
	for (const name of ['1', '2', '3']) await saveDeck(student.db, ownDeck(name), student.moment);
	await saveNote(student.db, ownNote('x', { tags: ['old'] }), student.moment);
	editors = [];
	app = {
		db: student.db,
		writeMoment: () => ({ ...student.moment, t: (student.t += 1_000) }),
		attempt: async (write: () => Promise<unknown>) => {
			await write();
			return true;
		},
		toasts: { show: () => {} },
	} as unknown as App;
	dropDraft(ID);
});
afterEach(() => {
	for (const editor of editors) editor.leave();
	dropDraft(ID);
	student.db.close();
});

async function opened(): Promise<NoteEditor> {
	const editor = new NoteEditor(app, { id: ID });
	editors.push(editor);
	await expect.poll(() => editor.phase).toBe('ready');
	return editor;
}

function type(editor: NoteEditor, front: string): void {
	editor.fields[0] = front;
	editor.changed();
}

const stored = () => readNote(student.db, ID);

/** What another tab does: another back, a tag, another deck. */
async function elsewhere(fields = ['Front of x', 'theirs']): Promise<void> {
	const note = await stored();
	if (!note) throw new Error('The note is gone.');
	await saveNote(student.db, { ...note, fields }, app.writeMoment());
	await tagNotes(student.db, [ID], { add: ['theirs'] }, app.writeMoment());
	await moveCards(student.db, [`${ID}/0`], 'deck/2', app.writeMoment());
}

it('leaves what another tab has changed since it was opened', async () => {
	const editor = await opened();
	type(editor, 'mine');
	await elsewhere();
	expect(await editor.save()).toBe(true);
	expect(await stored()).toMatchObject({
		...{ fields: ['mine', 'theirs'], tags: ['old', 'theirs'], deck: 'deck/2', decks: {} },
	});
	type(editor, 'mine again');
	expect(await editor.save()).toBe(true);
	expect(editor.overtaken).toBe(false);
	expect((await stored())?.fields).toEqual(['mine again', 'theirs']);
});

it('asks first where both have changed the same text', async () => {
	const editor = await opened();
	type(editor, 'mine');
	await elsewhere(['theirs', 'theirs']);
	expect(await editor.save()).toBe(false);
	expect([editor.overtaken, editor.problem !== '']).toEqual([true, true]);
	expect(editor.fields).toEqual(['mine', 'theirs']);
	expect((await stored())?.fields).toEqual(['theirs', 'theirs']);
	expect(await editor.save()).toBe(true);
	expect((await stored())?.fields).toEqual(['mine', 'theirs']);
});

it('takes the changed note where the person wants that', async () => {
	const editor = await opened();
	type(editor, 'mine');
	await elsewhere(['theirs', 'theirs']);
	await editor.save();
	editor.discard();
	expect([editor.overtaken, editor.problem, editor.deckId]).toEqual([false, '', 'deck/2']);
	expect([editor.fields, editor.tags]).toEqual([
		['theirs', 'theirs'],
		['old', 'theirs'],
	]);
});

it('says where the note has changed since a draft was typed, and moves no card back', async () => {
	type(await opened(), 'mine');
	const same = await opened();
	expect([same.restored, same.overtaken, same.fields[0]]).toEqual([true, false, 'mine']);
	await elsewhere();
	const later = await opened();
	expect([later.restored, later.overtaken, later.deckId]).toEqual([true, true, 'deck/2']);
	type(later, 'mine still');
	expect((await opened()).overtaken).toBe(true);
	expect(await later.save()).toBe(true);
	expect(await stored()).toMatchObject({ fields: ['mine still', 'Back of x'], deck: 'deck/2' });
});

it('keeps the deck that was chosen in a draft', async () => {
	const editor = await opened();
	editor.deckId = 'deck/3';
	editor.changed();
	await elsewhere();
	expect((await opened()).deckId).toBe('deck/3');
});
