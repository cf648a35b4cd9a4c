/** Opens the database and says in what state it is; nothing else may open it. */
import { atomically } from './atomic.ts';
import { declareConnection, type Connection } from './connection.ts';
import { asDbError, DbError } from './db-error.ts';
import { readInstall, readMark, writeMark, type InstallMarker, type Mark } from './install.ts';
import { newestVersion, VERSIONS, type SchemaVersion } from './migrations.ts';
import { storedVersion } from './open-raw.ts';
import type { BroughtBack } from './restore-spare.ts';
import type { OnsiteDb } from './schema.ts';
import { hasSpare } from './spare-store.ts';
import type { WriteMoment } from './write-moment.ts';

export type { InstallMarker } from './install.ts';

export interface OpenOptions {
	name: string;
	/** Wall clock, ms since the epoch. */
	now: () => number;
	/** A fresh id for a new installation (it becomes the device id): letters, digits, `-`, `_`. */
	newId: () => string;
	installMarker: InstallMarker;
	/**
	 * What keeps the opening waiting (`blocked`), or happens later to the open database: another tab
	 * upgrades it (`closed`), or its data are removed (`data-removed`).
	 */
	onTrouble?: (error: DbError) => void;
	/** Begin anew although the data were removed: the person has said so. */
	beginAnew?: boolean;
	/** When and by whom data are brought back that the browser has thrown away; without it they are not. */
	momentOf?: (dev: string) => WriteMoment;
	/** Only for tests of the machinery. */
	versions?: readonly SchemaVersion[];
}

export type Opened =
	/** `dev` is the device id for every write; `back` says what was brought back from beside the database. */
	| { state: 'ready'; db: OnsiteDb; dev: string; fresh: boolean; back?: BroughtBack | undefined }
	/** Written by a newer app: reads work, every write throws `newer-version`. */
	| { state: 'read-only'; db: OnsiteDb; dev: string; error: DbError }
	/** The browser threw the data away, at the earliest at `since` (ms since the epoch). */
	| { state: 'removed'; since: number; error: DbError }
	/** Not to be opened; where data exist, `dumpDatabase(name)` still reads them. */
	| { state: 'failed'; error: DbError };

/** Opens the database. Never throws, and never shows an empty database where there was one before. */
export async function openDatabase(options: OpenOptions): Promise<Opened> {
	const { name, versions = VERSIONS, onTrouble = () => {} } = options;
	if (typeof indexedDB === 'undefined')
		return { state: 'failed', error: new DbError('unavailable') };
	const code = newestVersion(versions);
	const connection = declareConnection(name, versions, onTrouble);
	const { db } = connection;
	try {
		const mark = readMark(options.installMarker);
		const [first] = versions;
		// Without a mark (the small storage may be cleared alone) the database has to be asked.
		const behind = code > (mark?.schema ?? first?.version ?? code);
		// Asked first, as a first visit has nothing to keep, nor time for what would keep it.
		const stands = behind ? await storedVersion(name) : 0;
		if (stands > 0 && stands < code) {
			const { keepBeforeMigration } = await import('./before-migration.ts');
			await keepBeforeMigration(name, options.now(), code);
		}
		await db.open();
		// Asked after the opening: `databases()` lies after a crash, and Dexie opens a newer one gladly.
		const stored = Math.floor(db.backendDB().version / 10);
		if (stored <= code) return await settleIn(options, connection, mark, code);
		db.close();
		return await openReadOnly(options, versions, stored);
	} catch (error) {
		db.close();
		const failed = connection.upgradeFailed();
		const told = failed ? new DbError('upgrade-failed', '', error) : asDbError(error);
		return { state: 'failed', error: told };
	}
}

async function settleIn(
	options: OpenOptions,
	{ db, expect }: Connection,
	mark: Mark | undefined,
	code: number,
): Promise<Opened> {
	const { installMarker, now, beginAnew = false } = options;
	let dev = await readInstall(db);
	const fresh = dev === undefined;
	let back: BroughtBack | undefined;
	if (dev === undefined) {
		const id = options.newId();
		// Also where the person begins anew: pressed on the screen of a page whose data went, it must not cost them.
		back = await bringBack(options, db, id);
		if (!back && !beginAnew && (mark || (await hasSpare(db.name)))) {
			db.close();
			const since = mark?.seen ?? 0;
			return { state: 'removed', since, error: removed(since) };
		}
		dev = await setUp(db, id);
	}
	// Only now that the id is durable: a marker without a database would look like a removal.
	writeMark(installMarker, { id: dev, seen: now(), schema: code });
	expect(dev);
	return { state: 'ready', db, dev, fresh: fresh && !back, back };
}

/** `undefined` where nothing is kept beside the database, or nothing that can be read. */
async function bringBack(
	{ momentOf }: OpenOptions,
	db: OnsiteDb,
	dev: string,
): Promise<BroughtBack | undefined> {
	if (!momentOf || !(await hasSpare(db.name))) return undefined;
	try {
		const { restoreSpare } = await import('./restore-spare.ts');
		return await restoreSpare(db, momentOf(dev));
	} catch {
		return undefined;
	}
}

/** Two tabs may begin at once: both take the id of the one that came first. */
async function setUp(db: OnsiteDb, id: string): Promise<string> {
	return atomically(db, ['meta'], async () => {
		const known = await readInstall(db);
		if (known === undefined) await db.meta.add({ key: 'install', value: id });
		return known ?? id;
	});
}

function removed(since: number): DbError {
	const day = since > 0 ? new Date(since).toISOString().slice(0, 10) : '';
	return new DbError('data-removed', day && `(They were last seen on ${day}.)`);
}

async function openReadOnly(
	{ name, onTrouble = () => {} }: OpenOptions,
	versions: readonly SchemaVersion[],
	stored: number,
): Promise<Opened> {
	const { db } = declareConnection(name, versions, onTrouble, true);
	await db.open();
	const dev = (await readInstall(db)) ?? 'unknown';
	const detail = `(Version ${stored}; this app knows up to ${newestVersion(versions)}.)`;
	return { state: 'read-only', db, dev, error: new DbError('newer-version', detail) };
}
