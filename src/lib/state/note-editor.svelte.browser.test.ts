/** Saving a note writes what was typed, and takes back nothing that became of the note meanwhile. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { BASIC_TYPE } from '$lib/content/own-note-types.ts';
import { saveDeck } from '$lib/db/edit-decks.ts';
import { moveCards, tagNotes } from '$lib/db/edit-notes.ts';
import { allNotes, readNote } from '$lib/db/read-note.ts';
import { saveNote } from '$lib/db/save-note.ts';
import { saveNoteType } from '../../../tests/support/save-note-type.ts';
import { ownDeck, ownNote } from '../../../tests/support/own-notes.ts';
import { openReady, Student } from '../../../tests/support/student.ts';
import type { App } from './app.svelte.ts';
import { dropDraft, readDraft } from './note-draft.ts';
import { NoteEditor } from './note-editor.svelte.ts';
import type { Toast } from './toasts.svelte.ts';

const ID = 'note/x';

let student: Student;
let app: App;
let editors: NoteEditor[];
let told: string[];
let offered: Toast['action'];

beforeEach(async () => {
	student = new Student(await openReady());
	await saveNoteType(student.db, BASIC_TYPE, student.moment);
	for (const name of ['1', '2', '3']) await saveDeck(student.db, ownDeck(name), student.moment);
	await saveNote(student.db, ownNote('x', { tags: ['old'] }), student.moment);
	[editors, told] = [[], []];
	app = {
		db: student.db,
		writeMoment: () => ({ ...student.moment, t: (student.t += 1_000) }),
		attempt: async (write: () => Promise<unknown>) => {
			await write();
			return true;
		},
		toasts: {
			show: (text: string, { action }: { action?: Toast['action'] } = {}) => {
				told.push(text);
				offered = action;
			},
			problem: (text: string) => told.push(text),
		},
	} as unknown as App;
	for (const id of [ID, '', 'new-2']) dropDraft(id);
});
afterEach(() => {
	for (const editor of editors) editor.leave();
	for (const id of [ID, '', 'new-2']) dropDraft(id);
	student.db.close();
});

async function opened(options: { id?: string; deck?: string } = { id: ID }): Promise<NoteEditor> {
	const editor = new NoteEditor(app, options);
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

it('gives a new note back to be mended where adding it is undone', async () => {
	const editor = await opened({ deck: 'deck/2' });
	editor.choose('reversed');
	type(editor, 'With a slip');
	editor.fields[1] = 'Back';
	editor.tags = ['t'];
	expect(await editor.save()).toBe(true);
	expect([editor.fields, told.at(-1)]).toEqual([['', ''], 'Added: 2 cards']);
	offered?.run();
	await expect.poll(() => editor.fields).toEqual(['With a slip', 'Back']);
	expect(editor).toMatchObject({ kindId: 'reversed', tags: ['t'], deckId: 'deck/2' });
	editor.leave();
	const [added, again] = [(await allNotes(student.db)).length, await opened({})];
	expect([added, again.fields[0]]).toEqual([1, 'With a slip']);
});

/** Does this once while the next note is being written, as where the device is slow. */
function whileWriting(act: () => void): void {
	const { attempt } = app;
	let awaited = 2;
	app.attempt = async (write) => {
		awaited -= 1;
		const done = await attempt.call(app, write);
		if (awaited === 0) act();
		return done;
	};
}

it('keeps what is typed of a note while it is being saved', async () => {
	const editor = await opened();
	type(editor, 'first');
	whileWriting(() => type(editor, 'first and more'));
	expect(await editor.save()).toBe(false);
	expect([editor.fields[0], editor.clean]).toEqual(['first and more', false]);
	expect(editor.problem).toMatch(/not saved yet/);
	expect((await stored())?.fields[0]).toBe('first');
	const again = await opened();
	expect([again.fields[0], again.overtaken]).toEqual(['first and more', false]);
	expect(await editor.save()).toBe(true);
	expect((await stored())?.fields[0]).toBe('first and more');
	expect((await opened()).restored).toBe(false);
});

