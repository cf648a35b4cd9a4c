/** Undo and redo of acts within the study day, to any depth, also after a reload. */
import type { Memory } from '../scheduler/card-state.ts';
import { MEMORY_FIELDS, marksFrom, marksOf, rowOf, type CardRow } from './card-row.ts';
import { cardFromLog } from './card-log.ts';
import { addToCounters } from './counters.ts';
import { deckWeights, followPresets } from './follow-presets.ts';
import { touchPresets } from './touch-presets.ts';
import { followNotes } from './follow-notes.ts';
import type { turnImport as TurnImport } from './turn-import.ts';
import type { WriteMoment } from './write-moment.ts';
import { inSlices } from './in-slices.ts';
import { RecordWriter } from './record-writer.ts';
import { replayPreset } from './replay-preset.ts';
import type { ActionRow, FieldChange, OnsiteDb } from './schema.ts';
import { atomically } from './atomic.ts';
import { beginDay, readToday } from './begin-day.ts';
import { Tally, type DayCount } from './tally.ts';
import { turnFields } from './turn-fields.ts';

/** What was undone or redone. */
export interface Undone {
	name: string;
	/** Cards that changed, the answered one first. */
	cardIds: string[];
	reviewIds: string[];
}

/** What was undone before the last act cannot be redone: such rows may still be there until `forgetStale`. */
async function firstUndone(db: OnsiteDb): Promise<ActionRow | undefined> {
	const [done, undone] = await Promise.all([
		db.actions.where('undone').equals(0).last(),
		db.actions.where('undone').equals(1).toArray(),
	]);
	return undone.find(({ seq = 0 }) => seq > (done?.seq ?? 0));
}

/** Drops what was undone before `action` was done; done here and not with each answer, to keep that quick. */
async function forgetStale(db: OnsiteDb, action: ActionRow): Promise<void> {
	const undone = await db.actions.where('undone').equals(1).primaryKeys();
	await db.actions.bulkDelete(undone.filter((seq) => seq < (action.seq ?? 0)));
}

/**
 * Undoes the last act of the study day in one transaction; `undefined` where nothing is left to undo.
 * @throws DbError, and nothing is changed then
 */
export async function undoLast(db: OnsiteDb, moment: WriteMoment): Promise<Undone | undefined> {
	return turning(db, moment, 1, () => db.actions.where('undone').equals(0).last());
}

/**
 * Does again what was undone last; `undefined` where there is nothing, or a new act came after.
 * @throws DbError, and nothing is changed then
 */
export async function redoLast(db: OnsiteDb, moment: WriteMoment): Promise<Undone | undefined> {
	return turning(db, moment, 0, () => firstUndone(db));
}

/**
 * Undoes this very act, and only while it is the last one.
 * @param seq what `commitAct` returned
 * @returns 'later' where something else was done since, 'gone' where it is undone already or its day is over; both
 * change nothing
 * @throws DbError, and nothing is changed then
 */
export async function undoAct(
	db: OnsiteDb,
	seq: number,
	moment: WriteMoment,
): Promise<Undone | 'later' | 'gone'> {
	let why: 'later' | 'gone' = 'gone';
	const undone = await turning(db, moment, 1, async () => {
		const last = await db.actions.where('undone').equals(0).last();
		if (last?.seq === seq) return last;
		why = (await db.actions.get(seq))?.undone === 0 ? 'later' : 'gone';
		return undefined;
	});
	return undone ?? why;
}

async function turning(
	db: OnsiteDb,
	moment: WriteMoment,
	undone: 0 | 1,
	find: () => PromiseLike<ActionRow | undefined>,
): Promise<Undone | undefined> {
	let turnImport: typeof TurnImport | undefined;
	for (;;) {
		const done = await atomically(db, 'all', async () => {
			await beginDay(db, moment.day);
			const action = await find();
			if (!action?.import) return action && turn(db, action, undone, moment);
			if (!turnImport) return 'not loaded';
			const back = (undone === 1) !== action.import.back;
			await turnImport(db, action.import.id, back, moment);
			if (undone === 1) await forgetStale(db, action);
			await db.actions.put({ ...action, undone });
			return summary(action);
		});
		if (done !== 'not loaded') return done;
		// What few need, and the transaction would not wait for it.
		({ turnImport } = await import('./turn-import.ts'));
	}
}

function summary(action: ActionRow): Undone {
	const cardIds = [...action.cards, ...action.marks].map(({ cardId }) => cardId);
	return { name: action.name, cardIds: [...new Set(cardIds)], reviewIds: action.reviewIds };
}

/** Brings the world to the other side of an action: before it with `undone` 1, after it with 0. */
async function turn(
	db: OnsiteDb,
	action: ActionRow,
	undone: 0 | 1,
	moment: WriteMoment,
): Promise<Undone> {
	const back = undone === 1;
	const today = await readToday(db);
	const records = new RecordWriter(db, moment);
	const tally = new Tally();
	const done = summary(action);
	const stored = new Map<string, CardRow>();
	for (const row of await db.cards.bulkGet(done.cardIds)) if (row) stored.set(row.id, row);
	const next = new Map(stored);

	const moved = new Map<string, DayCount[]>();
	for (const [index, { cardId, before, after }] of action.cards.entries()) {
		const row = stored.get(cardId);
		const count = action.days[index];
		if (row && count && sameMemory(row, back ? after : before)) {
			next.set(cardId, { ...row, ...(back ? before : after) });
			// Its counts went with it, if it was moved since.
			tally.day({ ...count, deckId: row.deckId }, back ? -1 : 1);
		} else moved.set(cardId, (await cardFromLog(db, cardId)).days);
	}
	await records.writeAll(
		action.reviewIds.map((id) => ({ kind: 'void', id, fields: { void: back } })),
	);
	for (const [cardId, days] of moved) {
		// Another tab or a restore has moved the card since: only the log tells where it stands now.
		const log = await cardFromLog(db, cardId);
		const row = next.get(cardId);
		if (row) next.set(cardId, { ...row, ...log.memory });
		for (const count of days) tally.day(count, -1);
		for (const count of log.days) tally.day(count);
	}
	const marks = action.marks.map(({ cardId, from, to }): FieldChange => ({
		kind: 'mark',
		id: cardId,
		from,
		to,
	}));
	for (const { id, fields } of await turnFields(db, records, marks, back)) {
		const row = next.get(id);
		if (row) next.set(id, { ...row, ...marksFrom({ ...marksOf(row), ...fields }) });
	}
	const weights = touchPresets(action.edits) ? await deckWeights(db) : undefined;
	await turnFields(db, records, action.edits, back);
	const written = [...next.values()].map((row) => rowOf(row, today, row.gone));
	for (const row of written) tally.move(stored.get(row.id), row);
	await inSlices(written, (slice) => db.cards.bulkPut(slice));
	await addToCounters(db, tally);
	await records.save();
	if (action.replayed !== undefined) await replayPreset(db, action.replayed, today);
	const notes = action.edits.filter(({ kind }) => kind === 'note');
	await followNotes(
		db,
		notes.map(({ id }) => id),
		today,
	);
	if (weights && action.replayed === undefined) await followPresets(db, weights, today);
	if (back) await forgetStale(db, action);
	await db.actions.put({ ...action, undone });
	return done;
}

function sameMemory(a: Memory, b: Memory): boolean {
	return MEMORY_FIELDS.every((name) => a[name] === b[name]);
}
