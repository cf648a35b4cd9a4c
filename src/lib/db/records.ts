/** Reads editable fields. */
import Dexie from 'dexie';
import type { RecordKind, StampedRecord } from './record.ts';
import type { OnsiteDb } from './schema.ts';

/** Every record of a kind. */
export async function recordsOf(db: OnsiteDb, kind: RecordKind): Promise<StampedRecord[]> {
	return db.records
		.where('[kind+id]')
		.between([kind, Dexie.minKey], [kind, Dexie.maxKey])
		.toArray();
}
