/** An import in two rows: what a list shows, and apart from it what undo needs, which may be large. */
import type { ImportRow, ImportUndo, OnsiteDb } from './schema.ts';

const PART = '/undo';

/** What is known of every import, without what undo needs. */
export async function importHeads(db: OnsiteDb): Promise<ImportRow[]> {
	const ids = await db.imports.toCollection().primaryKeys();
	const rows = await db.imports.bulkGet(ids.filter((id) => !id.endsWith(PART)));
	return rows.filter((row) => row !== undefined);
}

/** `undefined` where there is no such import, or it is not in. */
export async function readUndo(db: OnsiteDb, id: string): Promise<ImportUndo | undefined> {
	return (await db.imports.get(id + PART))?.undo;
}

/** Within the caller's transaction. */
export async function putImport(db: OnsiteDb, row: ImportRow, undo: ImportUndo): Promise<void> {
	const { t, state } = row;
	const part = { id: row.id + PART, file: '', t, state, media: [], counts: {}, undo };
	await db.imports.bulkPut([row, part]);
}

/** Within the caller's transaction. */
export async function dropImports(db: OnsiteDb, ids: readonly string[]): Promise<void> {
	await db.imports.bulkDelete(ids.flatMap((id) => [id, id + PART]));
}
