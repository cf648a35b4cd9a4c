/** The list of imports, each of which can be taken back as one step, however long ago it was. */
import { atomically } from './atomic.ts';
import { beginDay } from './begin-day.ts';
import { dropImports, importHeads } from './import-record.ts';
import { dropMedia } from './media-stage.ts';
import type { ImportRow, OnsiteDb } from './schema.ts';
import { turnImport } from './turn-import.ts';
import type { WriteMoment } from './write-moment.ts';

/** What a list shows of an import. */
export type ImportEntry = Pick<ImportRow, 'id' | 'file' | 't' | 'state' | 'counts'>;

/** Imports that came in, the newest first. */
export async function listImports(db: OnsiteDb): Promise<ImportEntry[]> {
	const rows = await importHeads(db);
	return rows
		.filter(({ state }) => state !== 'staging')
		.map(({ id, file, t, state, counts }) => ({ id, file, t, state, counts }))
		.sort((a, b) => b.t - a.t);
}

/**
 * Takes an import back. An act of its own, so that the ordinary undo brings it in again.
 * @returns whether there was anything to take back
 * @throws DbError, and nothing is changed then
 */
export function undoImport(db: OnsiteDb, id: string, moment: WriteMoment): Promise<boolean> {
	return turning(db, id, true, moment);
}

/** Brings an import in again that was taken back. @throws DbError, and nothing is changed then */
export function redoImport(db: OnsiteDb, id: string, moment: WriteMoment): Promise<boolean> {
	return turning(db, id, false, moment);
}

async function turning(
	db: OnsiteDb,
	id: string,
	back: boolean,
	moment: WriteMoment,
): Promise<boolean> {
	return atomically(db, 'all', async () => {
		const day = await beginDay(db, moment.day);
		const row = await db.imports.get(id);
		if (row?.state !== (back ? 'done' : 'undone')) return false;
		await turnImport(db, id, back, moment);
		await db.actions.add({
			...{ day, t: moment.t, undone: 0, name: back ? 'Undo import' : 'Redo import' },
			...{ reviewIds: [], cards: [], marks: [], edits: [], days: [], import: { id, back } },
		});
		return true;
	});
}

/**
 * Lets go of imports taken back before an instant, with their media: they can no longer be brought in again.
 * @param before ms since the epoch
 * @throws DbError, and nothing is changed then
 */
export async function forgetUndone(db: OnsiteDb, before: number): Promise<void> {
	await atomically(db, ['imports', 'media', 'records'], async () => {
		const old = (await importHeads(db)).filter(
			({ state, undone = 0 }) => state === 'undone' && undone < before,
		);
		if (old.length === 0) return;
		await dropImports(
			db,
			old.map(({ id }) => id),
		);
		await dropMedia(
			db,
			old.flatMap(({ media }) => media),
		);
	});
}
