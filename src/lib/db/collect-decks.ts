/** Gathers own decks and the catalog in the shape that every exporter takes. */
import type { CardSource } from '../content/card.ts';
import type { NoteType, OwnDeck, OwnNote } from '../content/note.ts';
import { noteCardId } from '../content/own-note.ts';
import type {
	ImportedCollection,
	ImportedMedia,
	ImportedNoteType,
	ImportedPreset,
} from '../deck-import/imported.ts';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import type { Preset } from '../scheduler/preset.ts';
import { reading } from './atomic.ts';
import type { CardRow } from './card-row.ts';
import { collectedCatalog } from './collect-catalog.ts';
import { collectedCard, collectedLog, easeNow, startsOf } from './collect-progress.ts';
import { reviewsOfCards } from './history.ts';
import { mediaNames } from '../content/media-names.ts';
import { namedByType } from '../content/type-media.ts';
import { allNoteTypes } from './note-types.ts';
import { allNotes, readNotes } from './read-note.ts';
import { recordsOf } from './records.ts';
import type { OnsiteDb } from './schema.ts';
import { readStudyDecks, type StudyDecks } from './study-decks.ts';

/** A card of the catalog with the deck that it goes out in. */
export interface CatalogCard {
	source: CardSource;
	path: readonly string[];
}

export interface ExportChoice {
	/** The whole of it, own decks, one deck with those under it, the catalog, or notes by their ids beside its cards. */
	what: 'all' | 'own' | 'catalog' | { deck: string } | { notes: readonly string[] };
	/** With progress, history and options of decks; else every card is new. */
	scheduling: boolean;
	media: boolean;
}

/** Where it stands; called between the parts. */
export type CollectWatch = (part: 'notes' | 'history') => void;

/**
 * What was chosen, of one moment.
 * @param catalog every card of it, in its order; beside notes those that were chosen
 * @param now ms since the epoch, and the study day
 * @throws DbError
 */
export async function collectDecks(
	db: OnsiteDb,
	catalog: readonly CatalogCard[],
	{ what, scheduling, media }: ExportChoice,
	now: { t: number; day: number },
	watch: CollectWatch = () => {},
): Promise<ImportedCollection> {
	return reading(db, ['records', 'cards', 'reviews', 'blocks', 'media'], async () => {
		watch('notes');
		const decks = await readStudyDecks(db);
		const rows = await ownRows(db, what, decks);
		const byNote = new Map<string, CardRow[]>();
		for (const row of rows) byNote.set(row.noteId, [...(byNote.get(row.noteId) ?? []), row]);
		const notes = await notesOf(db, what, byNote);
		const withCatalog = typeof what === 'string' ? what !== 'own' : 'notes' in what;
		const built = withCatalog ? await collectedCatalog(db, catalog) : undefined;
		const cards = notes.flatMap(({ id }) => byNote.get(id) ?? []);
		const all = [...cards, ...(built?.rows ?? [])];
		watch('history');
		const logs = scheduling
			? await reviewsOfCards(db, new Set(all.map(({ id }) => id)))
			: new Map<string, never[]>();
		const ownDecks = decksOf(cards, decks);
		const homes = new Map([...(built?.homes ?? [])]);
		const types = await typesOf(db, notes);
		const starts = scheduling ? await startsOf(db, all) : new Map<string, never>();
		const eases = new Map(
			notes.flatMap(({ id, eases: known = {} }) =>
				Object.entries(known).map(([ordinal, ease]) => [noteCardId(id, Number(ordinal)), ease]),
			),
		);
		const none = { total: 0, first: [] };
		return {
			...{ format: 'anki', origin: 'Onsite', made: now.t, skipped: none, repaired: none },
			noteTypes: [...types, ...(built?.noteTypes ?? [])].filter(firstOfKey),
			notes: [
				...notes.map(({ id, guid, noteType, fields, tags, modified, made, traits }) => ({
					...{ key: id, guid, noteType, fields, tags, modified },
					...(made === undefined ? {} : { made }),
					...(traits ? { own: traits } : {}),
				})),
				...(built?.notes ?? []),
			],
			cards: all.map((row) => ({
				...collectedCard(
					row,
					{ scheduling, today: now.day },
					{ start: starts.get(row.id), ease: easeNow(eases.get(row.id), logs.get(row.id) ?? []) },
				),
				deck: homes.get(row.id) ?? row.deckId,
			})),
			decks: [
				...ownDecks.map(({ id, path, description }) => {
					const preset = scheduling ? presetOf(id, decks) : undefined;
					return { key: id, path, description, ...(preset ? { preset: preset.id } : {}) };
				}),
				...(built?.decks ?? []),
			],
			media: media ? await mediaOf(db, what, notes, types) : [],
			reviews: collectedLog(all, logs, starts, decks),
			presets: scheduling ? presetsOf(ownDecks, decks) : [],
		};
	});
}

