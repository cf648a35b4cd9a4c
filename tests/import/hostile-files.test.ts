/** Files made to do harm, or that vanish or are given up halfway: an error in words, or a collection with remarks. */
import { Uint8ArrayReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { describe, expect, it, test } from 'vitest';
import { readAnkiPackage } from '../../src/lib/deck-import/anki/read-anki-package.ts';
import { ImportError } from '../../src/lib/deck-import/import-error.ts';
import type { ImportedCollection } from '../../src/lib/deck-import/imported.ts';
import { readJsonDeck } from '../../src/lib/deck-import/json/read-json-deck.ts';
import { LIMITS } from '../../src/lib/deck-import/limits.ts';
import { readDeckFile } from '../../src/lib/deck-import/read-deck-file.ts';
import { cardRow, noteRow, type AnkiSpec } from '../support/build-anki-database.ts';
import { buildAnkiPackage, PIXEL, type MediaFiles } from '../support/build-anki-package.ts';
import { buildZip, bytesOf, join } from '../support/build-zip.ts';
import { importEnvironment } from '../support/import-environment.ts';
import { REPORT_CASES } from '../support/report-cases.ts';

const reasons = ({ first }: ImportedCollection['skipped']) =>
	first.map(({ kind, number, reason }) => `${kind} ${number}: ${reason}`);

async function read(spec: Partial<AnkiSpec>, media: MediaFiles = {}, limits = LIMITS) {
	const bytes = await buildAnkiPackage(2, spec, media);
	return readAnkiPackage(bytes, importEnvironment({ limits }));
}

describe('an archive', () => {
	const ONE = { notes: [noteRow(1)], cards: [cardRow(1, 1)] };

	it(
		'of twenty thousand entries is read, within another one is not',
		{ timeout: 60_000 },
		async () => {
			const parts = Array.from({ length: 20_000 }, (_, at) => ({
				...{ name: `entry ${at}`, data: PIXEL, stored: true },
			}));
			const bytes = buildZip(parts);
			await expect(readDeckFile('x.apkg', bytes, importEnvironment())).rejects.toMatchObject({
				kind: 'no-collection',
			});
			const nested = buildZip([{ name: 'collection.anki21', data: bytes, stored: true }]);
			await expect(readDeckFile('x.apkg', nested, importEnvironment())).rejects.toMatchObject({
				kind: 'damaged',
			});
		},
	);

	it('gives media by the names of its list, of which each counts once', async () => {
		const names = ['__proto__', 'constructor', 'con', 'A\u0308.png', '\u00c4.png', '\u202egnp.x'];
		const files = names.map((name) => [name, PIXEL] as const);
		const media = Object.create(null) as MediaFiles;
		for (const [name, bytes] of files) media[name] = bytes;
		const environment = importEnvironment();
		const bytes = await buildAnkiPackage(3, ONE, media);
		const collection = await readAnkiPackage(bytes, environment);
		expect(collection.media.map(({ name }) => name)).toEqual([
			...['__proto__', 'constructor', 'con', '\u00c4.png', '\u202egnp.x'],
		]);
		expect(reasons(collection.skipped)).toEqual(['media 5: its name stands twice']);
		expect(environment.kept.size).toBe(1);
		expect(({} as Record<string, unknown>)['type']).toBeUndefined();
	});

	it('with a collection or a list beyond the limit is refused', async () => {
		for (const limits of [
			{ ...LIMITS, collection: 20_000 },
			{ ...LIMITS, list: 10 },
		]) {
			await expect(read(ONE, { 'a.png': PIXEL }, limits)).rejects.toMatchObject({
				kind: 'too-large',
			});
		}
	});
});

describe('records', () => {
	it('with ids of any kind are kept apart, or left out with their number', async () => {
		const big = 9_007_199_254_740_993n;
		const { notes, cards, skipped } = await read({
			notes: [noteRow(-5), noteRow(1), noteRow(2)],
			cards: [cardRow(-7, -5), cardRow(1, 1), cardRow(2, 2)],
			sql: [
				`INSERT INTO notes SELECT ${big}, 'big', mid, mod, usn, tags, 'big' || char(31), sfld, csum, flags, data FROM notes WHERE id = 1`,
				`INSERT INTO notes SELECT ${big - 1n}, 'less', mid, mod, usn, tags, 'less' || char(31), sfld, csum, flags, data FROM notes WHERE id = 1`,
				...[big, big - 1n].map(
					(id) =>
						`INSERT INTO cards SELECT ${id}, ${id}, did, ord, mod, usn, type, queue, due, ivl, factor, reps, lapses, left, odue, odid, flags, data FROM cards WHERE id = 1`,
				),
				`UPDATE notes SET mid = 1.5 WHERE id = 2`,
				`UPDATE cards SET nid = 'two' WHERE id = 2`,
			],
		});
		expect(notes.map(({ key, guid }) => `${key} ${guid}`)).toEqual([
			...['-5 guid--5', '1 guid-1', '9007199254740992 less', '9007199254740993 big'],
		]);
		expect(cards.map(({ note }) => note)).toEqual(notes.map(({ key }) => key));
		expect(reasons(skipped)).toEqual([
			...['note 3: its note type is missing', 'card 3: its note is missing'],
		]);
	});

	it('of ten thousand fields, or with a field of any size, are left out', async () => {
		const { notes, skipped } = await read({
			notes: [
				noteRow(1, { flds: 'x\x1f'.repeat(10_000) }),
				noteRow(2, { flds: 'x'.repeat(LIMITS.field + 1) }),
				noteRow(3, { flds: 'x'.repeat(LIMITS.field * 21) }),
				noteRow(4),
			],
			cards: [1, 2, 3, 4].map((id) => cardRow(id, id)),
		});
		expect(notes.map(({ key }) => key)).toEqual(['4']);
		expect(reasons(skipped).slice(0, 3)).toEqual([
			...['note 1: it has more than 500 fields', 'note 2: a field is too long'],
			'note 3: its fields are too long, or no text',
		]);
	});

	it('beyond the most that are taken are counted', async () => {
		const ids = Array.from({ length: 30 }, (_, at) => at + 1);
		const spec = {
			notes: ids.map((id) => noteRow(id)),
			cards: ids.map((id) => cardRow(id, id)),
			reviews: ids.map((id) => ({ id: 1_761_000_000_000 + id, cid: 1 })),
		};
		const { notes, reviews, skipped } = await read(spec, {}, { ...LIMITS, notes: 20, reviews: 9 });
		expect([notes.length, reviews.length]).toEqual([20, 9]);
		expect(reasons(skipped)).toEqual([
			'note 21: only 20 notes are taken',
			expect.stringMatching(/^card 21: /),
			'review 10: only 9 are taken',
		]);
	});

	it('of a log without order or with numbers that are none come in by time', async () => {
		const t = 1_761_000_000_000;
		const { reviews, skipped } = await read({
			notes: [noteRow(1)],
			cards: [cardRow(1, 1)],
			reviews: [t + 3, t + 1, t + 2].map((id) => ({ id, cid: 1 })),
			sql: [
				`UPDATE revlog SET ivl = 'soon' WHERE id = ${t + 2}`,
				`UPDATE revlog SET ease = 2.5 WHERE id = ${t + 3}`,
			],
		});
		expect(reviews.map((review) => review.t)).toEqual([t + 1]);
		expect(reasons(skipped)).toEqual([
			...['review 2: its numbers cannot be read', 'review 3: its grade 2.5 is not known'],
		]);
	});

	it('with a memory of FSRS in words or beyond all numbers get one by their history', async () => {
		const schedule = { type: 2, queue: 2, due: 320, ivl: 9, factor: 2500 };
		const states = ['{"s":"1","d":5}', '{"s":0,"d":0}', '{"s":-1,"d":50}', '{"s":[1],"d":{}}', '{'];
		const { cards } = await read({
			notes: states.map((_, at) => noteRow(at + 1)),
			cards: states.map((data, at) => cardRow(at + 1, at + 1, { ...schedule, data })),
		});
		expect(cards.map(({ schedule: at }) => at?.memory)).toEqual(states.map(() => undefined));
		expect(cards.every(({ schedule: at }) => at?.interval === 9)).toBe(true);
	});
});

describe('media', () => {
	const png = (width: number, height: number) => {
		const bytes = PIXEL.slice();
		new DataView(bytes.buffer).setUint32(16, width);
		new DataView(bytes.buffer).setUint32(20, height);
		return bytes;
	};
	const avif = (width: number, height: number) => {
		const box = new Uint8Array(20);
		new DataView(box.buffer).setUint32(12, width);
		new DataView(box.buffer).setUint32(16, height);
		box.set(bytesOf('ispe'), 4);
		return join([bytesOf('\0\0\0 ftypavif'), box]);
	};

	it('are what their first bytes say, within 40 million pixels and 50 MiB', async () => {
		const { media, skipped } = await read(
			{ notes: [noteRow(1)], cards: [cardRow(1, 1)] },
			{
				'fits.png': png(8000, 5000),
				'large.png': png(30_000, 30_000),
				'fits.avif': avif(8000, 5000),
				'large.avif': avif(30_000, 30_000),
				'page.gif': bytesOf('GIF89a\x01\0\x01\0<script>alert(1)</script>'),
				'archive.png': join([PIXEL, buildZip([{ name: 'x.html', data: bytesOf('<script>') }])]),
				'page.html': PIXEL,
				'film.mp4': join([bytesOf('\0\0\0 ftypisom'), new Uint8Array(3000)]),
			},
			{ ...LIMITS, media: 2000 },
		);
		expect(media.map(({ name, type }) => `${name} ${type}`)).toEqual([
			...['fits.png image/png', 'fits.avif image/avif', 'page.gif image/gif'],
			...['archive.png image/png', 'page.html image/png'],
		]);
		expect(reasons(skipped)).toEqual([
			'media 2: the picture has more than 40 million pixels',
			'media 4: the picture has more than 40 million pixels',
			expect.stringMatching(/^media 8: it has 2.9 KiB, more than the/),
		]);
	});
});

test('JSON that says a key twice is taken at its last word', () => {
	const text =
		'{"format":"x","format":"onsite-deck","version":9,"version":1,"noteTypes":[],"notes":[],"cards":[],"decks":[]}';
	expect(readJsonDeck(text)).toMatchObject({ format: 'json', notes: [] });
});

describe.each(REPORT_CASES)('$name', ({ name, bytes: made }) => {
	it('given up at any word of progress says just that, and keeps nothing more', async () => {
		const bytes = await made();
		let words = 0;
		await readDeckFile(name, bytes, importEnvironment({ watch: () => (words += 1) }));
		for (let stop = 1; stop <= words; stop += 1) {
			let [said, kept] = [0, 0];
			const watch = () => {
				said += 1;
				if (said === stop) throw new ImportError('cancelled', 'The import was stopped.');
			};
			const keepMedia = () => void (kept += Number(said >= stop));
			await expect(
				readDeckFile(name, bytes, importEnvironment({ watch, keepMedia })),
			).rejects.toMatchObject({ kind: 'cancelled' });
			expect([said, kept]).toEqual([stop, 0]);
		}
		expect(words).toBeGreaterThanOrEqual(name.endsWith('pkg') ? 5 : 0);
	});

	it('that is removed while it is read is told from one that is damaged', async () => {
		const bytes = await made();
		/** Is there for the first reads alone. */
		class Removed extends Uint8ArrayReader {
			reads = 0;
			constructor(readonly last: number) {
				super(bytes);
			}

			override async readUint8Array(from: number, length: number): Promise<Uint8Array> {
				this.reads += 1;
				if (this.reads > this.last) throw new DOMException('gone', 'NotReadableError');
				return super.readUint8Array(from, length);
			}
		}
		const whole = new Removed(Infinity);
		await readDeckFile(name, whole, importEnvironment());
		for (let last = 0; last < whole.reads; last += 1) {
			await expect(
				readDeckFile(name, new Removed(last), importEnvironment()),
				`after ${last} of ${whole.reads}`,
			).rejects.toMatchObject({ name: 'NotReadableError' });
		}
	});
});
