/** Puts many rows within the caller's transaction, some ahead of those that the database is still writing. */
import type { Table } from 'dexie';

const ROWS_AT_ONCE = 2000;
/** Enough that neither side waits for the other; more would only fill the memory. */
const AHEAD = 4;

/** @param written is told, now and then, how many more rows are written */
export async function putMany<Row, Key>(
	table: Table<Row, Key>,
	rows: readonly Row[],
	written: (count: number) => void = () => {},
): Promise<void> {
	const waiting: PromiseLike<void>[] = [];
	for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
		const some = rows.slice(at, at + ROWS_AT_ONCE);
		waiting.push(table.bulkPut(some).then(() => written(some.length)));
		if (waiting.length > AHEAD) await waiting.shift();
	}
	await Promise.all(waiting);
}
