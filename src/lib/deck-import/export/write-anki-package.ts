/** Writes a collection as an `.apkg` of the second kind, which every Anki since 2.1 opens, with progress and history. */
import {
	Uint8ArrayReader,
	Uint8ArrayWriter,
	ZipWriter,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import type { Database, SqlJsStatic } from 'sql.js';
import type { ImportedCollection, ImportedMedia } from '../imported.ts';
import { DEFAULT_PRESET } from '../../scheduler/default-preset.ts';
import { stockType } from '../stock-types.ts';
import { joinedTags } from '../tag-words.ts';
import { textOfHtml } from '../template/html-text.ts';
import { fieldsForAnki, typeForAnki } from '../anki/carried-source.ts';
import { deckOf, modelOf, presetOf, settingsOf } from './anki-lists.ts';
import { cardRow, reviewRow, type MemoryOptions } from './anki-rows.ts';
import { NumericIds } from './numeric-ids.ts';
import { ANKI_INDEXES, ANKI_TABLES } from './anki-schema.ts';

export interface AnkiExport {
	sql: SqlJsStatic;
	/** Told before each media file how many are in already. */
	watch?: (done: number, total: number) => void;
	/** ms since the epoch. */
	now: number;
	/** The bytes of a media file by its hash. */
	readMedia: (media: ImportedMedia) => Promise<Uint8Array<ArrayBuffer>>;
}

/** Where FSRS-6 keeps how fast memory fades among its weights. */
const DECAY = 20;
/** The version of the package, as the message of one field that Anki reads. */
const META = Uint8Array.of(8, 2);

/** The bytes of the package. Reading it back gives the same collection but for keys. */
export async function writeAnkiPackage(
	collection: ImportedCollection,
	{ sql, now, readMedia, watch = () => {} }: AnkiExport,
): Promise<Uint8Array<ArrayBuffer>> {
	const database = await databaseOf(collection, sql, now);
	const zip = new ZipWriter(new Uint8ArrayWriter(), {
		...{ useWebWorkers: false, extendedTimestamp: false, lastModDate: new Date(now) },
	});
	await zip.add('meta', new Uint8ArrayReader(META));
	await zip.add('collection.anki21', new Uint8ArrayReader(database));
	// As Anki does: versions that know no other name find a note there that says why.
	const note = await databaseOf(askingForUpdate(), sql, now);
	await zip.add('collection.anki2', new Uint8ArrayReader(note));
	for (const [index, media] of collection.media.entries()) {
		watch(index, collection.media.length);
		// Pictures and sounds are packed already.
		await zip.add(String(index), new Uint8ArrayReader(await readMedia(media)), { level: 0 });
	}
	const list = Object.fromEntries(collection.media.map(({ name }, index) => [String(index), name]));
	const names = new TextEncoder().encode(JSON.stringify(list));
	await zip.add('media', new Uint8ArrayReader(names));
	return (await zip.close()) as Uint8Array<ArrayBuffer>;
}

function askingForUpdate(): ImportedCollection {
	const text =
		'Please update to the latest Anki version, then import the .colpkg/.apkg file again.';
	const type = stockType('Basic', 'html', ['Front', 'Back']);
	const none = { total: 0, first: [] };
	const place = { deck: '1', position: 0, suspended: false, buried: 'none', flag: 0 } as const;
	return {
		...{ format: 'anki', origin: '', made: 0, media: [], reviews: [], presets: [], decks: [] },
		...{ noteTypes: [type], cards: [{ key: 'card', note: 'note', ordinal: 0, ...place }] },
		notes: [
			{
				key: 'note',
				guid: 'update',
				noteType: type.key,
				fields: [text, ''],
				tags: [],
				modified: 0,
			},
		],
		...{ skipped: none, repaired: none },
	};
}

async function databaseOf(
	collection: ImportedCollection,
	sql: SqlJsStatic,
	now: number,
): Promise<Uint8Array> {
	const db = new sql.Database();
	try {
		db.run(ANKI_TABLES);
		// One transaction: else every row is one.
		db.run('BEGIN');
		const dayZero = firstDay(collection, now);
		const ids = fillLists(db, collection, dayZero, now);
		await fillNotes(db, collection, ids, now);
		fillCards(db, collection, ids, dayZero, now);
		db.run('COMMIT');
		db.run(ANKI_INDEXES);
		return db.export();
	} finally {
		db.close();
	}
}

/** Before every date in the collection: Anki counts no day below 0. */
function firstDay({ cards, reviews }: ImportedCollection, now: number): number {
	const days = [Math.floor(now / 86_400_000)];
	for (const { schedule } of cards) {
		if (schedule && !schedule.intraday) days.push(schedule.due);
	}
	const [first] = reviews;
	if (first) days.push(Math.floor(first.t / 86_400_000));
	return days.reduce((least, day) => Math.min(least, day)) - 1;
}

interface Ids {
	types: NumericIds;
	decks: NumericIds;
	notes: NumericIds;
	cards: NumericIds;
}

function fillLists(
	db: Database,
	collection: ImportedCollection,
	dayZero: number,
	now: number,
): Ids {
	const ids: Ids = {
		...{ types: new NumericIds(now, true), decks: new NumericIds(now) },
		...{ notes: new NumericIds(now), cards: new NumericIds(now) },
	};
	const presetIds = new NumericIds(now, true);
	const mod = Math.floor(now / 1000);
	const models: Record<string, object> = {};
	for (const type of collection.noteTypes) {
		const id = ids.types.of(type.key, type.anki);
		models[id] = modelOf(typeForAnki(type), id, mod);
	}
	const presets: Record<string, object> = { 1: presetOf({ name: 'Default', options: {} }, 1, 0) };
	for (const preset of collection.presets) {
		const id = presetIds.of(preset.key);
		presets[id] = presetOf(preset, id, mod);
	}
	const decks: Record<string, object> = {
		1: deckOf({ path: ['Default'], description: '' }, 1, 1, mod),
	};
	for (const deck of collection.decks) {
		const id = ids.decks.of(deck.key);
		decks[id] = deckOf(deck, id, deck.preset === undefined ? 1 : presetIds.of(deck.preset), mod);
	}
	const lists = [settingsOf(collection.cards.length), models, decks, presets, {}];
	db.run('INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)', [
		...[dayZero * 86_400 + 14_400, collection.made || now, now],
		...lists.map((list) => JSON.stringify(list)),
	]);
	return ids;
}

async function fillNotes(
	db: Database,
	collection: ImportedCollection,
	ids: Ids,
	now: number,
): Promise<void> {
	const types = new Map(collection.noteTypes.map((type) => [type.key, type]));
	const insert = db.prepare(`INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')`);
	for (const note of collection.notes) {
		const type = types.get(note.noteType);
		if (!type) continue;
		const fields = fieldsForAnki(note, type).map((field) => field.replaceAll('\x1f', ' '));
		const mod = Math.floor((note.modified || now) / 1000);
		const tags = note.tags.length > 0 ? ` ${joinedTags(note.tags)} ` : '';
		const sort = textOfHtml(fields[0] ?? '');
		insert.run([
			...[numberOf(ids.notes, note.key, note.made), note.guid, ids.types.of(type.key), mod, tags],
			...[fields.join('\x1f'), sort, await checksum(sort)],
		]);
	}
	insert.free();
}

/** Anki finds equal first fields by the first 32 bits of their SHA-1. */
async function checksum(text: string): Promise<number> {
	const hash = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(text));
	return new DataView(hash).getUint32(0);
}

