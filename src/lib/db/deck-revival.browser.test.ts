import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCollection } from '../../../tests/support/arbitrary-collection.ts';
import { bringIn } from '../../../tests/support/bring-in.ts';
import { openReady, Student } from '../../../tests/support/student.ts';
import { checkDatabase } from './check.ts';
import { deleteDeck, saveDeck } from './edit-decks.ts';
import { moveCards } from './edit-notes.ts';
import { allDecks } from './read-decks.ts';
import { allNotes } from './read-note.ts';
import type { OnsiteDb } from './schema.ts';

const [collection] = fc.sample(arbitraryCollection({ text: 'html', own: false, studied: true }), {
	...{ numRuns: 1, seed: 4 },
});
const OWN = 'deck/own';

/** Decks that notes lie in and that no list shows. */
async function lostDecks(db: OnsiteDb): Promise<string[]> {
	const here = new Set((await allDecks(db)).map(({ id }) => id));
	const homes = (await allNotes(db)).flatMap(({ deck, decks }) => [deck, ...Object.values(decks)]);
	return homes.filter((id) => !here.has(id));
}

async function withOwnDeck(): Promise<{ student: Student; cards: string[] }> {
	const student = new Student(await openReady());
	await student.takeIn(1);
	await bringIn(student, collection!);
	const cards = await student.db.cards.where(':id').startsWith('note/').primaryKeys();
	const deck = { id: OWN, path: ['Own'], description: '', daily: true };
	await saveDeck(student.db, deck, student.moment);
	return { student, cards };
}

describe('a deleted deck', () => {
	it('stands again when an import brings its notes back', async () => {
		const { student, cards } = await withOwnDeck();
		await moveCards(student.db, cards, OWN, student.moment);
		await deleteDeck(student.db, OWN, 'delete', student.moment);
		expect(await allNotes(student.db)).toEqual([]);
		await bringIn(student, collection!);
		expect(await allNotes(student.db)).not.toEqual([]);
		expect(await lostDecks(student.db)).toEqual([]);
		expect(await checkDatabase(student.db)).toEqual([]);
	});

	it('stands again when cards are moved into it from where it was still seen', async () => {
		const { student, cards } = await withOwnDeck();
		await deleteDeck(student.db, OWN, 'delete', student.moment);
		await moveCards(student.db, cards.slice(0, 1), OWN, student.moment);
		expect(await lostDecks(student.db)).toEqual([]);
		expect((await allDecks(student.db)).map(({ id }) => id)).toContain(OWN);
		await student.undo();
		expect((await allDecks(student.db)).map(({ id }) => id)).not.toContain(OWN);
		expect(await checkDatabase(student.db)).toEqual([]);
	});
});
