import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCollection } from '../../../tests/support/arbitrary-collection.ts';
import { bringIn } from '../../../tests/support/bring-in.ts';
import { ownDeck, ownNote } from '../../../tests/support/own-notes.ts';
import { catalogOf, DAY, openReady, Student } from '../../../tests/support/student.ts';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import { exportBackup } from './backup.ts';
import { takeInLibrary } from './catalog-rows.ts';
import { checkDatabase, repairDatabase } from './check.ts';
import { saveDeck } from './edit-decks.ts';
import { addPreset, deletePreset } from './edit-presets.ts';
import { allReviews, sealHistory } from './history.ts';
import { nameMedia, putMedia } from './media.ts';
import type { Finding } from './rebuild.ts';
import type { Fields, RecordKind } from './record.ts';
import { saveNote } from './save-note.ts';
import type { OnsiteDb } from './schema.ts';
import { listSnapshots } from './snapshots.ts';

/** Someone with some of everything that the check looks at. */
async function student(): Promise<Student> {
	const made = new Student(await openReady());
	const { db } = made;
	await made.takeIn(2);
	await saveDeck(db, ownDeck('1', ['One']), made.moment);
	await saveNote(db, ownNote('a', { ordinals: [0, 1] }), made.moment);
	await addPreset(db, { ...DEFAULT_PRESET, id: 'mine', name: 'Mine' }, made.moment, 'deck/1');
	for (const id of ['p0/a', 'p0/b', 'note/a/0']) await made.answer(id, 3);
	await made.mark('p1/a', { flag: 2 });
	await made.interview();
	made.t += 5 * DAY;
	for (const id of ['p0/a', 'note/a/0']) await made.answer(id, 1);
	await sealHistory(db, made.now.day, 1);
	const collection = arbitraryCollection({ text: 'html', own: false, studied: true });
	await bringIn(made, fc.sample(collection, { numRuns: 1, seed: 3 })[0]!, { id: 'import-x' });
	expect(await checkDatabase(db)).toEqual([]);
	return made;
}

async function setFields(db: OnsiteDb, kind: RecordKind, id: string, fields: Fields) {
	const record = await db.records.get([kind, id]);
	await db.records.put({ ...record!, fields: { ...record!.fields, ...fields } });
}

const copies = async (db: OnsiteDb) =>
	(await listSnapshots(db.name)).filter(({ reason }) => reason === 'before-repair').length;

type Broken = [kind: Finding['kind'], what: string, act: (db: OnsiteDb) => Promise<unknown>];

const BROKEN: Broken[] = [
	['memory', 'a stability', (db) => db.cards.update('note/a/0', { stability: 99 })],
	['memory', 'a date', (db) => db.cards.update('p0/b', { due: 3 })],
	['marks', 'a flag', (db) => db.cards.update('p1/a', { flag: 0 })],
	['queue', 'a place in the queue', (db) => db.cards.update('p0/b', { order: 1, tie: 9 })],
	['orphan', 'a card with answers', (db) => db.cards.delete('p0/b')],
	['note', 'a card of a note', (db) => db.cards.delete('note/a/1')],
	['note', 'the place of a card', (db) => db.cards.update('note/a/0', { deckId: 'catalog' })],
	['note', 'a hidden card', (db) => db.cards.update('note/a/0', { gone: true })],
	['note', 'the type of a note', (db) => setFields(db, 'note', 'note/a', { noteType: 'type/x' })],
	['deck', 'a deck with cards', (db) => db.records.delete(['deck', 'deck/1'])],
	['days', 'the counts of days', (db) => db.days.clear()],
	['due', 'the counts of what is due', (db) => db.dueCounts.clear()],
	['totals', 'the totals of decks', (db) => db.totals.update('deck/1', { new: 70 })],
	['interview', 'an interview', (db) => db.interviews.clear()],
	['preset', 'an option', (db) => setFields(db, 'preset', 'mine', { newPerDay: -4 })],
	['preset', 'the steps', (db) => setFields(db, 'preset', 'mine', { learningSteps: ['soon'] })],
	['preset', 'options', (db) => db.records.delete(['preset', 'mine'])],
	['import', 'what an import is undone by', (db) => db.imports.delete('import-x/undo')],
	['import', 'the head of an import', (db) => db.imports.delete('import-x')],
	[
		...(['media', 'bytes without a name'] as const),
		(db) => putMedia(db, 'e'.repeat(64), 'image/png', new ArrayBuffer(3)),
	],
	[
		...(['log', 'an answer that is sealed'] as const),
		async (db) => {
			const [first] = (await allReviews(db)).sort((a, b) => a.t - b.t);
			await db.reviews.add(first!);
		},
	],
];

