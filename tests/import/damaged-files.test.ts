/** Every reader, given damaged files, ends in a collection or in an error with words, within bounds. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnkiPackage } from '../../src/lib/deck-import/anki/read-anki-package.ts';
import { unpackZstd } from '../../src/lib/deck-import/archive/unpack-zstd.ts';
import { StudyDays } from '../../src/lib/deck-import/history/study-days.ts';
import type { ImportEnvironment } from '../../src/lib/deck-import/import-environment.ts';
import { ImportError } from '../../src/lib/deck-import/import-error.ts';
import { NOTHING_YET } from '../../src/lib/deck-import/judge/existing-state.ts';
import { judgeImport } from '../../src/lib/deck-import/judge/judge-import.ts';
import { readJsonDeck } from '../../src/lib/deck-import/json/read-json-deck.ts';
import { readMarkdown } from '../../src/lib/deck-import/markdown/read-markdown.ts';
import { readMochi } from '../../src/lib/deck-import/mochi/read-mochi.ts';
import { readDeckFile } from '../../src/lib/deck-import/read-deck-file.ts';
import { renderImportedCard } from '../../src/lib/deck-import/template/render-card.ts';
import { decodeText } from '../../src/lib/deck-import/text/decode-text.ts';
import { readTable, suggestMapping } from '../../src/lib/deck-import/text/read-table.ts';
import { tableCollection } from '../../src/lib/deck-import/text/table-collection.ts';
import type { ImportedCollection } from '../../src/lib/deck-import/imported.ts';
import { LIMITS } from '../../src/lib/deck-import/limits.ts';
import { DEFAULT_PRESET } from '../../src/lib/scheduler/default-preset.ts';
import { isSoundReview } from '../../src/lib/scheduler/replay.ts';
import {
	ankiSpec,
	buildAnkiDatabase,
	cardRow,
	CLOZE,
	noteRow,
} from '../support/build-anki-database.ts';
import { buildAnkiPackage, PIXEL } from '../support/build-anki-package.ts';
import { proto } from '../support/build-protobuf.ts';
import { buildZip, bytesOf } from '../support/build-zip.ts';
import { buildZstd } from '../support/build-zstd.ts';
import { importEnvironment, NOW } from '../support/import-environment.ts';
import { damages, mutateBytes } from '../support/mutate-bytes.ts';
import { REPORT_CASES } from '../support/report-cases.ts';

const MIB = 2 ** 20;
/** What a byte of a file may become: packages shrink their text, and a short mark may make a card. */
const PER_BYTE = 40;
/** What types of notes take whatever the size of the file. */
const BESIDE = 20_000;
/** Words of progress, files kept, bytes of them: more than any of the seeds has. */
const MOST_WORDS = 1000;
const MOST_KEPT = 20;
const SPEC = {
	notes: [1, 2, 3]
		.map((id) => noteRow(id, { tags: ' a b ' }))
		.concat(
			noteRow(4, {
				mid: CLOZE.id,
				flds: '{{c1::a {{c2::b::h}}}}\x1f<img src="a.png">[sound:b.mp3]',
			}),
		),
	cards: [
		cardRow(1, 1, {
			type: 2,
			queue: 2,
			due: 300,
			ivl: 30,
			factor: 2500,
			reps: 3,
			data: '{"s":3,"d":5}',
		}),
		...[2, 3, 4].map((id) => cardRow(id, id)),
	],
	reviews: [1, 2, 3].map((at) => ({ id: 1_750_000_000_000 + at, cid: 1, ivl: at })),
};
const options = {
	...{ days: new StudyDays({ timeZone: 'UTC', rolloverHour: 4 }), weights: DEFAULT_PRESET.weights },
	...{ now: NOW, retention: 0.9, scheduling: true },
};

/** Records and characters of a collection. */
function weightOf(collection: ImportedCollection): number {
	const { notes, cards, reviews, media, decks, noteTypes, skipped, repaired } = collection;
	const lists = [notes, cards, reviews, media, decks, noteTypes, skipped.first, repaired.first];
	const text = [notes, noteTypes, decks].map((list) => JSON.stringify(list).length);
	return [...lists.map(({ length }) => length), ...text].reduce((sum, each) => sum + each, 0);
}

