import { expect, it } from 'vitest';
import { openReady, Student } from '../../../tests/support/student.ts';
import { saveDeck } from './edit-decks.ts';
import { allDecks } from './read-decks.ts';

const APART = { id: 'deck/1', path: ['Apart'], description: '', daily: false };

it('keeps a deck out of the daily review from its making, and where nothing was said of that', async () => {
	const { db, moment } = new Student(await openReady());
	await saveDeck(db, APART, moment);
	expect((await allDecks(db)).map(({ daily }) => daily)).toEqual([false]);
	await saveDeck(db, { ...APART, daily: true }, moment);
	expect((await allDecks(db)).map(({ daily }) => daily)).toEqual([true]);
	const base = '';
	const fields = { path: ['Other'] };
	await db.records.put({ kind: 'deck', id: 'deck/2', fields, stamps: {}, base });
	await saveDeck(db, { ...APART, id: 'deck/2', path: ['Other'] }, moment);
	expect((await allDecks(db)).map(({ daily }) => daily)).toEqual([true, false]);
});
