/** What is exported comes back as it was, from every format, whatever people have written. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readAnkiPackage } from '../../src/lib/deck-import/anki/read-anki-package.ts';
import { CollectionBuilder } from '../../src/lib/deck-import/collection-builder.ts';
import { writeAnkiPackage } from '../../src/lib/deck-import/export/write-anki-package.ts';
import { writeJsonDeck } from '../../src/lib/deck-import/export/write-json-deck.ts';
import { writeMarkdownDeck } from '../../src/lib/deck-import/export/write-markdown-deck.ts';
import { writeTable } from '../../src/lib/deck-import/export/write-table.ts';
import type { ImportedCollection, ImportedSchedule } from '../../src/lib/deck-import/imported.ts';
import { openArchive } from '../../src/lib/deck-import/archive/open-archive.ts';
import { DEFAULT_PRESET } from '../../src/lib/scheduler/default-preset.ts';
import { readJsonDeck } from '../../src/lib/deck-import/json/read-json-deck.ts';
import { readMarkdown } from '../../src/lib/deck-import/markdown/read-markdown.ts';
import { hashOf } from '../../src/lib/deck-import/media/take-media.ts';
import { stockType } from '../../src/lib/deck-import/stock-types.ts';
import { readTable, suggestMapping } from '../../src/lib/deck-import/text/read-table.ts';
import { tableCollection } from '../../src/lib/deck-import/text/table-collection.ts';
import { arbitraryCollection, type CollectionShape } from '../support/arbitrary-collection.ts';
import { PIXEL } from '../support/build-anki-package.ts';
import { importEnvironment, NOW, sqlEngine } from '../support/import-environment.ts';

/** A collection by what people know it by, without keys. */
function canonical(collection: ImportedCollection) {
	const { noteTypes, notes, cards, decks, reviews } = collection;
	const types = new Map(noteTypes.map(({ key, ...type }) => [key, type]));
	const paths = new Map(decks.map(({ key, path, description }) => [key, [path, description]]));
	const guids = new Map(notes.map(({ key, guid }) => [key, guid]));
	const names = new Map(cards.map((card) => [card.key, `${guids.get(card.note)}/${card.ordinal}`]));
	return {
		notes: notes.map(({ guid, noteType, fields, tags, modified, own }) => ({
			...{ guid, type: types.get(noteType), fields, tags, modified, own },
		})),
		cards: cards.map(({ key, note, deck, ...card }) => ({
			...{ ...card, note: guids.get(note), name: names.get(key), deck: paths.get(deck) },
		})),
		reviews: reviews.map(({ card, ...review }) => ({ ...review, card: names.get(card) })),
	};
}

/** Notes alone, for formats without progress. */
function notesOf(collection: ImportedCollection) {
	const paths = new Map(collection.decks.map(({ key, path }) => [key, path]));
	const { notes, cards } = canonical(collection);
	const homes = new Map(collection.cards.map(({ note, deck }) => [note, paths.get(deck)]));
	return {
		notes: notes.map((note, at) => ({ ...note, deck: homes.get(collection.notes[at]!.key) })),
		cards: cards.map(({ name }) => name).sort(),
	};
}

const exporting = async () => ({ sql: await sqlEngine(), now: NOW, readMedia: async () => PIXEL });

async function databaseIn(bytes: Uint8Array<ArrayBuffer>) {
	const { Database } = await sqlEngine();
	const archive = await openArchive(bytes);
	return new Database(await archive.read('collection.anki21', 1e8));
}

/** One card that was answered. */
const studied: ImportedCollection = (() => {
	const builder = new CollectionBuilder('anki', '');
	const schedule: ImportedSchedule = {
		...{ phase: 'review', due: 20_000, intraday: false, interval: 12, reps: 3, lapses: 1, left: 0 },
		...{ ease: 0, lastT: 1_700_000_000_000, memory: { stability: 12, difficulty: 5 } },
	};
	builder.add({
		...{ number: 1, type: stockType('Basic', 'html', ['Front', 'Back']), fields: ['a', 'b'] },
		...{ tags: [], deck: ['D'], guid: 'g', schedules: [schedule] },
	});
	return builder.finish();
})();

const SHAPES: CollectionShape[] = [
	{ text: 'html', own: false, studied: true },
	{ text: 'markdown', own: false, studied: true },
	{ text: 'markdown', own: true, studied: false },
];

