/** Compares every cache with the truth it was made from, and rebuilds it where they differ. */
import type { OnsiteDb } from './schema.ts';

export interface Finding {
	kind: 'memory' | 'marks' | 'queue' | 'orphan' | 'days' | 'due' | 'totals';
	/** In words. */
	text: string;
	cardIds: string[];
}

/** Everything that is not as the log and the fields say; empty when all is well. Changes nothing. */
export async function checkDatabase(db: OnsiteDb): Promise<Finding[]> {
	throw new Error(`Not written yet: ${db.name}`);
}

/** Rebuilds all caches from the truth in one transaction and returns what was found; take a snapshot before. */
export async function repairDatabase(db: OnsiteDb): Promise<Finding[]> {
	throw new Error(`Not written yet: ${db.name}`);
}
