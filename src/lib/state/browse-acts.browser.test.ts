/** What is done with many cards at once, each undone by one step. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardsByIds } from '$lib/db/cards.ts';
import { reviewsOfCard } from '$lib/db/history.ts';
import { readNotes } from '$lib/db/read-note.ts';
import { deleteSearch, savedSearches, saveSearch } from '$lib/db/saved-searches.ts';
import { saveDeck } from '$lib/db/edit-decks.ts';
import { saveNote } from '$lib/db/save-note.ts';
import { undoLast } from '$lib/db/undo.ts';
import type { CardState } from '$lib/scheduler/card-state.ts';
import { ownDeck, ownNote } from '../../../tests/support/own-notes.ts';
import { openReady, Student } from '../../../tests/support/student.ts';
import { canonicalDump } from '../../../tests/support/canonical-dump.ts';
import type { App } from './app.svelte.ts';
import { BrowseActs } from './browse-acts.svelte.ts';

let student: Student;
let acts: BrowseActs;
let told: string[];
/** Two cards of the catalog that were answered, one that was not, and two of a note of one's own. */
const IDS = ['p0/a', 'p0/b', 'p0/c', 'note/x/0', 'note/x/1'];

beforeEach(async () => {
	student = new Student(await openReady());
	const { db } = student;
	await student.takeIn(1);
	await student.answer('p0/a', 3);
	await student.answer('p0/b', 4);
	await saveDeck(db, ownDeck('1'), student.moment);
	await saveDeck(db, ownDeck('2'), student.moment);
	await saveNote(db, ownNote('x', { ordinals: [0, 1], tags: ['old'] }), student.moment);
	told = [];
	acts = new BrowseActs({
		db,
		moment: () => student.now,
		writeMoment: () => student.moment,
		attempt: async (write: () => Promise<unknown>) => {
			await write();
			return true;
		},
		toasts: { show: (text: string) => told.push(text) },
	} as unknown as App);
});
afterEach(() => student.db.close());

const cards = () => cardsByIds(student.db, IDS);
const undo = () => undoLast(student.db, student.moment);

describe('acts on many cards', () => {
	type Seen = (card: CardState) => unknown;
	it.each<[string, () => Promise<boolean>, Seen, unknown[]]>([
		['suspend', () => acts.suspend(IDS, true), (card) => card.suspended, Array(5).fill(true)],
		['flag', () => acts.flag(IDS, 4), (card) => card.flag, Array(5).fill(4)],
		['bury', () => acts.bury(IDS, true), (card) => card.buriedBy, Array(5).fill('person')],
		['forget', () => acts.forget(IDS), (card) => card.phase, Array(5).fill('new')],
		[
			'set a date',
			() => acts.setDue(IDS, 9),
			(card) => (card.phase === 'new' ? 'none' : card.due - student.now.day),
			[9, 9, 'none', 'none', 'none'],
		],
	])('%s, and one undo takes it back', async (_, act, seen, expected) => {
		const before = await canonicalDump(student.db);
		expect(await act()).toBe(true);
		expect((await cards()).map(seen)).toEqual(expected);
		await undo();
		expect(await canonicalDump(student.db)).toBe(before);
	});

	it('forgetting and dates stand in the log, of the answered cards alone', async () => {
		await acts.forget(IDS);
		const log = await reviewsOfCard(student.db, 'p0/a');
		expect(log.map(({ kind }) => kind)).toEqual(['learn', 'reset']);
		expect(await reviewsOfCard(student.db, 'p0/c')).toEqual([]);
		expect(told).toEqual(['Made new again: 2 cards; 3 new cards left as they are']);
	});

	it('move, tag and delete one’s own and say what was left out', async () => {
		await acts.move(IDS, 'deck/2', '2');
		const note = async () => (await readNotes(student.db, ['note/x'])).get('note/x');
		expect(await note()).toMatchObject({ deck: 'deck/2', decks: {} });
		await acts.tag(IDS, { add: ['new'], remove: ['OLD'] });
		expect(await note()).toMatchObject({ tags: ['new'] });
		await acts.tag(IDS, { add: ['NEW'], remove: ['never there'] });
		await acts.remove(IDS);
		expect(await note()).toBeUndefined();
		expect(told).toEqual([
			'Moved 2 cards to 2; 3 cards of the catalog left out',
			'Tags changed of 1 note; 3 cards of the catalog left out',
			'Nothing had changed',
			'Deleted 1 note; 3 cards of the catalog left out',
		]);
		for (const expected of [{ tags: ['new'] }, { tags: ['old'] }, { deck: 'deck/1' }]) {
			await undo();
			expect(await note()).toMatchObject(expected);
		}
	});
});

it('counts the notes whose tags it changed, and says where cards were so already', async () => {
	const { db, moment } = student;
	await saveNote(db, ownNote('y', { ordinals: [0], tags: ['OLD', 'new'] }), moment);
	const before = await canonicalDump(db);
	await acts.suspend(IDS, false);
	expect(told.at(-1)).toBe('Nothing had changed');
	expect(await canonicalDump(db)).toBe(before);
	await acts.tag([...IDS, 'note/y/0'], { add: ['new'], remove: [] });
	expect(told.at(-1)).toBe('Tags changed of 1 note; 3 cards of the catalog left out');
	expect((await undo())?.name).toBe('Tag note');
});

it('searches are kept, renamed, deleted and brought back', async () => {
	const { db, moment } = student;
	const names = async () => (await savedSearches(db)).map(({ name }) => name);
	await saveSearch(db, { id: 's1', name: 'b', query: 'is:due' }, moment);
	await saveSearch(db, { id: 's2', name: 'a', query: 'is:new' }, moment);
	expect(await names()).toEqual(['a', 'b']);
	await saveSearch(db, { id: 's1', name: 'A 2', query: 'is:due' }, moment);
	expect(await names()).toEqual(['a', 'A 2']);
	await deleteSearch(db, 's2', moment);
	expect(await names()).toEqual(['A 2']);
	await undo();
	await undo();
	expect(await names()).toEqual(['a', 'b']);
});
