/** Carries out a judged import: everything in one transaction, or nothing. */
import type { ImportWatch } from '../deck-import/import-watch.ts';
import type { ImportPlan, ImportReport } from '../deck-import/judge/import-plan.ts';
import { UNMARKED, type Marks } from '../scheduler/card-state.ts';
import { parametersId } from '../scheduler/default-preset.ts';
import { atomically } from './atomic.ts';
import { beginDay, readToday } from './begin-day.ts';
import { weightsOf } from './card-log.ts';
import { MARK_FIELDS } from './card-row.ts';
import { addToCounters } from './counters.ts';
import { DbError } from './db-error.ts';
import { followNotes } from './follow-notes.ts';
import { changeCards } from './import-changes.ts';
import { putImport } from './import-record.ts';
import type { ImportRows } from './import-row-maker.ts';
import { importRows } from './import-rows.ts';
import type { RecordWrite } from './import-places.ts';
import { RecordBatch, recordIds } from './record-batch.ts';
import type { Fields } from './record.ts';
import type { ImportRow, ImportUndo, MarkChange, OnsiteDb } from './schema.ts';
import { takeSnapshot } from './snapshots.ts';
import type { WriteMoment } from './write-moment.ts';
import { WritesAhead } from './writes-ahead.ts';

export interface ImportOptions {
	/** Of the stage that holds its media, else a new UUIDv7. */
	id: string;
	/** Name of the file, for the list of imports. */
	file: string;
	moment: WriteMoment;
	/** Whether the cards of new decks come in the daily review. */
	daily: boolean;
	watch?: ImportWatch;
}

/**
 * Brings in a plan. Rows are made while the database writes those before; a copy of everything is kept before all
 * that, as before a restore. An act to undo, as one step.
 * @returns what the list of imports says of it
 * @throws DbError, and nothing is changed then; `moved-on` where the plan no longer fits what is here
 */
export async function applyImport(
	db: OnsiteDb,
	plan: ImportPlan,
	{ id, file, moment, daily, watch = () => {} }: ImportOptions,
): Promise<ImportRow> {
	const today = Math.max(moment.day, await readToday(db));
	const rows = await importRows(db, plan, { today, daily });
	await takeSnapshot(db, 'before-import', moment);
	return atomically(db, 'all', async () => {
		if ((await beginDay(db, moment.day)) !== today) throw new DbError('moved-on');
		await refuseChanged(db, plan, rows);
		const undo = await write(db, rows, moment, { today, watch });
		const staged = await db.imports.get(id);
		const row: ImportRow = {
			...{ id, file, t: moment.t, state: 'done', media: staged?.media ?? [] },
			counts: countsOf(plan.report),
		};
		await putImport(db, row, undo);
		await db.outbox.add({ what: 'import', id });
		await db.actions.add({
			...{ day: today, t: moment.t, undone: 0, name: 'Import', reviewIds: [] },
			...{ cards: [], marks: [], edits: [], days: [], import: { id, back: false } },
		});
		return row;
	});
}

/** Within the transaction: the plan was made of what was here some time ago. */
async function refuseChanged(db: OnsiteDb, plan: ImportPlan, rows: ImportRows): Promise<void> {
	for (const [deckId, id] of rows.weights) {
		const isNew = rows.records.some((record) => record.kind === 'deck' && record.id === deckId);
		// Those of a new deck come with it.
		if (!isNew && parametersId(await weightsOf(db, deckId)) !== id) throw new DbError('moved-on');
	}
	if (rows.notes.length > 0) {
		const here = await recordIds(db, 'note', 'note/');
		if (rows.notes.some((id) => here.has(id))) throw new DbError('moved-on');
	}
	if (plan.addMedia.length > 0) {
		const kept = new Set(await db.media.toCollection().primaryKeys());
		if (plan.addMedia.some(({ hash }) => !kept.has(hash))) throw new DbError('moved-on');
	}
}

