/** Finds cards of the catalog that have lost their row, or are hidden though the catalog has them. */
import { catalogCards } from './catalog-rows.ts';
import type { LibraryIndex } from '../content/library.ts';
import type { Finding } from './rebuild.ts';
import type { OnsiteDb } from './schema.ts';

/** Ids of built-in cards that no session would meet; within the caller's transaction. */
export async function catalogFaults(db: OnsiteDb, index: LibraryIndex): Promise<string[]> {
	// Of another release, whose cards come and go with the next start.
	if ((await db.meta.get('library'))?.value !== index.version) return [];
	const ids = [...catalogCards(index)].flatMap(({ id, retired }) => (retired ? [] : [id]));
	const rows = await db.cards.bulkGet(ids);
	return ids.filter((_, at) => rows[at]?.gone !== false);
}

/** The same in words. */
export function catalogFindings(ids: readonly string[]): Finding[] {
	return ids.map((id) => {
		const text = `Card ${id} of the catalog is missing or hidden, and would never come.`;
		return { kind: 'catalog', text, cardIds: [id] };
	});
}

/** Lets the catalog be taken in anew, which gives every card its row; within the caller's transaction. */
export async function forgetCatalog(db: OnsiteDb): Promise<void> {
	await db.meta.bulkDelete(['library', 'drills']);
}
