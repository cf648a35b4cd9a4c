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
import { changeCards } from './import-changes.ts';
import { putImport } from './import-record.ts';
import { importRows, type ImportRows } from './import-rows.ts';
import type { RecordWrite } from './import-places.ts';
import { putMany } from './put-many.ts';
import { RecordBatch, recordIds } from './record-batch.ts';
import type { Fields } from './record.ts';
import type { ImportRow, ImportUndo, MarkChange, OnsiteDb } from './schema.ts';
import { takeSnapshot } from './snapshots.ts';
import type { WriteMoment } from './write-moment.ts';

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
 * Brings in a plan. What takes long is reckoned before the transaction; a copy of everything is kept before, as
 * before a restore. An act to undo, as one step.
 * @returns what the list of imports says of it
 * @throws DbError, and nothing is changed then; `moved-on` where the plan no longer fits what is here
 */
export async function applyImport(
	db: OnsiteDb,
	plan: ImportPlan,
	{ id, file, moment, daily, watch = () => {} }: ImportOptions,
): Promise<ImportRow> {
	const today = Math.max(moment.day, await readToday(db));
	const rows = await importRows(db, plan, { today, daily, watch });
	await takeSnapshot(db, 'before-import', moment);
	return atomically(db, 'all', async () => {
		if ((await beginDay(db, moment.day)) !== today) throw new DbError('moved-on');
		await refuseChanged(db, plan, rows);
		const undo = await write(db, rows, moment, watch);
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
	watch: ImportWatch,
): Promise<ImportUndo> {
	const total = rows.records.length + rows.added.length;
	let done = 0;
	const step = (count: number) => watch({ stage: 'write', done: (done += count), total });
	const records = await RecordBatch.begin(db, moment);
	const [bulk, few] = await parted(db, rows.records);
	const made = bulk.map((each) => records.written(undefined, each));
	await Promise.all([
		putMany(db.records, made, step),
		putMany(db.cards, rows.added, step),
		db.blocks.bulkPut(rows.blocks),
		db.params.bulkPut(rows.params),
	]);
	for (const row of rows.added) rows.days.move(undefined, row);
	const replaced = await records.write(few);
	const changed = await changeCards(db, rows, records);
	await addToCounters(db, rows.days);
	await records.save();
	return {
		...{ notes: rows.notes, cards: [...rows.added.map(({ id }) => id), ...changed.cards] },
		...{ studied: changed.studied, blocks: rows.blocks.map(({ id }) => id) },
		marks: [
			...bulk.filter(({ kind }) => kind === 'mark').map(({ id, fields }) => newMarks(id, fields)),
			...replaced.filter(({ kind }) => kind === 'mark').map(({ id, to }) => newMarks(id, to)),
			...changed.marks,
		],
		made: replaced.flatMap(({ kind, id }) => (kind === 'mark' ? [] : [{ kind, id }])),
		edits: changed.edits,
	};
}

/** The marks of a card that comes in; it goes out without any. */
function newMarks(cardId: string, fields: Fields): MarkChange {
	const names = MARK_FIELDS.filter((name) => Object.hasOwn(fields, name));
	const from = Object.fromEntries(names.map((name) => [name, UNMARKED[name]]));
	return { cardId, from, to: fields as Partial<Marks> };
}

/** Records that nothing here bears the id of; and the few others, of which those that stand already are left. */
async function parted(
	db: OnsiteDb,
	writes: readonly RecordWrite[],
): Promise<[bulk: RecordWrite[], few: RecordWrite[]]> {
	const marks = await recordIds(db, 'mark', 'note/');
	const [bulk, few]: [RecordWrite[], RecordWrite[]] = [[], []];
	const rest: RecordWrite[] = [];
	for (const write of writes) {
		const isBulk = write.kind === 'note' || (write.kind === 'mark' && !marks.has(write.id));
		(isBulk ? bulk : rest).push(write);
	}
	const stored = await db.records.bulkGet(rest.map(({ kind, id }) => [kind, id] as const));
	rest.forEach((write, at) => {
		const old = stored[at];
		const stands = old !== undefined && old.fields['deleted'] !== true;
		if (stands && write.kind === 'media' && old.fields['hash'] !== write.fields['hash']) {
			throw new DbError('moved-on');
		}
		// Types and presets are named by their content: the person may have changed what stands here since.
		if (stands && write.kind !== 'mark') return;
		few.push(old ? { ...write, fields: { ...write.fields, deleted: false } } : write);
	});
	return [bulk, few];
}

function countsOf({ notes, cards, reviews, decks, media }: ImportReport): Record<string, number> {
	return {
		...{ added: notes.added, updated: notes.updated, cards: cards.added },
		...{ answers: reviews.added, decks: decks.added, media: media.added },
	};
}