it('keeps what is typed of a new note while it is being added', async () => {
	const editor = await opened({ deck: 'deck/2' });
	type(editor, 'first');
	whileWriting(() => type(editor, 'second'));
	expect(await editor.save()).toBe(false);
	expect([editor.fields[0], told.at(-1)]).toEqual(['second', 'Added: 1 card']);
	expect(readDraft('')?.fields[0]).toBe('second');
	expect(await editor.save()).toBe(true);
	expect(editor.fields).toEqual(['', '']);
	expect((await allNotes(student.db)).map(({ fields }) => fields[0]).sort()).toEqual(
		['Front of x', 'first', 'second'].sort(),
	);
});

it('takes nothing that is typed since for a note that is taken back', async () => {
	const editor = await opened({ deck: 'deck/2' });
	type(editor, 'First');
	await editor.save();
	type(editor, 'Second');
	offered?.run();
	await expect.poll(() => told.at(-1)).toMatch(/^Undone/);
	expect(editor.fields[0]).toBe('Second');
});

it('suspends a card and lets it come up again, whatever is typed', async () => {
	const editor = await opened();
	const seen = $effect.root(() => {
		$effect(() => void editor.suspended(0));
	});
	await expect.poll(() => editor.suspended(0)).toBe(false);
	expect(editor.suspended(1)).toBeUndefined();
	type(editor, 'typed');
	await editor.suspend(0, true);
	await expect.poll(() => editor.suspended(0)).toBe(true);
	offered?.run();
	await expect.poll(() => editor.suspended(0)).toBe(false);
	expect(editor.fields[0]).toBe('typed');
	seen();
});

it('deletes the note and what was typed of it, and says which note cannot be edited and why', async () => {
	const editor = await opened();
	type(editor, 'typed');
	expect(await editor.remove()).toBe(true);
	expect(await stored()).toBeUndefined();
	const gone = new NoteEditor(app, { id: ID });
	editors.push(gone);
	await expect.poll(() => [gone.phase, gone.problem]).toEqual(['missing', '']);
	offered?.run();
	await expect.poll(async () => (await stored())?.fields[0]).toBe('Front of x');
	expect((await opened()).fields[0]).toBe('Front of x');
	const lost = ownNote('lost', { noteType: 'type/of-another-device' });
	await saveNote(student.db, lost, app.writeMoment());
	const without = new NoteEditor(app, { id: lost.id });
	editors.push(without);
	await expect.poll(() => without.phase).toBe('missing');
	expect(without.problem).toMatch(/^The type of this note is not here/);
});

it('says where what is typed cannot be kept until it is saved', async () => {
	const editor = await opened();
	const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
		throw new DOMException('full', 'QuotaExceededError');
	});
	type(editor, 'Not kept');
	full.mockRestore();
	expect(editor.problem).toMatch(/no room to keep what you type.*Save it/);
	type(editor, 'Kept again');
	expect(editor.problem).toBe('');
});

it('keeps two new notes apart, and finds both again', async () => {
	const one = await opened({});
	type(one, 'first');
	const two = await opened({});
	expect([two.fields[0], two.restored]).toEqual(['', false]);
	type(two, 'second');
	type(one, 'first, and more');
	expect(await two.save()).toBe(true);
	type(two, 'third');
	for (const editor of [one, two]) editor.leave();

	const again = [await opened({}), await opened({})];
	expect(again.map(({ fields: [front] }) => front).sort()).toEqual(['first, and more', 'third']);
	expect((await allNotes(student.db)).map(({ fields: [front] }) => front)).toContain('second');
	again[0]?.discard();
	expect(again[1]?.restored).toBe(true);
	again[1]?.leave();
	expect((await opened({})).restored).toBe(true);
});