function fillCards(
	db: Database,
	collection: ImportedCollection,
	ids: Ids,
	dayZero: number,
	now: number,
): void {
	const { cards, reviews } = collection;
	const options = memoryOptions(collection);
	const marks = Array.from({ length: 18 }, () => '?').join();
	const insertCard = db.prepare(`INSERT INTO cards VALUES (${marks})`);
	const mod = Math.floor(now / 1000);
	const made = new Map(collection.notes.map(({ key, made }) => [key, made]));
	for (const card of cards) {
		const id = numberOf(ids.cards, card.key, made.get(card.note));
		const note = ids.notes.of(card.note);
		const deck = ids.decks.of(card.deck);
		insertCard.run(cardRow(card, { id, note, deck }, dayZero, mod, options(card.deck)));
	}
	insertCard.free();
	const insertReview = db.prepare('INSERT INTO revlog VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
	// The time is the key: of two entries in one millisecond the later moves on.
	let last = -Infinity;
	for (const review of reviews) {
		last = Math.max(last + 1, review.t);
		insertReview.run(reviewRow(review, last, ids.cards.of(review.card)));
	}
	insertReview.free();
}

/** Anki takes numbers of notes and cards for the instants of their making. */
function numberOf(ids: NumericIds, key: string, made: number | undefined): number {
	return made === undefined ? ids.of(key) : ids.near(key, made);
}

/** By key of a deck, what its preset says of memory. */
function memoryOptions({ decks, presets }: ImportedCollection): (deck: string) => MemoryOptions {
	const { weights: usual, desiredRetention: wanted } = DEFAULT_PRESET;
	const byPreset = new Map(presets.map(({ key, options }) => [key, options]));
	const byDeck = new Map(decks.map(({ key, preset = '' }) => [key, byPreset.get(preset)]));
	return (deck) => {
		const { weights = usual, desiredRetention = wanted } = byDeck.get(deck) ?? {};
		return { desiredRetention, decay: weights[DECAY] ?? usual[DECAY]! };
	};
}
