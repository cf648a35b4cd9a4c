/** Lets the screen have its turn in the middle of long work within a transaction. */
import type { OnsiteDb } from './schema.ts';

/** A request that finds nothing: other tasks run until it is answered, and the transaction stays open. */
export async function breathe(db: OnsiteDb): Promise<void> {
	await db.blocks.where(':id').equals('').primaryKeys();
}
