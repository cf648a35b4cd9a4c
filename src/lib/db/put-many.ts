/** Puts many rows within the caller's transaction, some ahead of those that the database is still writing. */
import type { Table } from 'dexie';
import { WritesAhead } from './writes-ahead.ts';

const ROWS_AT_ONCE = 2000;

export async function putMany<Row, Key>(
	table: Table<Row, Key>,
	rows: readonly Row[],
): Promise<void> {
	const writes = new WritesAhead();
	for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
		await writes.add(table.bulkPut(rows.slice(at, at + ROWS_AT_ONCE)));
	}
	await writes.all();
}
