/** The gate for SQLite files from anywhere: what the header and the schema say is judged before a row is read. */
import type { Database, SqlJsStatic, SqlValue } from 'sql.js';
import { ImportError, shown } from '../import-error.ts';

/** `SQLite format 3` and a zero. */
const MAGIC = [
	0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66, 0x6f, 0x72, 0x6d, 0x61, 0x74, 0x20, 0x33, 0,
];
/** Functions in a schema may do nothing, and damaged cells are noticed. */
const PRAGMAS = ['trusted_schema=OFF', 'cell_size_check=ON'];

export interface SqliteFile {
	/** Whether there is such a table. */
	has(table: string): boolean;
	/** Calls `take` with every row, in the order in which they are stored. */
	each(query: string, take: (row: SqlValue[], number: number) => void): void;
	/** Number of rows of a table that was judged. */
	count(table: string): number;
	close(): void;
}

/**
 * Opens a database for reading.
 * @param bytes belongs to the callee from now on
 * @param tables all that will be read: each that exists must be a plain table
 * @throws ImportError
 */
export function openSqlite(
	sql: SqlJsStatic,
	bytes: Uint8Array,
	tables: readonly string[],
): SqliteFile {
	judgeHeader(bytes);
	let db: Database | undefined;
	try {
		db = new sql.Database(bytes);
		for (const pragma of PRAGMAS) db.run(`PRAGMA ${pragma}`);
		const sorted = renameCollation(db);
		db.run('PRAGMA query_only=ON');
		const found = judgedTables(db, tables);
		judgeContent(db, found, sorted);
		return fileOf(db, found);
	} catch (error) {
		db?.close();
		throw sqliteError(error);
	}
}

function judgeHeader(bytes: Uint8Array): void {
	if (bytes.length < 512 || MAGIC.some((byte, at) => bytes[at] !== byte)) {
		throw new ImportError('damaged', 'The collection in the package is not a SQLite database.');
	}
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	const stated = view.getUint16(16);
	const page = stated === 1 ? 65_536 : stated;
	const pages = view.getUint32(28);
	// The count holds only where the two counters of changes agree.
	const counted = pages !== 0 && view.getUint32(24) === view.getUint32(92);
	if (page < 512 || (page & (page - 1)) !== 0 || (counted && pages * page > bytes.length)) {
		throw new ImportError('damaged', 'The collection in the package breaks off.');
	}
	// Anki leaves the mark of its write-ahead log in newer packages, though the log is written back;
	// without that log at hand the engine would refuse the file.
	if (bytes[18] === 2 && bytes[19] === 2) bytes.fill(1, 18, 20);
}

/** The tables that exist, each of them a table with columns that are stored, not reckoned. */
function judgedTables(db: Database, tables: readonly string[]): Set<string> {
	const found = new Set<string>();
	const wanted = new Set(tables);
	const [schema] = db.exec(
		'SELECT type, name, tbl_name, substr(sql, 1, 40) FROM sqlite_master LIMIT 10000',
	);
	for (const [type, name, table, sql] of schema?.values ?? []) {
		if (!wanted.has(String(table).toLowerCase())) continue;
		if (type === 'index') continue;
		if (type !== 'table' || !/^\s*create\s+table\b/i.test(String(sql))) {
			throw unsafe(`holds a ${type === 'table' ? 'virtual table' : String(type)}`, String(name));
		}
		found.add(String(name).toLowerCase());
	}
	for (const table of found) {
		const columns = db.exec(`PRAGMA table_xinfo("${table}")`)[0]?.values ?? [];
		if (columns.some((column) => column[6] !== 0)) throw unsafe('reckons columns of', table);
	}
	return found;
}

function unsafe(what: string, name: string): ImportError {
	const where = `The collection ${what} ${shown(name)}`;
	return new ImportError('unsafe', `${where}, which Anki never writes.`);
}

/** Tables sorted by Anki's own collation are read and not checked: their order looks wrong to anyone else. */
function judgeContent(
	db: Database,
	tables: ReadonlySet<string>,
	sorted: ReadonlySet<string>,
): void {
	for (const table of tables) {
		if (sorted.has(table)) continue;
		const answer = db.exec(`PRAGMA quick_check("${table}")`)[0]?.values[0]?.[0];
		if (answer === 'ok') continue;
		throw new ImportError('damaged', `The collection is damaged: ${shown(String(answer))}.`);
	}
}

/**
 * Newer collections sort names by a collation that only Anki has, without which no row of such a table
 * could be read. It is renamed in the schema, in memory; nothing here relies on that order.
 * @returns the tables concerned
 */
function renameCollation(db: Database): Set<string> {
	const where = `WHERE sql LIKE '%unicase%'`;
	const [found] = db.exec(`SELECT DISTINCT lower(tbl_name) FROM sqlite_master ${where}`);
	if (found) {
		db.run('PRAGMA writable_schema=ON');
		db.run(`UPDATE sqlite_master SET sql = replace(sql, 'unicase', 'nocase') ${where}`);
		db.run('PRAGMA writable_schema=RESET');
	}
	return new Set(found?.values.map(([name]) => String(name)));
}

function fileOf(db: Database, found: ReadonlySet<string>): SqliteFile {
	return {
		has: (table) => found.has(table),
		each(query, take) {
			try {
				const statement = db.prepare(query);
				try {
					for (let number = 1; statement.step(); number++) take(statement.get(), number);
				} finally {
					statement.free();
				}
			} catch (error) {
				throw sqliteError(error);
			}
		},
		count(table) {
			const rows = found.has(table) ? db.exec(`SELECT count(*) FROM "${table}"`) : [];
			return Number(rows[0]?.values[0]?.[0] ?? 0);
		},
		close: () => db.close(),
	};
}

function sqliteError(error: unknown): ImportError {
	if (error instanceof ImportError) return error;
	const said = error instanceof Error ? error.message : String(error);
	return new ImportError('damaged', `The collection cannot be read: ${shown(said)}.`, error);
}
