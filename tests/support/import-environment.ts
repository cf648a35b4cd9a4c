/** What readers of files are given in tests: SQLite in Node, a fixed clock, media kept in a map. */
import initSqlJs, { type SqlJsStatic } from 'sql.js';
import type { ImportEnvironment } from '../../src/lib/deck-import/import-environment.ts';
import { UNWATCHED } from '../../src/lib/deck-import/import-watch.ts';
import { LIMITS } from '../../src/lib/deck-import/limits.ts';

let engine: Promise<SqlJsStatic> | undefined;

export function sqlEngine(): Promise<SqlJsStatic> {
	engine ??= initSqlJs();
	return engine;
}

/** 2026-11-22 12:00 UTC. */
export const NOW = Date.UTC(2026, 10, 22, 12);

export function importEnvironment(
	changes: Partial<ImportEnvironment> = {},
): ImportEnvironment & { kept: Map<string, Uint8Array> } {
	const kept = new Map<string, Uint8Array>();
	return {
		sql: sqlEngine,
		now: NOW,
		zone: { timeZone: 'Europe/Berlin', rolloverHour: 4 },
		limits: LIMITS,
		watch: UNWATCHED,
		keepMedia: (hash, bytes) => void kept.set(hash, bytes),
		...changes,
		kept,
	};
}