describe.each(SHAPES)('a collection in %j', (shape) => {
	test('goes to Anki and back', { timeout: 60_000 }, async () => {
		const context = await exporting();
		await fc.assert(
			fc.asyncProperty(arbitraryCollection(shape), async (collection) => {
				const read = await readAnkiPackage(
					await writeAnkiPackage(collection, context),
					importEnvironment(),
				);
				expect([read.skipped.first, read.repaired.first]).toEqual([[], []]);
				expect(canonical(read)).toEqual(canonical(collection));
			}),
			{ numRuns: 60 },
		);
	});

	test('goes through JSON', () => {
		fc.assert(
			fc.property(arbitraryCollection(shape), (collection) => {
				const read = readJsonDeck(writeJsonDeck(collection));
				expect(read).toEqual({ ...collection, format: 'json' });
			}),
		);
	});

	test('goes through Markdown', () => {
		fc.assert(
			fc.property(arbitraryCollection(shape), (collection) => {
				const { text, skipped } = writeMarkdownDeck(collection);
				const read = readMarkdown(text, 'File');
				expect([skipped.total, read.skipped.first, read.repaired.first]).toEqual([0, [], []]);
				expect(notesOf(read)).toEqual(notesOf(collection));
				expect(writeMarkdownDeck(read).text).toBe(text);
			}),
			{ numRuns: 300 },
		);
	});
});

test.each([false, true])('a collection goes through CSV, safe for spreadsheets: %s', (safe) => {
	const shape: CollectionShape = { text: 'html', own: false, studied: false };
	fc.assert(
		fc.property(arbitraryCollection(shape), (collection) => {
			const text = writeTable(collection, { safe });
			const table = readTable(text);
			const read = tableCollection(table, suggestMapping(table, 'File'));
			expect(read.skipped.first).toEqual([]);
			const plain = (of: ImportedCollection) => {
				const { notes, cards } = notesOf(of);
				return { notes: notes.map((note) => ({ ...note, modified: 0 })), cards };
			};
			expect(plain(read)).toEqual(plain(collection));
		}),
		{ numRuns: 300 },
	);
});

describe('CSV', () => {
	const formulas = ['=cmd|x', '+1', '-x', '@Override', '\tx', "'=kept", '=> arrow'];
	const builder = new CollectionBuilder('json', '');
	const type = stockType('Basic', 'html', ['Front', 'Back']);
	formulas.forEach((back, at) => {
		builder.add({ number: at, type, fields: [`front ${at}`, back], tags: [], deck: ['D'] });
	});
	const collection = builder.finish();
	const cells = (text: string) =>
		text
			.split('\n')
			.slice(8, -1)
			.map((line) => line.replace(/^.*front \d,/, ''));

	it('keeps formulas as they are where it is to be exact', () => {
		expect(cells(writeTable(collection, { safe: false }))).toEqual([
			...['=cmd|x', '+1', '-x', '@Override', '"\tx"', `"'=kept"`, '=> arrow'],
		]);
	});

	it('defuses them where a spreadsheet may open it', () => {
		expect(cells(writeTable(collection, { safe: true }))).toEqual([
			...[`"'=cmd|x"`, `"'+1"`, `"'-x"`, `"'@Override"`, `"'\tx"`, `"''=kept"`, `"'=> arrow"`],
		]);
	});
});

