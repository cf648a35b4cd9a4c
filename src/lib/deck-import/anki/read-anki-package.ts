/** Reads `.apkg` and `.colpkg` of every generation into the common shape. */
import type { Reader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { openArchive, type Archive } from '../archive/open-archive.ts';
import type { ImportEnvironment } from '../import-environment.ts';
import type {
	ImportedCard,
	ImportedCollection,
	ImportedDeck,
	ImportedNote,
	ImportedNoteType,
} from '../imported.ts';
import { Remarks } from '../remarks.ts';
import { ankiClock } from './anki-days.ts';
import { readSettings } from './collection-settings.ts';
import {
	packageGeneration,
	unpackCollection,
	type PackageGeneration,
} from './package-generation.ts';
import { readCards } from './read-cards.ts';
import { DEFAULT_DECK, readDecks, type AnkiDecks } from './read-decks.ts';
import { readMedia } from './read-media.ts';
import { readNotes } from './read-notes.ts';
import { labelOf } from './read-notes.ts';
import { readNoteTypes } from './read-note-types.ts';
import { readPresets } from './read-presets.ts';
import { readReviews } from './read-reviews.ts';
import { restoreCarried } from './restore-carried.ts';
import { openSqlite, type SqliteFile } from './sqlite-file.ts';

/** All that is ever read; each must be a plain table. */
const TABLES = [
	...['col', 'notes', 'cards', 'revlog', 'notetypes', 'fields', 'templates'],
	...['decks', 'deck_config', 'config'],
];

/**
 * Reads a package. Media go to `environment.keepMedia` on the way; everything else is in the result.
 * @throws ImportError; single records that cannot be are in `skipped` instead
 */
export async function readAnkiPackage(
	source: Uint8Array | Reader<unknown>,
	environment: ImportEnvironment,
): Promise<ImportedCollection> {
	const archive = await openArchive(source, environment.limits);
	try {
		const generation = await packageGeneration(archive);
		const skipped = new Remarks();
		const collection = await readDatabase(archive, generation, environment, skipped);
		const media = await readMedia(archive, generation, environment, skipped);
		return { ...collection, media, skipped: skipped.list() };
	} finally {
		await archive.close();
	}
}

async function readDatabase(
	archive: Archive,
	generation: PackageGeneration,
	environment: ImportEnvironment,
	skipped: Remarks,
): Promise<Omit<ImportedCollection, 'media' | 'skipped'>> {
	environment.watch({ stage: 'unpack', done: 0, total: 0 });
	const bytes = await unpackCollection(archive, generation, environment.limits);
	const file = openSqlite(await environment.sql(), bytes, TABLES);
	try {
		return readTables(file, generation, environment, skipped);
	} finally {
		file.close();
	}
}

function readTables(
	file: SqliteFile,
	{ origin }: PackageGeneration,
	environment: ImportEnvironment,
	skipped: Remarks,
): Omit<ImportedCollection, 'media' | 'skipped'> {
	const { limits, watch, now, zone } = environment;
	const settings = readSettings(file);
	const repaired = new Remarks();
	const types = readNoteTypes(file, settings, skipped);
	const reading = { file, types, limits, watch, skipped, repaired };
	const { notes, places } = readNotes(reading);
	const decks = readDecks(file, settings);
	const clock = ankiClock(settings.created, settings.offsetWest, zone);
	const cards = readCards({ ...reading, notes, decks, clock, now });
	const { scheduler } = settings;
	const reviews = readReviews({ ...reading, cards, now, scheduler });
	const { types: shown, notes: studied } = restoreCarried(
		types,
		withCards(notes, places, cards, skipped),
	);
	const presets = readPresets(file, settings);
	const known = ({ preset }: ImportedDeck) => preset === undefined || presets.has(preset);
	const used = usedDecks(decks, cards);
	const chosen = new Set(used.map(({ preset }) => preset));
	return {
		...{ format: 'anki', origin, made: settings.modified, reviews },
		noteTypes: usedTypes(shown, studied),
		...{ notes: studied, places },
		cards: [...cards.values()],
		decks: used.map((deck) => (known(deck) ? deck : withoutPreset(deck))),
		presets: [...presets.values()].filter(({ key }) => chosen.has(key)),
		repaired: repaired.list(),
	};
}

/** Notes that have a card; others would never be met. */
function withCards(
	notes: ReadonlyMap<string, ImportedNote>,
	places: ReadonlyMap<string, number>,
	cards: ReadonlyMap<string, ImportedCard>,
	skipped: Remarks,
): ImportedNote[] {
	const studied = new Set([...cards.values()].map(({ note }) => note));
	return [...notes.values()].filter((note) => {
		if (studied.has(note.key)) return true;
		skipped.add('note', places.get(note.key) ?? 0, labelOf(note.fields), 'it has no card');
		return false;
	});
}

function usedTypes(
	types: ReadonlyMap<string, ImportedNoteType>,
	notes: readonly ImportedNote[],
): ImportedNoteType[] {
	const used = new Set(notes.map(({ noteType }) => noteType));
	const inOrder = (a: ImportedNoteType, b: ImportedNoteType) => (a.key < b.key ? -1 : 1);
	return [...types.values()].filter(({ key }) => used.has(key)).sort(inOrder);
}

/** Decks with cards of their own; those above them are in their paths. */
function usedDecks(decks: AnkiDecks, cards: ReadonlyMap<string, ImportedCard>): ImportedDeck[] {
	const used = new Set([...cards.values()].map(({ deck }) => deck));
	const blank: ImportedDeck = { key: DEFAULT_DECK, path: ['Default'], description: '' };
	const all = decks.byKey.has(DEFAULT_DECK)
		? [...decks.byKey.values()]
		: [blank, ...decks.byKey.values()];
	return all.filter(({ key }) => used.has(key));
}

function withoutPreset({ key, path, description }: ImportedDeck): ImportedDeck {
	return { key, path, description };
}
