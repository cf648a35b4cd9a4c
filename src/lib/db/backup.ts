/** Everything to one file, and back. */
import type { OnsiteDb } from './schema.ts';
import type { WriteMoment } from './write-moment.ts';

export const BACKUP_FILE_TYPE = 'application/gzip';

/** The whole collection as one gzip file: facts, editable fields, which cards there are. */
export async function exportBackup(db: OnsiteDb, moment: WriteMoment): Promise<Blob> {
	throw new Error(`Not written yet: ${db.name} ${moment.t}`);
}
