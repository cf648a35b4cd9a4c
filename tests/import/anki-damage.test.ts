/** What is wrong with a package is said, what can be put right is, and nothing else is taken. */
import { describe, expect, it, test } from 'vitest';
import { readAnkiPackage } from '../../src/lib/deck-import/anki/read-anki-package.ts';
import { ImportError } from '../../src/lib/deck-import/import-error.ts';
import { dayOfDate } from '../../src/lib/scheduler/study-day.ts';
import {
	ankiSpec,
	buildAnkiDatabase,
	cardRow,
	noteRow,
	type AnkiSpec,
} from '../support/build-anki-database.ts';
import { buildAnkiPackage, type Generation } from '../support/build-anki-package.ts';
import { proto } from '../support/build-protobuf.ts';
import { buildZip, bytesOf } from '../support/build-zip.ts';
import { importEnvironment, NOW } from '../support/import-environment.ts';

const note = noteRow;
const card = cardRow;

async function read(generation: Generation, spec: Partial<AnkiSpec>) {
	return readAnkiPackage(await buildAnkiPackage(generation, spec), importEnvironment());
}

async function refusal(bytes: Uint8Array | Promise<Uint8Array>): Promise<string> {
	try {
		await readAnkiPackage(await bytes, importEnvironment());
	} catch (error) {
		if (error instanceof ImportError) return error.kind;
		throw error;
	}
	return 'none';
}

describe('which collection is read', () => {
	const older = { notes: [note(1)], cards: [card(1, 1)] };
	const names = async (bytes: Promise<Uint8Array>) =>
		(await readAnkiPackage(await bytes, importEnvironment())).notes.map(({ guid }) => guid);

	it('is the newest where the package does not say', async () => {
		const meta = { name: 'meta', data: new Uint8Array() };
		expect(await names(buildAnkiPackage(3, older, {}, [meta]))).toEqual(['guid-1']);
		expect(await names(buildAnkiPackage(2, older, {}, [meta]))).toEqual(['guid-1']);
	});

	test.each<[string, string, Promise<Uint8Array>]>([
		[
			'a version to come',
			'too-new',
			buildAnkiPackage(3, {}, {}, [{ name: 'meta', data: proto([1, 4]) }]),
		],
		['a schema to come', 'too-new', buildAnkiPackage(2, { sql: ['UPDATE col SET ver = 19'] })],
		['a schema of before', 'damaged', buildAnkiPackage(2, { sql: ['UPDATE col SET ver = 3'] })],
		['no row of settings', 'damaged', buildAnkiPackage(2, { sql: ['DELETE FROM col'] })],
		['no settings at all', 'no-collection', buildAnkiPackage(2, { sql: ['DROP TABLE col'] })],
		[
			'a collection that is a web page',
			'damaged',
			buildAnkiPackage(1, {}, {}, [
				{ name: 'collection.anki2', data: bytesOf('<html>'.repeat(200)) },
			]),
		],
		[
			'an empty collection',
			'damaged',
			buildAnkiPackage(1, {}, {}, [{ name: 'collection.anki2', data: new Uint8Array() }]),
		],
		[
			'media that are no list',
			'damaged',
			buildAnkiPackage(1, {}, {}, [{ name: 'media', data: bytesOf('{"0":') }]),
		],
		[
			'models that are no list',
			'damaged',
			buildAnkiPackage(1, { sql: [`UPDATE col SET models = '{'`] }),
		],
	])('is none where there is %s', async (_, kind, bytes) => {
		expect(await refusal(bytes)).toBe(kind);
	});

	it('is none in a package of media alone', async () => {
		expect(await refusal(buildZip([{ name: 'media', data: bytesOf('{}') }]))).toBe('no-collection');
	});
});

describe('the schema', () => {
	const swap = (sql: string) => buildAnkiPackage(1, { sql: ['DROP TABLE notes', sql] });
	test.each<[string, string]>([
		[
			'an endless view',
			`CREATE VIEW notes AS WITH RECURSIVE c(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM c) SELECT id, 'g' AS guid, 1 AS mid, 1 AS mod, '' AS tags, 'x' AS flds FROM c`,
		],
		[
			'a generated column',
			`CREATE TABLE notes (id integer primary key, guid text, mid integer, mod integer, tags text, flds text AS (hex(zeroblob(400000000))))`,
		],
		[
			'a stored generated column',
			`CREATE TABLE notes (id integer primary key, guid text, mid integer, mod integer, tags text, flds text AS ('x') STORED)`,
		],
		['a virtual table', `CREATE VIRTUAL TABLE notes USING fts3(guid, mid, mod, tags, flds)`],
	])('with %s is refused', async (_, sql) => {
		expect(await refusal(swap(sql))).toBe('unsafe');
	});

	it('with a trigger on what is read is refused', async () => {
		const sql = 'CREATE TRIGGER t AFTER INSERT ON notes BEGIN SELECT 1; END';
		expect(await refusal(buildAnkiPackage(1, { sql: [sql] }))).toBe('unsafe');
	});

	it('may hold tables of add-ons, which are not looked at', async () => {
		const sql = ['CREATE VIRTUAL TABLE addon USING fts3(x)', 'CREATE VIEW v AS SELECT 1'];
		expect(await refusal(buildAnkiPackage(1, { sql }))).toBe('none');
	});
});

