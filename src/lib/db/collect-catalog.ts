/** The catalog as notes that go out: as released, or as the person has edited them. */
import { catalogGuid } from '../content/catalog-guid.ts';
import { BASIC_TYPE } from '../content/own-note-types.ts';
import type { ImportedDeck, ImportedNote, ImportedNoteType } from '../deck-import/imported.ts';
import { newRow, type CardRow } from './card-row.ts';
import { CATALOG_DECK } from './catalog-rows.ts';
import type { CatalogCard } from './collect-decks.ts';
import type { OnsiteDb } from './schema.ts';

export interface CollectedCatalog {
	notes: ImportedNote[];
	rows: CardRow[];
	/** Keys of decks by card. */
	homes: Map<string, string>;
	decks: ImportedDeck[];
	noteTypes: ImportedNoteType[];
}

/** Within the caller's transaction over `cards` and `records`. */
export async function collectedCatalog(
	db: OnsiteDb,
	cards: readonly CatalogCard[],
): Promise<CollectedCatalog> {
	const ids = cards.map(({ source }) => source.id);
	const [rows, edits] = await Promise.all([
		db.cards.bulkGet(ids),
		db.records.bulkGet(ids.map((id) => ['note', id] as const)),
	]);
	const decks = new Map<string, ImportedDeck>();
	const { id: key, ...type } = BASIC_TYPE;
	const catalog: CollectedCatalog = {
		...{ notes: [], rows: [], homes: new Map(), decks: [], noteTypes: [{ ...type, key }] },
	};
	cards.forEach(({ source, path }, at) => {
		const row = rows[at];
		// Retired cards and those of another release have rows only where they were studied.
		if (source.retired && (!row || row.phase === 'new')) return;
		const { front = source.front, back = source.back, deleted } = edits[at]?.fields ?? {};
		const edited = deleted !== true && typeof front === 'string' && typeof back === 'string';
		const deck = `catalog/${path.join('::')}`;
		decks.set(deck, { key: deck, path, description: '' });
		const { id, kind, level, also, tags, answers, retired } = source;
		catalog.notes.push({
			...{ key: id, guid: catalogGuid(id), noteType: key, tags, modified: 0 },
			fields: edited ? [front, back] : [source.front, source.back],
			own: { kind, level, also, answers, ...(retired ? { retired } : {}) },
		});
		// One note each: the cards of a pattern are siblings here, but not of one text.
		catalog.rows.push({ ...(row ?? newRow(id, id, CATALOG_DECK, at)), noteId: id });
		catalog.homes.set(id, deck);
	});
	return { ...catalog, decks: [...decks.values()] };
}
