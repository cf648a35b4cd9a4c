/** A connection that gives way to an upgrade, tells of trouble, and never writes to data it does not know. */
import { asDbError, DbError } from './db-error.ts';
import { readInstall } from './install.ts';
import type { SchemaVersion } from './migrations.ts';
import { OnsiteDb } from './schema.ts';

/** ms before a blocked upgrade is told of: other tabs normally give way at once. */
const BLOCKED_AFTER = 3_000;

export interface Connection {
	db: OnsiteDb;
	/** Whether an upgrade function has thrown while opening. */
	upgradeFailed: () => boolean;
	/** From now on every reopening has to find this installation, or fails. */
	expect: (install: string) => void;
}

/** A database declared but not open yet; `readOnly` makes every write throw `newer-version`. */
export function declareConnection(
	name: string,
	versions: readonly SchemaVersion[],
	onTrouble: (error: DbError) => void,
	readOnly = false,
): Connection {
	const db = new OnsiteDb(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
	let upgradeFailed = false;
	for (const { version, stores, upgrade } of versions) {
		const declared = db.version(version).stores(stores);
		if (!upgrade) continue;
		declared.upgrade((tx) =>
			upgrade(tx).then(undefined, (error: unknown) => {
				upgradeFailed = true;
				throw error;
			}),
		);
	}
	if (readOnly) refuseWrites(db);
	const expected: { install?: string } = {};
	watchTrouble(db, expected, onTrouble);
	return {
		db,
		upgradeFailed: () => upgradeFailed,
		expect: (install) => {
			expected.install = install;
		},
	};
}

function refuseWrites(db: OnsiteDb): void {
	db.use({
		stack: 'dbcore',
		name: 'read-only',
		create: (core) => ({
			...core,
			table: (name) => ({
				...core.table(name),
				mutate: () => Promise.reject(new DbError('newer-version')),
			}),
		}),
	});
}

function watchTrouble(
	db: OnsiteDb,
	expected: { install?: string },
	onTrouble: (error: DbError) => void,
): void {
	let patience: ReturnType<typeof setTimeout> | undefined;
	db.on('blocked', () => {
		patience ??= setTimeout(() => onTrouble(new DbError('blocked')), BLOCKED_AFTER);
	});
	db.on('versionchange', (event) => {
		// For good: reopened, old code would write to new tables.
		db.close({ disableAutoOpen: true });
		onTrouble(new DbError(event.newVersion === null ? 'data-removed' : 'closed'));
		// Keeps Dexie's own handler from running next: it closes in a way that reopens at the next write.
		return false;
	});
	// Runs at every opening, also when Dexie reopens a lost connection, before any other access.
	db.on(
		'ready',
		async () => {
			clearTimeout(patience);
			if (expected.install === undefined) return;
			if ((await readInstall(db)) === expected.install) return;
			throw new DbError('data-removed');
		},
		true,
	);
	db.on('close', () => {
		// Our own closing sets `hasBeenClosed` after this event; anything else is a connection cut off.
		setTimeout(() => {
			if (db.hasBeenClosed() || expected.install === undefined) return;
			db.open().catch((error: unknown) => onTrouble(asDbError(error)));
		}, 0);
	});
}