/** Whatever was read must bear being judged and shown, and be no larger than the file accounts for. */
function use(collection: ImportedCollection, size: number): void {
	expect(weightOf(collection)).toBeLessThan(PER_BYTE * size + BESIDE);
	const plan = judgeImport(collection, NOTHING_YET, options);
	for (const { history } of plan.cards) {
		for (const review of history?.reviews ?? []) {
			const whole = { ...review, id: '1', cardId: '1', params: 'p', dev: 'd' };
			expect(isSoundReview(whole)).toBe(true);
		}
	}
	const types = new Map(collection.noteTypes.map((type) => [type.key, type]));
	const notes = new Map(collection.notes.map((note) => [note.key, note]));
	for (const card of collection.cards) {
		const note = notes.get(card.note);
		const type = types.get(note?.noteType ?? '');
		expect(note && type).toBeDefined();
		const context = { media: () => undefined, deck: ['D'] };
		const shown = renderImportedCard(note!, type!, card.ordinal, context);
		expect(shown.frontHtml.length).toBeLessThan(3 * MIB);
	}
}

type Reading = (bytes: Uint8Array<ArrayBuffer>) => Promise<ImportedCollection> | ImportedCollection;

async function read(bytes: Uint8Array<ArrayBuffer>, reading: Reading): Promise<void> {
	let collection: ImportedCollection;
	try {
		collection = await reading(bytes);
	} catch (error) {
		expect(error).toBeInstanceOf(ImportError);
		expect((error as ImportError).message).toContain('Nothing has been changed.');
		return;
	}
	use(collection, bytes.length);
}

async function fuzz(seed: Uint8Array, reading: Reading, numRuns: number): Promise<void> {
	const before = process.memoryUsage().rss;
	await fc.assert(
		fc.asyncProperty(damages, (list) => read(mutateBytes(seed, list), reading)),
		{ numRuns },
	);
	expect(process.memoryUsage().rss - before).toBeLessThan(300 * MIB);
}

/** Counts instead of a clock: what goes on for ever says a word too many. */
function counted(): ImportEnvironment {
	let [words, kept, size] = [0, 0, 0];
	return importEnvironment({
		watch: () => {
			if ((words += 1) > MOST_WORDS) throw new Error('it goes on and on');
		},
		keepMedia: (_, bytes) => {
			if ((kept += 1) > MOST_KEPT || (size += bytes.length) > MIB) throw new Error('it keeps on');
		},
	});
}

const anki = (bytes: Uint8Array) => readAnkiPackage(bytes, counted());
const TIME = { timeout: 120_000 };

