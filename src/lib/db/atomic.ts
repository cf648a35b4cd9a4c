/** The one way into a transaction: all or nothing, and every failure as a `DbError`. */
import Dexie, { type Table } from 'dexie';
import { asDbError } from './db-error.ts';

type TableName<Db> = string & { [K in keyof Db]: Db[K] extends Table ? K : never }[keyof Db];

/**
 * Does `work` in one read-write transaction over these tables; resolves when it is complete, that is
 * durable. `work` may await nothing but the tables.
 * @throws DbError, and nothing is changed then
 */
export function atomically<Db extends Dexie, T>(
	db: Db,
	tables: readonly TableName<Db>[] | 'all',
	work: () => Promise<T>,
): Promise<T> {
	return within(db, 'rw', tables, work);
}

/** Does `work` on one state of these tables. @throws DbError */
export function reading<Db extends Dexie, T>(
	db: Db,
	tables: readonly TableName<Db>[] | 'all',
	work: () => Promise<T>,
): Promise<T> {
	return within(db, 'r', tables, work);
}

async function within<T>(
	db: Dexie,
	mode: 'r' | 'rw',
	tables: readonly string[] | 'all',
	work: () => Promise<T>,
): Promise<T> {
	const names = tables === 'all' ? db.tables.map(({ name }) => name) : tables;
	let native: IDBTransaction | undefined;
	try {
		// Dexie sees by the `async` of this very function that it has to watch native promises. Without
		// it a write that throws leaves the writes before it committed.
		return await db.transaction(mode, names, async () => {
			native = Dexie.currentTransaction.idbtrans;
			return await work();
		});
	} catch (error) {
		const full = native?.error?.name === 'QuotaExceededError';
		throw asDbError(full ? native?.error : error);
	}
}
