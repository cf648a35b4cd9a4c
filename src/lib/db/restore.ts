/** Takes a backup file into the database. */
import type { OnsiteDb } from './schema.ts';
import type { WriteMoment } from './write-moment.ts';

export interface Restored {
	/** Reviews that were not known here. */
	reviews: number;
	/** Fields whose value changed. */
	fields: number;
	/** Cards that were not known here. */
	cards: number;
	/** When the file was made, ms since the epoch. */
	made: number;
}

/**
 * Merges a backup: the union of facts, per field the later write; any number of times with the same
 * result. The file is checked whole before one transaction writes.
 * @throws DbError `damaged-file` or `newer-file` with what is wrong; nothing is changed then
 */
export async function restoreBackup(
	db: OnsiteDb,
	file: Blob,
	options: { mode: 'merge'; moment: WriteMoment },
): Promise<Restored> {
	throw new Error(`Not written yet: ${db.name} ${file.size} ${options.mode}`);
}
