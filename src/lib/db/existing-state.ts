/** What is here already, as the judging of an import must know it. */
import { catalogGuid } from '../content/catalog-guid.ts';
import { drillOfCard } from '../content/drill-id.ts';
import { isOwnCard, noteOfCard } from '../content/own-note.ts';
import type {
	ExistingCard,
	ExistingNote,
	ExistingState,
} from '../deck-import/judge/existing-state.ts';
import { reading } from './atomic.ts';
import type { CardRow } from './card-row.ts';
import { noteFrom } from './note-fields.ts';
import { allNoteTypes } from './note-types.ts';
import { allDecks } from './read-decks.ts';
import { recordsOf } from './records.ts';
import type { OnsiteDb } from './schema.ts';
import type { StampedRecord } from './record.ts';

/** Reads every note and card: for an import, not for a start. @throws DbError */
export async function existingState(db: OnsiteDb): Promise<ExistingState> {
	return reading(db, ['records', 'cards'], async () => {
		const [types, records, rows, decks, media] = await Promise.all([
			allNoteTypes(db),
			recordsOf(db, 'note'),
			db.cards.toArray(),
			allDecks(db),
			recordsOf(db, 'media'),
		]);
		const cards = cardsByNote(rows);
		const known = new Map(types.map((type) => [type.id, type]));
		const notes = new Map<string, ExistingNote>();
		for (const row of rows) {
			if (isOwnCard(row.id) || row.gone || drillOfCard(row.id) !== undefined) continue;
			notes.set(catalogGuid(row.id), builtIn(row));
		}
		// A note that stands has its guid before one that was deleted.
		for (const deleted of [true, false]) {
			for (const record of records) {
				if (!isOwnCard(record.id) || (record.fields['deleted'] === true) !== deleted) continue;
				const note = noteFrom({ id: record.id, fields: { ...record.fields, deleted: false } });
				const type = note && known.get(note.noteType);
				if (!note) continue;
				notes.set(note.guid, {
					...{ id: note.id, text: type?.text ?? 'html', kind: type?.kind ?? 'plain' },
					...{ fieldNames: type?.fields ?? [], deckId: note.deck },
					...{ fields: note.fields, tags: note.tags, modified: note.modified },
					cards: cards.get(note.id) ?? new Map<number, ExistingCard>(),
					...(note.traits ? { own: note.traits } : {}),
					...(deleted ? { deleted } : {}),
				});
			}
		}
		return {
			notes,
			decks: new Map([
				...decks.flatMap(({ id, origin }) => (origin === undefined ? [] : [[origin, id] as const])),
				...decks.map(({ id, path }) => [path.join('::'), id] as const),
			]),
			media: new Map(media.flatMap(namedHash)),
		};
	});
}

function cardsByNote(rows: readonly CardRow[]): Map<string, Map<number, ExistingCard>> {
	const notes = new Map<string, Map<number, ExistingCard>>();
	for (const row of rows) {
		if (!isOwnCard(row.id)) continue;
		const { noteId, ordinal } = noteOfCard(row.id);
		const cards = notes.get(noteId) ?? new Map<number, ExistingCard>();
		cards.set(ordinal, existingCard(row));
		notes.set(noteId, cards);
	}
	return notes;
}

function existingCard({ id, phase, lastEntryT, gone }: CardRow): ExistingCard {
	return { id, studied: phase !== 'new' || lastEntryT > 0, ...(gone ? { hidden: true } : {}) };
}

/** A card of the catalog is found again by its guid; its words are those of the release. */
function builtIn(row: CardRow): ExistingNote {
	return {
		...{ id: row.noteId, text: 'markdown', kind: 'plain', deckId: '' },
		...{ fieldNames: [], fields: [], tags: [], modified: 0 },
		...{ cards: new Map([[0, existingCard(row)]]), builtIn: true },
	};
}

function namedHash({ id, fields: { hash, deleted } }: StampedRecord): [string, string][] {
	return typeof hash === 'string' && deleted !== true ? [[id, hash]] : [];
}
