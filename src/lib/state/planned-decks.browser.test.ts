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

/** Two decks, one under the other, with ten new cards in the lower one. */
async function withDecks(): Promise<Student> {
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
			const rows = Array.from({ length: 10 }, (_, at) =>
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

it('reads the cards of a chosen deck with those under it, and nothing of the others', async () => {
	const { db, now, moment } = await withDecks();
	await writeSetting(db, 'interviewDate', '2026-12-24', moment);
	expect(await readPlannedDecks(db, now)).toEqual([
		{ id: 'deck/a', name: 'Job', planned: false, cards: [], beyond: 0 },
	]);
	await writeSetting(db, 'planDecks', ['deck/a'], moment);
	const [deck] = await readPlannedDecks(db, now);
	expect(deck).toMatchObject({ planned: true, beyond: 0 });
	expect(deck?.cards).toHaveLength(10);
	expect(deck?.cards[0]).toMatchObject({
		...{ id: 'note/0/0', noteId: 'deck/a', group: 'deck/a' },
		model: { weights: DEFAULT_PRESET.weights },
	});
});

it('says how many new cards no plan can reach', async () => {
	const { db, now, moment } = await withDecks();
	await writeSetting(db, 'planDecks', ['deck/a'], moment);
	// On the day itself nothing new begins.
	await writeSetting(db, 'interviewDate', '2026-11-02', moment);
	expect(await readPlannedDecks(db, now)).toMatchObject([{ cards: [], beyond: 10 }]);
});
