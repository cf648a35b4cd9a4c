/** Finds out what the rows of an import follow from: ids, decks and parameters as they are here. */
import type { ImportPlan } from '../deck-import/judge/import-plan.ts';
import { deletedDecks } from './deck-revival.ts';
import { importedNoteIds } from './import-ids.ts';
import { importPlaces } from './import-places.ts';
import { RowMaker, type ImportRows } from './import-row-maker.ts';
import { deckOfCard, noteFrom } from './note-fields.ts';
import type { OnsiteDb } from './schema.ts';

/**
 * The rows of a plan, those of added notes yet to be made. Nothing is written.
 * @param today the study day in force
 * @throws DbError
 */
export async function importRows(
	db: OnsiteDb,
	plan: ImportPlan,
	{ today, daily }: { today: number; daily: boolean },
): Promise<ImportRows> {
	const known = plan.cards.flatMap(({ id }) => (id === undefined ? [] : [id]));
	const homes = new Map<string, string>();
	for (const row of await db.cards.bulkGet(known)) if (row) homes.set(row.id, row.deckId);
	const revived = await deletedDecks(db, [...homes.values(), ...(await decksOfUpdated(db, plan))]);
	const places = await importPlaces(db, plan, daily, revived);
	const ids = await importedNoteIds(plan.addNotes.map(({ guid }) => guid));
	const maker = new RowMaker(plan, places, today);
	for (const update of plan.updateNotes) maker.updateNote(update);
	for (const planned of plan.cards) maker.changeCard(planned, homes);
	// In the order of their keys the database finds the place of each sooner.
	const notes = plan.addNotes
		.map((note) => [ids.get(note.guid) ?? '', note] as const)
		.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
	return maker.rows(notes);
}

/** The decks of the notes that get a new text, or stand again. */
async function decksOfUpdated(db: OnsiteDb, { updateNotes }: ImportPlan): Promise<string[]> {
	const records = await db.records.bulkGet(updateNotes.map(({ id }) => ['note', id] as const));
	return records.flatMap((record) => {
		const note = record && noteFrom({ ...record, fields: { ...record.fields, deleted: false } });
		return note ? note.ordinals.map((ordinal) => deckOfCard(note, ordinal)) : [];
	});
}
