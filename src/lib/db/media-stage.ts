/** Keeps the pictures and sounds of a file that is being read, until its import is in or given up. */
import type { MediaKeeper } from '../deck-import/import-environment.ts';
import { atomically } from './atomic.ts';
import { DbError } from './db-error.ts';
import { importHeads } from './import-record.ts';
import { recordsOf } from './records.ts';
import type { ImportRow, MediaRow, OnsiteDb } from './schema.ts';

/** Bytes, and files, that are written at once: each transaction waits for the disk. */
const BYTES_AT_ONCE = 4 * 1024 * 1024;
const FILES_AT_ONCE = 100;

/** The name of the Web Lock that whoever reads the file of a stage must hold: else it counts as left over. */
export function stageLock(id: string): string {
	return `onsite-import-${id}`;
}

export class MediaStage {
	readonly #db: OnsiteDb;
	readonly #row: ImportRow;
	/** What it need not keep: its own, and what a name here holds fast. */
	#known: Set<unknown> | undefined;
	#waiting: MediaRow[] = [];
	/** What is being written, while more is read. */
	#writing: Promise<void> = Promise.resolve();
	#bytes = 0;

	/** @param id UUIDv7, of the import that follows @param file its name @param t ms since the epoch */
	constructor(db: OnsiteDb, { id, file, t }: Pick<ImportRow, 'id' | 'file' | 't'>) {
		this.#db = db;
		this.#row = { id, file, t, state: 'staging', media: [], counts: {} };
	}

	/** Takes in one file. @throws DbError `media-full` where there is no room */
	readonly keep: MediaKeeper = async (hash, bytes, type) => {
		this.#known ??= await namedHere(this.#db);
		if (this.#known.has(hash)) return;
		this.#known.add(hash);
		const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
		this.#waiting.push({ hash, type, size: bytes.byteLength, bytes: own.buffer });
		this.#bytes += bytes.byteLength;
		if (this.#bytes < BYTES_AT_ONCE && this.#waiting.length < FILES_AT_ONCE) return;
		await this.#writing;
		this.#writing = this.#write();
		// Told at the next call, which waits for it.
		this.#writing.catch(() => {});
	};

	/** Writes what waits; to be called before the import is applied. @throws DbError `media-full` */
	async flush(): Promise<void> {
		await this.#writing;
		await this.#write();
	}

	async #write(): Promise<void> {
		const rows = this.#waiting;
		if (rows.length === 0) return;
		this.#waiting = [];
		this.#bytes = 0;
		this.#row.media.push(...rows.map(({ hash }) => hash));
		try {
			await atomically(this.#db, ['media', 'imports'], async () => {
				await this.#db.imports.put({ ...this.#row });
				await this.#db.media.bulkPut(rows);
			});
		} catch (error) {
			const full = error instanceof DbError && error.kind === 'storage-full';
			throw full ? new DbError('media-full', '', error) : error;
		}
	}

	/** Removes what was brought. */
	async discard(): Promise<void> {
		this.#waiting = [];
		await this.#writing.catch(() => {});
		await discardStage(this.#db, this.#row.id);
	}
}

/** Imports that were being read when something ended them; some may still be, in another tab. */
export async function stagedImports(db: OnsiteDb): Promise<ImportRow[]> {
	return (await importHeads(db)).filter(({ state }) => state === 'staging');
}

/** Removes a stage with the media that it alone brought. @throws DbError, and nothing is removed then */
export async function discardStage(db: OnsiteDb, id: string): Promise<void> {
	await atomically(db, ['media', 'imports', 'records'], async () => {
		const row = await db.imports.get(id);
		if (row?.state !== 'staging') return;
		await db.imports.delete(id);
		await dropMedia(db, row.media);
	});
}

/**
 * Hashes that have bytes and a name here. Those without a name may belong to an import that is being read in
 * another tab, and go when that one is given up.
 */
async function namedHere(db: OnsiteDb): Promise<Set<unknown>> {
	const here = new Set<unknown>(await db.media.toCollection().primaryKeys());
	const named = here.size > 0 ? await recordsOf(db, 'media') : [];
	const held = named.filter(({ fields }) => fields['deleted'] !== true);
	return new Set(held.map(({ fields }) => fields['hash']).filter((hash) => here.has(hash)));
}

/** Removes bytes that no name and no other import speaks of, within the caller's transaction. */
export async function dropMedia(db: OnsiteDb, hashes: readonly string[]): Promise<void> {
	const wanted = new Set<unknown>();
	for (const { fields } of await recordsOf(db, 'media')) {
		if (fields['deleted'] !== true) wanted.add(fields['hash']);
	}
	// One that was taken back may be brought in again.
	for (const { media } of await importHeads(db)) for (const hash of media) wanted.add(hash);
	await db.media.bulkDelete(hashes.filter((hash) => !wanted.has(hash)));
}
