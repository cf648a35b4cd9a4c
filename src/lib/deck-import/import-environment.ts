/** What a reader is given from outside: the engine, the clock, the zone, a place for media. */
import type { SqlJsStatic } from 'sql.js';
import type { Zone } from '../scheduler/study-day.ts';
import type { ImportWatch } from './import-watch.ts';
import type { Limits } from './limits.ts';

/** Takes in the bytes of one media file; the same hash may come more than once. */
export type MediaKeeper = (
	hash: string,
	bytes: Uint8Array<ArrayBuffer>,
	type: string,
) => void | Promise<void>;

export interface ImportEnvironment {
	/** SQLite; needed by Anki packages only, so it is loaded when one comes. */
	sql: () => Promise<SqlJsStatic>;
	/** ms since the epoch. */
	now: number;
	/** In which the days of a file are counted where it does not say. */
	zone: Zone;
	limits: Limits;
	watch: ImportWatch;
	keepMedia: MediaKeeper;
}