describe('a damaged', () => {
	test.each([1, 2, 3] as const)('package of generation %i', TIME, async (generation) => {
		await fuzz(await buildAnkiPackage(generation, SPEC, { 'a.png': PIXEL }), anki, 300);
	});

	test.each([11, 18] as const)(
		'collection of schema %i within a whole package',
		TIME,
		async (schema) => {
			const seed = await buildAnkiDatabase(ankiSpec(SPEC), schema);
			const name = schema === 11 ? 'collection.anki21' : 'collection.anki21b';
			const pack = (data: Uint8Array) => (schema === 11 ? data : buildZstd(data));
			await fuzz(seed, (bytes) => anki(buildZip([{ name, data: pack(bytes), stored: true }])), 400);
		},
	);

	test('list of media within a whole package', TIME, async () => {
		const database = buildZstd(await buildAnkiDatabase(ankiSpec(SPEC), 18));
		const list = proto(
			[1, proto([1, 'a.png'], [2, 70], [3, new Uint8Array(20)])],
			[1, proto([1, 'b'])],
		);
		const around = (data: Uint8Array) =>
			buildZip([
				{ name: 'collection.anki21b', data: database, stored: true },
				...[
					{ name: 'media', data: buildZstd(data) },
					{ name: '0', data: buildZstd(PIXEL) },
				],
			]);
		await fuzz(list, (bytes) => anki(around(bytes)), 200);
	});

	test('list of note types within a whole collection', TIME, async () => {
		const seed = bytesOf(
			JSON.stringify({
				1: {
					id: 1_600_000_000_001,
					name: 'B',
					flds: [
						{ name: 'F', ord: 0 },
						{ name: 'G', ord: 1 },
					],
					tmpls: [
						{ name: 'T', ord: 0, qfmt: '{{#F}}{{F}}{{/F}}', afmt: '{{FrontSide}}{{hint:G}}' },
					],
				},
			}),
		);
		await fuzz(
			seed,
			async (bytes) => {
				const models = new TextDecoder().decode(bytes).replaceAll("'", "''").replaceAll('\0', '');
				return anki(
					await buildAnkiPackage(2, { ...SPEC, sql: [`UPDATE col SET models = '${models}'`] }),
				);
			},
			200,
		);
	});

	test('message of protobuf within a whole collection', TIME, async () => {
		const seed = proto(
			...([
				[1, [1, 15]],
				[2, [20]],
				[4, [1, 1, 1, 1, 1, 0.5, 0]],
			] as const),
			...([
				[9, 7],
				[10, 77],
				[16, 400],
				[21, 1],
				[37, { float: 0.85 }],
			] as const),
		);
		await fuzz(
			seed,
			async (bytes) => {
				const presetBlobs = [{ id: 5, name: 'Options', config: bytes }];
				const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
				const sql = ['notetypes', 'fields', 'templates'].map(
					(table) => `UPDATE ${table} SET config = config || x'${hex}'`,
				);
				return anki(await buildAnkiPackage(3, { ...SPEC, presetBlobs, sql }));
			},
			150,
		);
	});

	test('file of any kind, under any name', TIME, async () => {
		const names = ['x.apkg', 'x.colpkg', 'x.csv', 'x.md', 'x.json', 'x.mochi', 'x.txt', 'x', ''];
		for (const { bytes } of REPORT_CASES) {
			const seed = await bytes();
			await fc.assert(
				fc.asyncProperty(damages, fc.constantFrom(...names), (list, name) =>
					read(mutateBytes(seed, list), async (file) => {
						const found = await readDeckFile(name, file, counted());
						return found.kind === 'table'
							? tableCollection(found.table, found.mapping)
							: found.collection;
					}),
				),
				{ numRuns: 60 },
			);
		}
	});

	test('table in UTF-16', TIME, async () => {
		const text = '\uFEFFfront;back;tags\n"größer\n→";b;c d\n{{c1::x}};y;\n';
		const seed = new Uint8Array(Uint16Array.from(text, (char) => char.charCodeAt(0)).buffer);
		const reading = (bytes: Uint8Array) => {
			const table = readTable(decodeText(bytes).text);
			return tableCollection(table, suggestMapping(table, 'File'));
		};
		await fuzz(seed, reading, 600);
	});

	test('zstd frame', TIME, async () => {
		const real = Uint8Array.from(
			atob('KLUv/WTwIv0AALhPbnNpdGUgcmVhZHMgcGFja2FnZXMuIAEArYfyswlijH2O'),
			(char) => char.charCodeAt(0),
		);
		const before = process.memoryUsage().rss;
		fc.assert(
			fc.property(damages, (list) => {
				try {
					const bytes = unpackZstd(mutateBytes(real, list), MIB, 'It');
					expect(bytes.length).toBeLessThanOrEqual(MIB);
				} catch (error) {
					expect(error).toBeInstanceOf(ImportError);
				}
			}),
			{ numRuns: 5000 },
		);
		expect(process.memoryUsage().rss - before).toBeLessThan(300 * MIB);
	});

	test('table', TIME, async () => {
		const seed = bytesOf(
			'#separator:Comma\n#html:false\n#tags column:3\n"a ""b""\nc",d,e f\n{{c1::x}},y\n#z,1\n',
		);
		await fuzz(
			seed,
			(bytes) => {
				const table = readTable(decodeText(bytes).text);
				return tableCollection(table, suggestMapping(table, 'File'));
			},
			1500,
		);
	});

	test.each([
		'---\ndeck: "A::B"\n---\n\n### a\nkind: say\nlevel: expert\ntags: [a]\nQ: x\n```\ncode\n```\nA: y ==z==\n\n### b\nC: {{c1::x}}\n',
		'---\nname = "D"\n---\nQ: a\nA: b\n---\nC: [x] y\n',
		'#flashcards/a\n\na::b\n<!--SR:!2026-08-16,51,230-->\n\nc\n?\nd ==e==\n',
	])('deck in Markdown: %j', TIME, async (text) => {
		await fuzz(
			bytesOf(text),
			(bytes) => readMarkdown(decodeText(bytes).text, 'File', LIMITS),
			1000,
		);
	});

	test('deck in JSON', TIME, async () => {
		const whole = await anki(await buildAnkiPackage(2, SPEC));
		const { writeJsonDeck } = await import('../../src/lib/deck-import/export/write-json-deck.ts');
		await fuzz(bytesOf(writeJsonDeck(whole)), (bytes) => readJsonDeck(decodeText(bytes).text), 600);
	});

	test.each(['data.json', 'data.edn'])('deck of Mochi in %s', TIME, async (name) => {
		const text =
			name === 'data.json'
				? '["^ ","~:version",2,"~:decks",["~#list",[["^ ","~:id","~:d","~:name","D","~:cards",["~#list",[["^ ","^1","~:c","~:content","a\\n---\\n{{b}}","~:reviews",[["^ ","~:date","~m1750000000000","~:interval",3]]]]]]]]]'
				: '{:version 2 :decks [{:id :d :name "D" :cards ({:id :c :content "a {{2::b}}\\n---\\nb" :tags #{"x"} :reviews [{:date #inst "2026-01-01" :interval 3}]})}]}';
		const around = (data: Uint8Array) => buildZip([{ name, data }]);
		await fuzz(bytesOf(text), (bytes) => readMochi(around(bytes), counted()), 600);
	});
});
