/** A deck that was deleted comes back with the first card that lies in it again. */
import type { OwnDeck } from '../content/note.ts';
import { deckFrom } from './read-decks.ts';
import type { OnsiteDb } from './schema.ts';

/** Of these decks those that were deleted, as they stood. */
export async function deletedDecks(db: OnsiteDb, ids: Iterable<string>): Promise<OwnDeck[]> {
	const unique = [...new Set(ids)];
	const records = await db.records.bulkGet(unique.map((id) => ['deck', id] as const));
	return records.flatMap((record) => {
		if (record?.fields['deleted'] !== true) return [];
		return deckFrom({ id: record.id, fields: { ...record.fields, deleted: false } }) ?? [];
	});
}

/** The edit by which a deck stands again. */
export function revivalOf({ id }: Pick<OwnDeck, 'id'>) {
	return { kind: 'deck' as const, id, fields: { deleted: false } };
}
