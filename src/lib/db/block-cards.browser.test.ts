import { expect, it, vi } from 'vitest';
import { addDecks } from '../../../tests/support/own-decks.ts';
import { DAY, openReady, Student } from '../../../tests/support/student.ts';
import { checkDatabase } from './check.ts';
import { moveCards } from './edit-notes.ts';
import { reviewsOfCard, sealHistory } from './history.ts';

it('a card that moves reads only the blocks that have answers of it', async () => {
	const student = new Student(await openReady());
	const { db } = student;
	const decks = { here: { path: 'Here', cards: 4 }, there: { path: 'There' } };
	await addDecks(db, decks, student.moment);
	const sealed = async (...cards: number[]) => {
		for (const card of cards) await student.answer(`note/here-${card}/0`, 3);
		student.t += DAY;
		await sealHistory(db, student.moment.day, 1);
	};
	await sealed(0, 1);
	await sealed(1);
	const read = vi.spyOn(db.blocks, 'get');
	const move = async (card: number, name: string) => {
		read.mockClear();
		await moveCards(db, [`note/here-${card}/0`], `deck/${name}`, student.moment);
		student.t += 1_000;
		return read.mock.calls.length;
	};
	// The first time nobody knows yet what is in them.
	expect(await move(3, 'there')).toBe(2);
	expect(await move(3, 'here')).toBe(0);
	expect(await move(0, 'there')).toBe(1);
	expect(await move(1, 'there')).toBe(2);
	await sealed(0);
	expect(await move(0, 'here')).toBe(2);
	expect(await move(1, 'here')).toBe(2);
	expect(await reviewsOfCard(db, 'note/here-0/0')).toHaveLength(2);
	expect(await checkDatabase(db)).toEqual([]);
	await student.undo();
	await student.undo();
	expect(await checkDatabase(db)).toEqual([]);
});