describe('an exported package', () => {
	it('keeps media, presets and note types of any kind', async () => {
		const collection = readJsonDeck(
			JSON.stringify({
				...{ format: 'onsite-deck', version: 1, origin: '', made: 1_750_000_000_000, reviews: [] },
				noteTypes: [
					{
						...{ key: '7', name: 'Odd', kind: 'occlusion', text: 'html', css: '.card {}' },
						fields: ['Occlusion', 'Image', 'Header'],
						templates: [{ name: 'T', front: '{{cloze:Occlusion}}{{Image}}', back: '{{Image}}' }],
					},
				],
				notes: [
					{
						...{ key: '8', guid: 'g', noteType: '7', tags: ['a::b'], modified: 1_700_000_000_000 },
						fields: [
							'{{c1::image-occlusion:rect:left=.1:top=.1:width=.1:height=.1}}',
							'<img src="ä.png">',
							'',
						],
					},
				],
				cards: [
					{
						...{ key: '9', note: '8', ordinal: 0, deck: '5', position: 3, suspended: false },
						...{ buried: 'sibling', flag: 2 },
					},
				],
				decks: [{ key: '5', path: ['A', 'B'], description: 'd', preset: '6' }],
				presets: [
					{
						...{ key: '6', name: 'P' },
						options: {
							...{ desiredRetention: 0.85, learningSteps: [1, 15], relearningSteps: [20] },
							...{ maximumInterval: 400, newPerDay: 7, reviewsPerDay: 77, newMix: 'new-first' },
							...{ reviewOrder: 'overdueness', buryNewSiblings: true, buryReviewSiblings: false },
							...{
								leechThreshold: 6,
								leechAction: 'suspend',
								answerCap: 90,
								autoplaySounds: false,
							},
							easyDays: ['normal', 'normal', 'normal', 'normal', 'normal', 'reduced', 'minimum'],
						},
					},
				],
			}),
		);
		const media = [
			{
				name: 'ä.png',
				hash: await hashOf(PIXEL, 'SHA-256'),
				type: 'image/png',
				size: PIXEL.length,
			},
		];
		const environment = importEnvironment();
		const bytes = await writeAnkiPackage({ ...collection, media }, await exporting());
		const read = await readAnkiPackage(bytes, environment);
		expect(canonical(read)).toEqual(canonical(collection));
		expect([read.media, read.presets]).toEqual([media, collection.presets]);
		expect([...environment.kept.values()]).toEqual([PIXEL]);
	});

	it('tells Anki how fast a memory fades, and how LaTeX begins', async () => {
		const weights = DEFAULT_PRESET.weights.with(20, 0.25);
		const collection: ImportedCollection = {
			...studied,
			presets: [{ key: 'p', name: 'P', options: { weights, desiredRetention: 0.85 } }],
			decks: studied.decks.map((deck) => ({ ...deck, preset: 'p' })),
		};
		const db = await databaseIn(await writeAnkiPackage(collection, await exporting()));
		const [data, models] = ['SELECT data FROM cards', 'SELECT models FROM col'].map((query) =>
			JSON.parse(String(db.exec(query)[0]?.values[0]?.[0])),
		);
		expect(data).toMatchObject({ s: 12, d: 5, dr: 0.85, decay: 0.25 });
		expect(Object.values(models)[0]).toMatchObject({
			latexPre: expect.stringMatching(/^\\documentclass[^]*\\begin\{document\}\n$/),
			latexPost: '\\end{document}',
		});
	});

	it('numbers notes and cards by the instants of their making, each once', async () => {
		const builder = new CollectionBuilder('anki', '');
		const type = stockType('Basic (and reversed card)', 'html', ['Front', 'Back']);
		for (const guid of ['x', 'y', 'z']) {
			builder.add({ number: 1, type, fields: [guid, 'b'], tags: [], deck: ['D'], guid });
		}
		const made = Date.UTC(2016, 1, 1);
		const { notes, ...file } = builder.finish();
		const dated = { ...file, notes: notes.map((note, at) => ({ ...note, made: made + at })) };
		const bytes = await writeAnkiPackage(dated, await exporting());
		const db = await databaseIn(bytes);
		const ids = (table: string) =>
			db.exec(`SELECT id - ${made} FROM ${table} ORDER BY id`)[0]?.values.flat();
		expect([ids('notes'), ids('cards')]).toEqual([
			[0, 1, 2],
			[0, 1, 2, 3, 4, 5],
		]);
		const read = await readAnkiPackage(bytes, importEnvironment());
		expect(read.notes.map((note) => note.made)).toEqual([made, made + 1, made + 2]);
	});

	it('gives a note that was edited in Anki as HTML, without its old source', async () => {
		const builder = new CollectionBuilder('markdown', '');
		const type = stockType('Basic', 'markdown', ['Front', 'Back']);
		builder.add({ number: 1, type, fields: ['**a**', 'b'], tags: [], deck: ['D'], guid: 'g' });
		const { buildZip } = await import('../support/build-zip.ts');
		const db = await databaseIn(await writeAnkiPackage(builder.finish(), await exporting()));
		db.run(`UPDATE notes SET flds = replace(flds, '<strong>a</strong>', '<i>c</i>')`);
		const edited = buildZip([{ name: 'collection.anki21', data: db.export() }]);
		const { notes, noteTypes } = await readAnkiPackage(edited, importEnvironment());
		expect(notes[0]?.fields).toEqual(['<p><i>c</i></p>', '<p>b</p>']);
		expect(noteTypes.map(({ text, fields }) => [text, fields])).toEqual([
			['html', ['Front', 'Back']],
		]);
	});
});

test.each(['two words', 'a,b', '[a]', '"q"', "it's", 'a\\b'])(
	'a tag like %j goes through Markdown with those beside it',
	(tag) => {
		const builder = new CollectionBuilder('anki', '');
		builder.add({
			...{ number: 1, type: stockType('Basic', 'markdown', ['Front', 'Back']), guid: 'g' },
			...{ fields: ['a', 'b'], tags: ['x', tag], deck: ['D'] },
		});
		const { text } = writeMarkdownDeck(builder.finish());
		expect(readMarkdown(text, 'File').notes[0]?.tags).toEqual(['x', tag]);
	},
);

test('tags stay as many as they are where blanks part them', async () => {
	const builder = new CollectionBuilder('anki', '');
	builder.add({
		...{ number: 1, type: stockType('Basic', 'html', ['Front', 'Back']), guid: 'g' },
		...{ fields: ['a', 'b'], tags: ['two words', 'a,b', 'x'], deck: ['D'] },
	});
	const written = builder.finish();
	const table = readTable(writeTable(written, { safe: true }));
	const packed = await writeAnkiPackage(written, await exporting());
	const tags = ['two_words', 'a,b', 'x'];
	expect(tableCollection(table, suggestMapping(table, 'x')).notes[0]?.tags).toEqual(tags);
	expect((await readAnkiPackage(packed, importEnvironment())).notes[0]?.tags).toEqual(tags);
});
