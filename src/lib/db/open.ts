/** Opens the database and says in what state it is; nothing else may open it. */
import type { DbError } from './db-error.ts';
import type { SchemaVersion } from './migrations.ts';
import type { OnsiteDb } from './schema.ts';

/** Where the install id is kept beside the database; `localStorage` in the app. Neither may throw. */
export interface InstallMarker {
	read(): string | null;
	write(text: string): void;
}

export interface OpenOptions {
	name: string;
	/** Wall clock, ms since the epoch. */
	now: () => number;
	/** A fresh id for a new installation (it becomes the device id). */
	newId: () => string;
	installMarker: InstallMarker;
	/** What happens later to an open database: another tab upgrades, data are removed, … */
	onTrouble?: (error: DbError) => void;
	/** Begin anew although the data were removed: the person has said so. */
	beginAnew?: boolean;
	/** Only for tests of the machinery. */
	versions?: readonly SchemaVersion[];
}

export type Opened =
	/** `dev` is the device id for every write. */
	| { state: 'ready'; db: OnsiteDb; dev: string; fresh: boolean }
	/** Written by a newer app: reads work, every write throws `newer-version`. */
	| { state: 'read-only'; db: OnsiteDb; dev: string; error: DbError }
	/** The browser threw the data away, at the earliest at `since` (ms since the epoch). */
	| { state: 'removed'; since: number; error: DbError }
	| { state: 'failed'; error: DbError };

/** Opens the database. Never throws, and never shows an empty database where there was one before. */
export async function openDatabase(options: OpenOptions): Promise<Opened> {
	throw new Error(`Not written yet: ${options.name}`);
}
