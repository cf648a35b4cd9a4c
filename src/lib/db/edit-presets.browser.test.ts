import { describe, expect, it } from 'vitest';
import { addDecks } from '../../../tests/support/own-decks.ts';
import { openReady, Student } from '../../../tests/support/student.ts';
import { DEFAULT_PRESET, parametersId } from '../scheduler/default-preset.ts';
import type { Preset } from '../scheduler/preset.ts';
import { checkDatabase } from './check.ts';
import { deleteDeck, renameDeck } from './edit-decks.ts';
import { addPreset, assignPreset, changePreset, deletePreset } from './edit-presets.ts';
import { readStudyDecks } from './study-decks.ts';

const weights = DEFAULT_PRESET.weights.map((weight, at) => (at < 4 ? weight * 2 : weight));
const SLOW: Preset = { ...DEFAULT_PRESET, id: 'slow', name: 'Slow', newPerDay: 3, weights };

async function withDecks() {
	const student = new Student(await openReady());
	const decks = {
		book: { path: 'Book', cards: 2 },
		one: { path: 'Book/One', cards: 2 },
		other: { path: 'Other', cards: 1 },
	};
	await addDecks(student.db, decks, student.moment);
	for (const id of ['note/book-0/0', 'note/one-0/0', 'note/other-0/0']) await student.answer(id, 3);
	const stability = async (id: string) => (await student.card(`note/${id}-0/0`)).stability;
	const presetOf = async (id: string) => (await readStudyDecks(student.db)).presetOf(`deck/${id}`);
	return { student, stability, presetOf, db: student.db };
}

describe('a preset', () => {
	it('that is made for a deck schedules it and those under it, back to their first answer', async () => {
		const { student, db, stability, presetOf } = await withDecks();
		const [book, other] = [await stability('book'), await stability('other')];
		await addPreset(db, SLOW, student.moment, 'deck/book');
		expect(await presetOf('one')).toEqual(SLOW);
		expect(await presetOf('other')).toEqual(DEFAULT_PRESET);
		expect(await stability('book')).toBeCloseTo(book * 2, 5);
		expect(await stability('one')).toBeCloseTo(book * 2, 5);
		expect(await stability('other')).toBe(other);
		expect(await checkDatabase(db)).toEqual([]);
		expect(await db.params.get(parametersId(weights))).toBeDefined();

		await student.undo();
		expect(await presetOf('one')).toEqual(DEFAULT_PRESET);
		expect(await stability('one')).toBe(book);
		expect(await checkDatabase(db)).toEqual([]);
		await student.redo();
		expect(await stability('one')).toBeCloseTo(book * 2, 5);
		expect(await checkDatabase(db)).toEqual([]);
	});

	it('that is changed is as it was again, back to the memory of its cards, and refuses what it cannot take', async () => {
		const { student, db, stability, presetOf } = await withDecks();
		const before = await stability('book');
		await changePreset(db, 'default', { newPerDay: 3, weights }, student.moment);
		await changePreset(db, 'default', { newPerDay: 4 }, student.moment);
		expect(await presetOf('book')).toMatchObject({ newPerDay: 4, weights });
		expect(await stability('book')).toBeCloseTo(before * 2, 5);
		await student.undo();
		expect(await presetOf('book')).toMatchObject({ newPerDay: 3, weights });
		await student.undo();
		// It had none written: the defaults hold.
		expect(await presetOf('book')).toEqual(DEFAULT_PRESET);
		expect(await stability('book')).toBe(before);
		await student.redo();
		expect(await presetOf('book')).toMatchObject({ newPerDay: 3, weights });
		const refused = changePreset(db, 'default', { newPerDay: -1 }, student.moment);
		await expect(refused).rejects.toThrow(RangeError);
		expect(await checkDatabase(db)).toEqual([]);
	});

	it('that cannot be stored leaves nothing behind, and says why in words', async () => {
		const { student, db } = await withDecks();
		const full = new DOMException('', 'QuotaExceededError');
		for (const table of [db.records, db.params]) {
			const refuse = () => {
				throw full;
			};
			table.hook('creating', refuse);
			const adding = addPreset(db, SLOW, student.moment, 'deck/book');
			await expect(adding).rejects.toMatchObject({ name: 'DbError', kind: 'storage-full' });
			table.hook('creating').unsubscribe(refuse);
			expect((await readStudyDecks(db)).presets.has('slow')).toBe(false);
			expect(await db.params.get(parametersId(weights))).toBeUndefined();
		}
	});

	it('that is deleted leaves its decks to the default one, and comes back with them', async () => {
		const { student, db, stability, presetOf } = await withDecks();
		await addPreset(db, SLOW, student.moment, 'deck/book');
		const slow = await stability('book');
		await deletePreset(db, 'slow', student.moment);
		expect((await readStudyDecks(db)).presets.has('slow')).toBe(false);
		expect(await presetOf('one')).toEqual(DEFAULT_PRESET);
		expect(await stability('book')).toBeCloseTo(slow / 2, 5);
		expect(await checkDatabase(db)).toEqual([]);
		await student.undo();
		expect(await presetOf('one')).toEqual(SLOW);
		expect(await stability('book')).toBeCloseTo(slow, 5);
		expect(await checkDatabase(db)).toEqual([]);
	});

	it('is given to a deck and taken from it, and follows a deck that moves', async () => {
		const { student, db, stability, presetOf } = await withDecks();
		const usual = await stability('other');
		await addPreset(db, SLOW, student.moment);
		expect(await presetOf('book')).toEqual(DEFAULT_PRESET);
		await assignPreset(db, 'deck/book', 'slow', student.moment);
		await renameDeck(db, 'deck/other', ['Book', 'Other'], student.moment);
		expect(await presetOf('other')).toEqual(SLOW);
		expect(await stability('other')).toBeCloseTo(usual * 2, 5);
		await assignPreset(db, 'deck/book', undefined, student.moment);
		expect(await presetOf('other')).toEqual(DEFAULT_PRESET);
		expect(await stability('other')).toBe(usual);
		expect(await checkDatabase(db)).toEqual([]);
	});

	it('goes with a deck that is deleted: cards that stay elsewhere are scheduled as that place says', async () => {
		const { student, db, stability } = await withDecks();
		const usual = await stability('book');
		await addPreset(db, SLOW, student.moment, 'deck/book');
		await deleteDeck(db, 'deck/book', { moveTo: 'deck/other' }, student.moment);
		expect(await student.card('note/one-0/0')).toMatchObject({ deckId: 'deck/other' });
		expect(await stability('one')).toBe(usual);
		expect(await checkDatabase(db)).toEqual([]);
		await student.undo();
		expect(await stability('one')).toBeCloseTo(usual * 2, 5);
		expect(await checkDatabase(db)).toEqual([]);
	});

	it('with a value that no option takes is refused whole, and so is the end of the default one', async () => {
		const { student, db } = await withDecks();
		const wrong = { ...SLOW, newPerDay: -1 };
		await expect(addPreset(db, wrong, student.moment, 'deck/book')).rejects.toThrow('newPerDay');
		await expect(deletePreset(db, 'default', student.moment)).rejects.toThrow('cannot be deleted');
		expect((await readStudyDecks(db)).presets.size).toBe(1);
	});
});