async function write(
	db: OnsiteDb,
	rows: ImportRows,
	moment: WriteMoment,
	{ today, watch }: { today: number; watch: ImportWatch },
): Promise<ImportUndo> {
	const records = await RecordBatch.begin(db, moment);
	const made = await records.write(await missing(db, rows.records));
	const changed = await changeCards(db, rows, records);
	const writes = new WritesAhead();
	const { cards, marks } = await addNotes(db, rows, { records, writes, watch });
	// The log is packed while the database has the rows before to write.
	const [, blocks] = await Promise.all([
		addToCounters(db, rows.days),
		putLog(db, rows),
		writes.all(),
		records.save(),
	]);
	const shrunk = [...rows.patches].flatMap(([id, { gone }]) => (gone.length > 0 ? [id] : []));
	await followNotes(db, shrunk, today);
	return {
		...{ notes: rows.notes, cards: [...cards, ...changed.cards], studied: changed.studied },
		...{ made: made.map(({ kind, id }) => ({ kind, id })), edits: changed.edits },
		...{ marks: [...marks, ...changed.marks], blocks },
	};
}

/** @returns ids of the blocks */
async function putLog(db: OnsiteDb, rows: ImportRows): Promise<string[]> {
	const blocks = rows.blocks();
	await Promise.all([db.blocks.bulkPut(blocks), db.params.bulkPut(rows.params)]);
	return blocks.map(({ id }) => id);
}

/** Writes the notes that are added; the last may still be under way. */
async function addNotes(
	db: OnsiteDb,
	rows: ImportRows,
	{ records, writes, watch }: { records: RecordBatch; writes: WritesAhead; watch: ImportWatch },
): Promise<Pick<ImportUndo, 'cards' | 'marks'>> {
	const added: Pick<ImportUndo, 'cards' | 'marks'> = { cards: [], marks: [] };
	const marked = await recordIds(db, 'mark', 'note/');
	const again: RecordWrite[] = [];
	let done = 0;
	for (const { notes, marks, cards } of rows.added()) {
		const fresh = marks.filter(({ id }) => !marked.has(id));
		again.push(...marks.filter(({ id }) => marked.has(id)));
		for (const { id, fields } of marks) added.marks.push(newMarks(id, fields));
		for (const row of cards) {
			rows.days.move(undefined, row);
			added.cards.push(row.id);
		}
		const made = [...notes, ...fresh].map((each) => records.written(undefined, each));
		const written = Promise.all([db.records.bulkPut(made), db.cards.bulkPut(cards)]);
		const told = written.then(() =>
			watch({ stage: 'write', done: (done += notes.length), total: rows.notes.length }),
		);
		await writes.add(told);
	}
	if (again.length > 0) await records.write(again);
	return added;
}

/** The marks of a card that comes in; it goes out without any. */
function newMarks(cardId: string, fields: Fields): MarkChange {
	const names = MARK_FIELDS.filter((name) => Object.hasOwn(fields, name));
	const from = Object.fromEntries(names.map((name) => [name, UNMARKED[name]]));
	return { cardId, from, to: fields as Partial<Marks> };
}

/** Those that do not stand here, brought back where they were deleted. */
async function missing(db: OnsiteDb, writes: readonly RecordWrite[]): Promise<RecordWrite[]> {
	const stored = await db.records.bulkGet(writes.map(({ kind, id }) => [kind, id] as const));
	return writes.flatMap((write, at) => {
		const old = stored[at];
		const stands = old !== undefined && old.fields['deleted'] !== true;
		if (stands && write.kind === 'media' && old.fields['hash'] !== write.fields['hash']) {
			throw new DbError('moved-on');
		}
		// Types and presets are named by their content: the person may have changed what stands here since.
		if (stands) return [];
		return [old ? { ...write, fields: { ...write.fields, deleted: false } } : write];
	});
}

function countsOf({ notes, cards, reviews, decks, media }: ImportReport): Record<string, number> {
	return {
		...{ added: notes.added, updated: notes.updated, cards: cards.added },
		...{ answers: reviews.added, decks: decks.added, media: media.added },
	};
}
