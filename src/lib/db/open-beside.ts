/** Opens the database of the page in a worker beside it, to read or to keep what was made of it. */
import { declareConnection } from './connection.ts';
import { DbError } from './db-error.ts';
import { readInstall } from './install.ts';
import { VERSIONS } from './migrations.ts';
import { storedVersion } from './open-raw.ts';
import type { OnsiteDb } from './schema.ts';

/**
 * The open database; every write throws unless it is asked for. It gives way when another tab upgrades or removes the data.
 * @param install id of the installation that the page has opened
 * @throws DbError where that database is not there, or is of another version
 */
export async function openBeside(
	name: string,
	install: string,
	onTrouble: (error: DbError) => void,
	{ writes = false }: { writes?: boolean } = {},
): Promise<OnsiteDb> {
	// Opened by name alone, one that was removed meanwhile would be made anew.
	if ((await storedVersion(name)) === 0) throw new DbError('data-removed');
	const { db, expect } = declareConnection(name, VERSIONS, onTrouble, !writes);
	await db.open();
	if ((await readInstall(db)) !== install) {
		db.close();
		throw new DbError('data-removed');
	}
	expect(install);
	return db;
}