describe('damaged files', () => {
	it('cut short or claiming 2 GB are refused', async () => {
		const whole = await buildAnkiDatabase(ankiSpec(), 11);
		const huge = whole.slice();
		new DataView(huge.buffer).setUint32(28, 2 ** 19);
		const torn = whole.slice();
		torn.fill(0xee, 4096, 4096 + 300);
		for (const data of [whole.slice(0, whole.length / 2), huge, torn]) {
			const bytes = await buildAnkiPackage(1, {}, {}, [{ name: 'collection.anki2', data }]);
			expect(await refusal(bytes)).toBe('damaged');
		}
	});
});

describe('records that cannot be', () => {
	const reasons = ({
		first,
	}: {
		first: readonly { kind: string; number: number; reason: string }[];
	}) => first.map(({ kind, number, reason }) => `${kind} ${number}: ${reason}`);

	it('are put right or left out, each with its number', async () => {
		const read_ = await read(1, {
			notes: [
				note(1),
				note(2, { mid: 999 }),
				note(3, { flds: 'one' }),
				note(4, { flds: 'a\x1fb\x1fc\x1fd' }),
				note(5, { guid: 'guid-1' }),
				note(6, { flds: ' \x1f ' }),
				note(7, { flds: 'x'.repeat(300_000) }),
				note(8, { guid: '' }),
				note(9, { flds: Uint8Array.of(1, 2, 3) }),
				note(10),
			],
			cards: [
				...[1, 3, 4, 5, 8].map((nid) => card(nid, nid)),
				card(20, 777),
				card(21, 1, { ord: 1 }),
				card(22, 1, { ord: 0 }),
				card(23, 10, { type: 9 }),
				card(24, 10, { due: 'soon' }),
			],
		});
		expect(reasons(read_.skipped)).toEqual([
			'note 2: its note type is missing',
			'note 6: all of its fields are empty',
			'note 7: a field is too long',
			'note 9: its fields are too long, or no text',
			'card 6: its note is missing',
			'card 7: its template is missing',
			'card 8: its note has this card already',
			'card 9: its kind 9 is not known',
			'card 10: its numbers cannot be read',
			'note 10: it has no card',
		]);
		expect(reasons(read_.repaired)).toEqual([
			'note 3: it has 1 fields, its type 2',
			'note 4: it has 4 fields, its type 2',
			'note 5: its guid stands twice; it got one of its own',
			'note 8: it had no guid; it got one of its own',
		]);
		expect(read_.notes.map(({ guid }) => guid)).toEqual([
			...['guid-1', 'guid-3', 'guid-4', 'guid-1#5', '#8'],
		]);
		expect(read_.notes[1]?.fields).toEqual(['one', '']);
		expect(read_.notes[2]?.fields).toEqual(['a', 'b; c; d']);
	});

	it('of schedules are clamped, of histories left out', async () => {
		const far = { type: 2, queue: 2, due: 9_000_000, ivl: 99_999, factor: 2500, reps: -4 };
		const read_ = await read(1, {
			notes: [1, 2, 3].map((id) => note(id)),
			cards: [
				card(1, 1, { ...far, data: '{"s":"NaN","d":0}' }),
				card(2, 2, { type: 2, queue: 2, due: 320, did: 4711, data: '{"s":1e999,"d":5}' }),
				card(3, 3, { type: 2, queue: 2, due: 320, data: '{"s":1,"d":5,"lrt":9999999999}' }),
			],
			reviews: [
				{ id: 5, cid: 1 },
				{ id: NOW + 90_000_000, cid: 1 },
				{ id: 1_761_000_000_000, cid: 9 },
				{ id: 1_761_000_000_001, cid: 1, ease: 7 },
				{ id: 1_761_000_000_002, cid: 1, type: 6 },
				{ id: 1_761_000_000_003, cid: 1, ivl: -1e12, lastIvl: 1e12, time: -5 },
			],
		});
		expect(read_.cards[0]?.schedule).toMatchObject({
			...{ due: dayOfDate('2026-11-22'), interval: 36_500, reps: 0 },
		});
		expect(read_.cards[0]?.schedule).not.toHaveProperty('memory');
		expect(read_.cards[1]).toMatchObject({ deck: '1' });
		expect(read_.cards[2]?.schedule).toMatchObject({ lastT: 0, memory: { stability: 1 } });
		expect(read_.reviews).toEqual([
			expect.objectContaining({ next: -31_536_000, before: 36_500, duration: 0 }),
		]);
		expect(reasons(read_.skipped)).toEqual([
			'review 1: it lies before the beginning of Anki',
			'review 2: its card is missing',
			'review 3: its grade 7 is not known',
			'review 4: its kind 6 is not known',
			'review 6: it lies in the future',
		]);
		expect(reasons(read_.repaired)).toEqual([
			'card 1: its due date is more than a century away; it is due today',
			'card 1: its FSRS memory cannot be; it is reckoned from the history',
			'card 2: its deck is missing; it goes to the default deck',
			'card 2: its FSRS memory cannot be; it is reckoned from the history',
		]);
	});
});