/** Rows of own cards that are chosen; hidden ones stay. */
async function ownRows(
	db: OnsiteDb,
	what: ExportChoice['what'],
	{ tree }: StudyDecks,
): Promise<CardRow[]> {
	if (what === 'catalog') return [];
	if (typeof what === 'object' && 'notes' in what) {
		const notes = await readNotes(db, what.notes);
		const ids = [...notes.values()].flatMap(({ id, ordinals }) =>
			ordinals.map((ordinal) => noteCardId(id, ordinal)),
		);
		return (await db.cards.bulkGet(ids)).filter(
			(row) => row !== undefined && !row.gone,
		) as CardRow[];
	}
	const all = await db.cards.where(':id').startsWithAnyOf('note/', 'own/').toArray();
	const shown = all.filter(({ gone }) => !gone);
	if (typeof what === 'string') return shown;
	const under = new Set([what.deck, ...tree.under(what.deck).map(({ deck }) => deck.id)]);
	return shown.filter(({ deckId }) => under.has(deckId));
}

/** The notes that have one of the cards, in the order in which new ones come. */
async function notesOf(
	db: OnsiteDb,
	what: ExportChoice['what'],
	byNote: ReadonlyMap<string, readonly CardRow[]>,
): Promise<OwnNote[]> {
	if (byNote.size === 0) return [];
	const chosen = typeof what === 'object' && 'notes' in what;
	const notes = chosen ? [...(await readNotes(db, what.notes)).values()] : await allNotes(db);
	return notes
		.filter(({ id }) => byNote.has(id))
		.sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

async function typesOf(db: OnsiteDb, notes: readonly OwnNote[]): Promise<ImportedNoteType[]> {
	const used = new Set(notes.map(({ noteType }) => noteType));
	const types = (await allNoteTypes(db)).filter(({ id }) => used.has(id));
	const keys = new Map(
		(await recordsOf(db, 'noteType')).map(({ id, fields }) => [id, fields['anki']] as const),
	);
	return types.map((type) => collectedType(type, keys.get(type.id)));
}

/** Types keep the number that Anki calls them by: another one would be another type to it. */
export function collectedType({ id, ...type }: NoteType, anki?: unknown): ImportedNoteType {
	return { ...type, key: id, ...(typeof anki === 'string' ? { anki } : {}) };
}

function firstOfKey(
	{ key }: { key: string },
	at: number,
	all: readonly { key: string }[],
): boolean {
	return all.findIndex((each) => each.key === key) === at;
}

function decksOf(rows: readonly CardRow[], { tree }: StudyDecks): OwnDeck[] {
	const used = new Set(rows.map(({ deckId }) => deckId));
	return [...used].map((id) => {
		// Cards made after interviews lie among those of the catalog.
		const path = id.startsWith('deck/') ? ['Recovered'] : ['From interviews'];
		return tree.node(id)?.deck ?? { id, path, description: '', daily: true };
	});
}

/** The preset of a deck, unless it is the default one as everybody has it. */
function presetOf(deckId: string, decks: StudyDecks): Preset | undefined {
	const preset = decks.presetOf(deckId);
	const names = Object.keys(DEFAULT_PRESET) as (keyof Preset)[];
	const same = names.every((name) => String(preset[name]) === String(DEFAULT_PRESET[name]));
	return same ? undefined : preset;
}

function presetsOf(own: readonly OwnDeck[], decks: StudyDecks): ImportedPreset[] {
	const presets = new Map<string, ImportedPreset>();
	for (const { id } of own) {
		const preset = presetOf(id, decks);
		if (!preset) continue;
		const { id: key, name, ...options } = preset;
		presets.set(key, { key, name, options });
	}
	return [...presets.values()];
}

/** Media with a name; those of chosen notes alone where not everything goes out. */
async function mediaOf(
	db: OnsiteDb,
	what: ExportChoice['what'],
	notes: readonly OwnNote[],
	types: readonly ImportedNoteType[],
): Promise<ImportedMedia[]> {
	if (what === 'catalog' || (typeof what === 'object' && notes.length === 0)) return [];
	const texts = typeof what === 'string' ? [] : notes.flatMap(({ fields }) => [...fields]);
	// A type may say `<img src="{{Picture}}">`, and the field no more than the name.
	const named = new Set(texts.flatMap((text) => [text.trim(), ...mediaNames(text)]));
	const byType = types.map(namedByType);
	const here = new Set<unknown>(await db.media.toCollection().primaryKeys());
	return (await recordsOf(db, 'media')).flatMap(({ id, fields }) => {
		const { hash, type, size, deleted } = fields;
		if (deleted === true || typeof hash !== 'string' || typeof type !== 'string') return [];
		if (!here.has(hash)) return [];
		const isNamed = named.has(id) || id.startsWith('_') || byType.some((names) => names(id));
		// Whoever takes all wants all.
		if (typeof what === 'object' && !isNamed) return [];
		return [{ name: id, hash, type, size: Number(size) }];
	});
}
