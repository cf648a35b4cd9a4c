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

/** Rows of imports whose other half is missing: what is to be undone without its import, or one without that. */
export async function strayImports(db: OnsiteDb): Promise<string[]> {
	const ids = new Set(await db.imports.toCollection().primaryKeys());
	// While a file is being read there is nothing to undo yet.
	const reading = new Set(
		(await importHeads(db)).filter(({ state }) => state === 'staging').map(({ id }) => id),
	);
	return [...ids].filter((id) =>
		id.endsWith(PART)
			? !ids.has(id.slice(0, -PART.length))
			: !ids.has(id + PART) && !reading.has(id),
	);
}

/** Within the caller's transaction. */
export async function dropImports(db: OnsiteDb, ids: readonly string[]): Promise<void> {
	await db.imports.bulkDelete(ids.flatMap((id) => [id, id + PART]));
}
