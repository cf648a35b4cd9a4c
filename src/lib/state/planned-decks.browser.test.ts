import { expect, it } from 'vitest';
import { openReady, Student } from '../../../tests/support/student.ts';
import { DEFAULT_PRESET } from '$lib/scheduler/default-preset.ts';
import { writeSetting } from '$lib/db/settings.ts';
import { RecordWriter } from '$lib/db/record-writer.ts';
import { atomically } from '$lib/db/atomic.ts';
import { rowOf } from '$lib/db/card-row.ts';
import { addToCounters } from '$lib/db/counters.ts';
import { Tally } from '$lib/db/tally.ts';
import { newCard } from '$lib/scheduler/card-state.ts';
import { readPlannedDecks } from './planned-decks.ts';

/** Two decks, one under the other, with new cards in the lower one. */
async function withDecks(count = 10): Promise<Student> {
	const student = new Student(await openReady());
	const { db, moment } = student;
	await atomically(
		db,
		['records', 'outbox', 'meta', 'cards', 'totals', 'dueCounts', 'days'],
		async () => {
			const records = new RecordWriter(db, moment);
			await records.write('deck', 'deck/a', { path: ['Job'] });
			await records.write('deck', 'deck/b', { path: ['Job', 'Go'] });
			await records.save();
			const tally = new Tally();
			const rows = Array.from({ length: count }, (_, at) =>
				rowOf(
					newCard({ id: `note/${at}/0`, noteId: `note/${at}`, deckId: 'deck/b', position: at }),
					moment.day,
					false,
				),
			);
			for (const row of rows) tally.move(undefined, row);
			await db.cards.bulkPut(rows);
			await addToCounters(db, tally);
		},
	);
	return student;
}

it('reads the cards of a chosen deck with those under it', async () => {
	const { db, now, moment } = await withDecks();
	await writeSetting(db, 'interviewDate', '2026-12-24', moment);
	expect(await readPlannedDecks(db, now)).toMatchObject([
		{ id: 'deck/a', name: 'Job', planned: false, cards: [], beyond: 0 },
	]);
	await writeSetting(db, 'planDecks', ['deck/a'], moment);
	const [deck] = await readPlannedDecks(db, now);
	expect(deck).toMatchObject({ planned: true, beyond: 0, limit: DEFAULT_PRESET.newPerDay });
	expect(deck?.cards).toHaveLength(10);
	expect(deck?.cards[0]).toMatchObject({
		...{ id: 'note/0/0', noteId: 'deck/a', group: 'deck/a', root: 'deck/a' },
		model: { weights: DEFAULT_PRESET.weights },
	});
});

it('of a daily deck that is not planned knows what was begun: it takes time all the same', async () => {
	const student = await withDecks();
	await writeSetting(student.db, 'interviewDate', '2026-12-24', student.moment);
	await student.answer('note/3/0', 4);
	const [deck] = await readPlannedDecks(student.db, student.now);
	expect(deck).toMatchObject({ planned: false, cards: [], upkeep: [{ id: 'note/3/0' }] });
});

it('reads as many new cards as a later date could need, and says how many no plan reaches', async () => {
	const { db, now, moment } = await withDecks(3000);
	await writeSetting(db, 'planDecks', ['deck/a'], moment);
	await writeSetting(db, 'interviewDate', '2026-11-02', moment);
	// 30 a day for 13 weeks more.
	const [deck] = await readPlannedDecks(db, now);
	expect([deck?.cards.length, deck?.beyond]).toEqual([2730, 270]);
});
