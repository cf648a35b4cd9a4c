/** The worker that knows all notes, on a real database, and what changes while it is open. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BASIC_TYPE } from '$lib/content/own-note-types.ts';
import { saveDeck } from '$lib/db/edit-decks.ts';
import { deleteNotes, tagNotes } from '$lib/db/edit-notes.ts';
import { fieldsOfNote } from '$lib/db/note-fields.ts';
import { saveNote } from '$lib/db/save-note.ts';
import { saveNoteType } from '../../../tests/support/save-note-type.ts';
import { ownDeck, ownNote } from '../../../tests/support/own-notes.ts';
import { openReady, Student } from '../../../tests/support/student.ts';
import type { App } from './app.svelte.ts';
import { AskedIndex } from './asked-index.ts';
import type { Told } from './asked-messages.ts';
import { NoteEditor } from './note-editor.svelte.ts';

const MANY = 6_000;
/** Notes that the page itself may read: the one that is edited, now and again. */
const FEW = 5;

let student: Student;
let app: App;
let told: Told[];
const ends: (() => void)[] = [];

beforeEach(async () => {
	student = new Student(await openReady());
	await saveNoteType(student.db, BASIC_TYPE, student.moment);
	await saveDeck(student.db, ownDeck('1'), student.moment);
	const notes = Array.from({ length: MANY }, (_, at) =>
		ownNote(`n${at}`, { fields: [`Question <b>${at}</b>?`, 'x'], tags: at === 7 ? ['seven'] : [] }),
	);
	await student.db.records.bulkPut(
		notes.map((note) => ({
			...{ kind: 'note' as const, id: note.id, fields: fieldsOfNote(note) },
			...{ stamps: {}, base: '01a1ab952628-0000-dev-a' },
		})),
	);
	const dev = (await student.db.meta.get('install'))?.value as string;
	told = [];
	app = {
		db: student.db,
		writeMoment: () => ({ ...student.moment, dev, t: (student.t += 1_000) }),
		attempt: async (write: () => Promise<unknown>) => {
			await write();
			return true;
		},
		toasts: { show: () => {}, problem: () => {} },
	} as unknown as App;
});
afterEach(async () => {
	for (const end of ends.splice(0)) end();
	await student.db.delete();
});

function index(): AskedIndex {
	const made = new AskedIndex(app, (each) => void told.push(each));
	ends.push(() => made.close());
	return made;
}

const likeNow = () => told.at(-1)?.like.map(({ id, same }) => [id, same]);

it('tells what asks the same, and all tags, when everything is read', async () => {
	const asked = index();
	asked.ask('question 41', '');
	await expect.poll(likeNow).toEqual([['note/n41', true]]);
	expect(told.at(-1)).toMatchObject({ tags: ['seven'], like: [{ text: 'Question 41?' }] });
	asked.ask('question 41', 'note/n41');
	await expect.poll(likeNow).toEqual([]);
	expect(told.at(-1)?.tags).toBeUndefined();
});

it('follows what is added, edited, tagged and deleted, here or elsewhere', async () => {
	const asked = index();
	asked.ask('Another one', '');
	await expect.poll(likeNow).toEqual([]);
	await saveNote(student.db, ownNote('new', { fields: ['Another one', ''] }), app.writeMoment());
	await expect.poll(likeNow).toEqual([['note/new', true]]);
	await tagNotes(student.db, ['note/new'], { add: ['fresh'] }, app.writeMoment());
	await expect.poll(() => told.at(-1)?.tags).toEqual(['fresh', 'seven']);
	await deleteNotes(student.db, ['note/new'], app.writeMoment());
	await expect.poll(likeNow).toEqual([]);
	expect(told.at(-1)?.tags).toEqual(['seven']);
	const edited = ownNote('n3', { fields: ['Another one', ''] });
	await saveNote(student.db, edited, app.writeMoment());
	await expect.poll(likeNow).toEqual([['note/n3', true]]);
});

it('reads the notes for an editor, which itself reads its own and no other', async () => {
	let read = 0;
	student.db.records.hook('reading', (record) => {
		read += record.kind === 'note' ? 1 : 0;
		return record;
	});
	const editor = new NoteEditor(app, { id: 'note/n5' });
	ends.push(() => editor.leave());
	await expect.poll(() => editor.phase).toBe('ready');
	editor.fields[0] = 'Question 6';
	editor.changed();
	await expect.poll(() => editor.like.map(({ id }) => id)).toEqual(['note/n6']);
	expect(editor.knownTags).toEqual(['seven']);
	expect(read).toBeGreaterThan(0);
	expect(read).toBeLessThanOrEqual(FEW);
	editor.discard();
});