describe('the check of the database', () => {
	it.each(BROKEN)('finds a fault of %s, %s, and mends it after a copy', async (kind, _, act) => {
		const made = await student();
		const { db } = made;
		const answers = (await allReviews(db)).map(({ id }) => id).sort();
		await act(db);
		const kinds = (await checkDatabase(db)).map((finding) => finding.kind);
		expect(kinds).toContain(kind);
		expect((await checkDatabase(db)).every(({ text }) => text.length > 20)).toBe(true);
		expect(await copies(db)).toBe(0);
		expect((await repairDatabase(db, made.moment)).map((finding) => finding.kind)).toContain(kind);
		expect(await copies(db)).toBe(1);
		expect(await checkDatabase(db)).toEqual([]);
		expect((await allReviews(db)).map(({ id }) => id).sort()).toEqual(answers);
	});

	it.each([
		['was never answered', 'p1/c', (db: OnsiteDb) => db.cards.delete('p1/c')],
		['was answered', 'p0/b', (db: OnsiteDb) => db.cards.delete('p0/b')],
		['is hidden', 'p1/a', (db: OnsiteDb) => db.cards.update('p1/a', { gone: true })],
	])('finds a card of the catalog that %s and has no row to be met by', async (_, id, act) => {
		const made = await student();
		const { db } = made;
		const catalog = catalogOf(2);
		expect(await checkDatabase(db, catalog)).toEqual([]);
		const before = await db.cards.get(id);
		await act(db);
		const found = (await checkDatabase(db, catalog)).filter(({ kind }) => kind === 'catalog');
		expect(found.flatMap(({ cardIds }) => cardIds)).toEqual([id]);
		await repairDatabase(db, made.moment, catalog);
		// As the screen does, and the next start at the latest.
		await takeInLibrary(db, catalog, new Map());
		expect(await checkDatabase(db, catalog)).toEqual([]);
		expect(await db.cards.get(id)).toMatchObject({
			reps: before?.reps,
			due: before?.due,
			gone: false,
		});
	});

	it('sets a damaged answer aside, which keeps nothing else from being saved', async () => {
		const made = await student();
		const { db } = made;
		await made.answer('p0/c', 3);
		const [sound] = await db.reviews.toArray();
		await db.reviews.add({ ...sound!, id: made.newId(), t: NaN, grade: 9 as never });
		const found = await checkDatabase(db);
		expect(found).toMatchObject([{ kind: 'answer' }]);
		expect((await exportBackup(db, made.moment)).size).toBeGreaterThan(0);
		expect(await repairDatabase(db, made.moment)).toEqual(found);
		expect(await checkDatabase(db)).toEqual([]);
		expect(await db.reviews.get(sound!.id)).toEqual(sound);
		expect(JSON.stringify(await db.meta.get('aside'))).toContain('p0/');
	});

	it('says of a block that is damaged what is lost, and finds no false faults beside it', async () => {
		const { db } = await student();
		const [block] = await db.blocks.toArray();
		await db.blocks.update(block!.id, { bytes: block!.bytes.fill(250, -18 * block!.count) });
		expect(await checkDatabase(db)).toMatchObject([{ kind: 'log', lasting: true }]);
	});

	it('tells of a picture that is missing, which no repair can make', async () => {
		const made = await student();
		const file = { hash: 'f'.repeat(64), type: 'image/png', size: 3 };
		await nameMedia(made.db, 'x.png', file, made.moment);
		const found = await checkDatabase(made.db);
		const text: unknown = expect.stringContaining('x.png');
		expect(found).toMatchObject([{ kind: 'media', text, lasting: true }]);
		await repairDatabase(made.db, made.moment);
		expect(await checkDatabase(made.db)).toEqual(found);
	});

	it('finds no fault in options that were deleted', async () => {
		const made = await student();
		await deletePreset(made.db, 'mine', made.moment);
		expect(await checkDatabase(made.db)).toEqual([]);
	});
});
