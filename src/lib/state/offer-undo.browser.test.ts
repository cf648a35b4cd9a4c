/** The Undo of a message takes back what the message tells of, and nothing that was done since. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { saveDeck } from '$lib/db/edit-decks.ts';
import { reviewsOfCard } from '$lib/db/history.ts';
import { readNote } from '$lib/db/read-note.ts';
import { saveNote } from '$lib/db/save-note.ts';
import { exactDump } from '../../../tests/support/canonical-dump.ts';
import { ownDeck, ownNote } from '../../../tests/support/own-notes.ts';
import { DAY, openReady, Student } from '../../../tests/support/student.ts';
import type { App } from './app.svelte.ts';
import { BrowseActs } from './browse-acts.svelte.ts';
import { DeckActs } from './deck-acts.ts';
import { offerUndo } from './offer-undo.ts';
import type { Toast } from './toasts.svelte.ts';

const LATER = 'Something else was done since: undo that first.';

let student: Student;
let app: App;
let told: string[];
/** What the last message offers. */
let offered: Toast['action'];
/** The last thing that was tried. */
let tried: Promise<unknown>;

beforeEach(async () => {
	student = new Student(await openReady());
	await student.takeIn(1);
	await saveDeck(student.db, ownDeck('1'), student.moment);
	await saveNote(student.db, ownNote('x'), student.moment);
	told = [];
	app = {
		db: student.db,
		moment: () => student.now,
		writeMoment: () => student.moment,
		attempt: (write: () => Promise<unknown>) => (tried = write().then(() => true)),
		toasts: {
			show: (text: string, { action }: { action?: Toast['action'] } = {}) => {
				told.push(text);
				offered = action;
			},
		},
	} as unknown as App;
});
afterEach(() => student.db.close());

/** Presses the Undo of a message. */
async function press(action: Toast['action']): Promise<void> {
	action?.run();
	await tried;
}

const text = async () => (await readNote(student.db, 'note/x'))?.fields[0];

it('takes back its own act, only while it is the last, and once', async () => {
	const edited = ownNote('x', { fields: ['edited', ''] });
	offerUndo(app, 'Saved', await saveNote(student.db, edited, student.moment));
	const action = offered;
	await student.answer('p0/a', 3);
	const before = await exactDump(student.db);
	await press(action);
	expect(told).toEqual(['Saved', LATER]);
	expect(await exactDump(student.db)).toBe(before);
	await student.undo();
	await press(action);
	expect(await text()).toBe('Front of x');
	await press(action);
	const gone = 'Nothing of it is left to undo.';
	expect(told).toEqual(['Saved', LATER, 'Undone: Edit note', gone]);
	const log = await reviewsOfCard(student.db, 'p0/a');
	expect(log.map((review) => review.void)).toEqual([true]);
});

it('leaves acts of the next day alone', async () => {
	const edited = ownNote('x', { fields: ['edited', ''] });
	offerUndo(app, 'Saved', await saveNote(student.db, edited, student.moment));
	const action = offered;
	student.t += DAY;
	await student.answer('p0/a', 3);
	await press(action);
	expect(await text()).toBe('edited');
	expect((await reviewsOfCard(student.db, 'p0/a')).length).toBe(1);
});

it.each([
	['decks', () => new DeckActs(app).add(['New'])],
	['many cards', () => new BrowseActs(app).flag(['p0/b'], 2)],
])('holds for acts on %s', async (_, act) => {
	await act();
	const action = offered;
	expect(action).toBeDefined();
	await student.answer('p0/a', 3);
	await press(action);
	expect(told.at(-1)).toBe(LATER);
	expect((await reviewsOfCard(student.db, 'p0/a')).length).toBe(1);
});

it('offers nothing where nothing was written', async () => {
	offerUndo(app, 'Nothing', await saveNote(student.db, ownNote('x'), student.moment));
	expect(offered).toBeUndefined();
	await new BrowseActs(app).flag(['p0/b'], 0);
	expect(offered).toBeUndefined();
});
