import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCollection } from '../../../tests/support/arbitrary-collection.ts';
import { bringIn } from '../../../tests/support/bring-in.ts';
import {
	canonicalDump,
	exactDump,
	firstDifference,
} from '../../../tests/support/canonical-dump.ts';
import { withFailingWrite } from '../../../tests/support/failing-store.ts';
import { DAY, openReady, Student } from '../../../tests/support/student.ts';
import type { ImportedCollection } from '../deck-import/imported.ts';
import { unburyBefore } from './begin-day.ts';
import { checkDatabase } from './check.ts';
import { putMedia } from './media.ts';
import { deleteNotes } from './edit-notes.ts';
import { allFacts } from './history.ts';
import { allNotes } from './read-note.ts';
import { recordsOf } from './records.ts';
import type { OnsiteDb } from './schema.ts';
import { forgetUndone, listImports, redoImport, undoImport } from './undo-import.ts';

const SHAPE = { text: 'html', own: false, studied: true } as const;
const collections = arbitraryCollection(SHAPE);

/** What a database says, tombstones and what reviews were made with aside. */
async function said(db: OnsiteDb): Promise<string> {
	const dump = JSON.parse(await canonicalDump(db)) as {
		records: { fields: [string, unknown][] }[];
		params?: unknown;
	};
	dump.records = dump.records
		.filter(({ fields }) => !fields.some(([name, value]) => name === 'deleted' && value === true))
		.map((record) => ({
			...record,
			fields: record.fields.filter(([name]) => name !== 'deleted').sort(),
		}));
	delete dump.params;
	return JSON.stringify(dump, undefined, 1);
}

async function studentWith(...before: ImportedCollection[]): Promise<Student> {
	const student = new Student(await openReady());
	await student.takeIn(1);
	await student.answer('p0/a', 3);
	for (const collection of before) await bringIn(student, collection);
	return student;
}

/** The same notes, some with another text, later. */
function later(collection: ImportedCollection): ImportedCollection {
	return {
		...collection,
		notes: collection.notes.map((note, at) =>
			at % 2 === 0
				? { ...note, fields: [`${note.fields[0]}!`, ...note.fields.slice(1)], modified: 2e12 }
				: note,
		),
	};
}

describe('undo of an import', () => {
	it('leaves everything as it was but for tombstones, and redo as it was after', async () => {
		await fc.assert(
			fc.asyncProperty(collections, collections, async (first, second) => {
				const student = await studentWith(first);
				const start = await said(student.db);
				await bringIn(student, later(first));
				const updated = await said(student.db);
				await bringIn(student, second);
				const end = await said(student.db);
				for (const expected of [updated, start]) {
					expect((await student.undo())?.name).toBe('Import');
					expect(firstDifference(await said(student.db), expected)).toBe('');
					expect(await checkDatabase(student.db)).toEqual([]);
				}
				for (const expected of [updated, end]) {
					expect((await student.redo())?.name).toBe('Import');
					expect(firstDifference(await said(student.db), expected)).toBe('');
					expect(await checkDatabase(student.db)).toEqual([]);
				}
				student.db.close();
			}),
			{ numRuns: 15 },
		);
	}, 120_000);

	it('keeps the answers that were given here, hidden, and counts them right', async () => {
		await fc.assert(
			fc.asyncProperty(collections, fc.nat(), async (collection, pick) => {
				const student = await studentWith();
				const { id } = await bringIn(student, collection);
				const cards = await student.db.cards.where(':id').startsWith('note/').primaryKeys();
				const answered = cards[pick % cards.length] ?? '';
				await student.answer(answered, 3);
				student.t += 3 * DAY;
				await unburyBefore(student.db, student.moment.day);
				const before = await said(student.db);
				expect(await undoImport(student.db, id, student.moment)).toBe(true);
				expect(await checkDatabase(student.db)).toEqual([]);
				const left = await student.db.cards.where(':id').startsWith('note/').toArray();
				expect(left.map((row) => [row.id, row.gone])).toEqual([[answered, true]]);
				expect(await listImports(student.db)).toMatchObject([{ id, state: 'undone' }]);
				expect(await redoImport(student.db, id, student.moment)).toBe(true);
				expect(await checkDatabase(student.db)).toEqual([]);
				expect(firstDifference(await said(student.db), before)).toBe('');
				student.db.close();
			}),
			{ numRuns: 15 },
		);
	}, 120_000);

	it('is an act of its own when it comes later', async () => {
		const [collection] = fc.sample(collections, { numRuns: 1, seed: 4 });
		const student = await studentWith();
		const { id } = await bringIn(student, collection!);
		const before = await said(student.db);
		student.t += DAY;
		await undoImport(student.db, id, student.moment);
		expect(await undoImport(student.db, id, student.moment)).toBe(false);
		expect((await student.undo())?.name).toBe('Undo import');
		expect(firstDifference(await said(student.db), before)).toBe('');
		expect((await student.redo())?.name).toBe('Undo import');
		expect(await allNotes(student.db)).toEqual([]);
		expect(await checkDatabase(student.db)).toEqual([]);
	});

	it('leaves deleted what the person had deleted, and what others need', async () => {
		const [collection] = fc.sample(collections, { numRuns: 1, seed: 11 });
		const [note] = collection!.notes;
		const student = await studentWith();
		const { id } = await bringIn(student, collection!);
		const [first] = await allNotes(student.db);
		await deleteNotes(student.db, [first!.id], student.moment);
		const second = {
			...collection!,
			notes: collection!.notes.map((each) => ({ ...each, guid: `${each.guid}2` })),
		};
		await bringIn(student, second);
		await undoImport(student.db, id, student.moment);
		expect(await checkDatabase(student.db)).toEqual([]);
		const left = await allNotes(student.db);
		expect(left.map(({ guid }) => guid).sort()).toEqual(
			second.notes.map(({ guid }) => guid).sort(),
		);
		await redoImport(student.db, id, student.moment);
		expect(await checkDatabase(student.db)).toEqual([]);
		const ids = (await allNotes(student.db)).map((each) => each.id);
		expect(ids).not.toContain(first!.id);
		expect(ids).toHaveLength(collection!.notes.length * 2 - 1);
		expect(note).toBeDefined();
	});

	it('brings no answer in twice where a later file has brought it meanwhile', async () => {
		await fc.assert(
			fc.asyncProperty(collections, async (first) => {
				const last = first.reviews.at(-1);
				fc.pre(last !== undefined);
				const student = await studentWith();
				const { id } = await bringIn(student, first);
				await undoImport(student.db, id, student.moment);
				const longer = { ...last, t: last.t + DAY, kind: 'cram', next: 0 } as const;
				await bringIn(student, { ...first, reviews: [...first.reviews, longer] });
				await redoImport(student.db, id, student.moment);
				const ids = (await allFacts(student.db)).map((review) => review.id);
				expect(ids.length).toBeGreaterThan(1);
				expect(new Set(ids).size).toBe(ids.length);
				expect(await checkDatabase(student.db)).toEqual([]);
				student.db.close();
			}),
			{ numRuns: 10 },
		);
	}, 120_000);

	it('at a failing write changes nothing', async () => {
		const [collection] = fc.sample(collections, { numRuns: 1, seed: 5 });
		const student = await studentWith();
		const { id } = await bringIn(student, collection!);
		const before = await exactDump(student.db);
		for (let n = 1, reached = true; reached; n += 4) {
			({ reached } = await withFailingWrite(n, 'quota', () =>
				undoImport(student.db, id, student.moment),
			));
			if (reached) expect(await exactDump(student.db), `at ${n}`).toBe(before);
		}
		expect(await listImports(student.db)).toMatchObject([{ state: 'undone' }]);
	}, 60_000);

	it('leaves pictures that only templates, styles or whole fields of others name', async () => {
		const [any] = fc.sample(collections, { numRuns: 1, seed: 6 });
		const names = ['_logo.png', '_font.woff2', 'cat.png', 'flag-fr.png', 'own.png'];
		const media = names.map((name) => ({ name, hash: name, type: 'image/png', size: 3 }));
		const pictured = (css: string, front: string): ImportedCollection['noteTypes'] =>
			any!.noteTypes.map((type) => ({
				...type,
				css,
				templates: type.templates.map((template) => ({ ...template, front })),
			}));
		const student = await studentWith();
		for (const { hash } of media) {
			await putMedia(student.db, hash, 'image/png', new Uint8Array(3).buffer);
		}
		const front =
			'{{Front}}{{Text}}<img src="_logo.png"><img src="{{Back}}"><img src="flag-{{Back}}.png">';
		const first = await bringIn(student, { ...any!, media });
		const second = {
			...any!,
			noteTypes: pictured('@font-face { src: url("_font.woff2") }', front),
			notes: any!.notes.map((note) => ({
				...{ ...note, guid: `${note.guid}2` },
				fields: [note.fields[0] ?? '', 'cat.png', ...note.fields.slice(2)],
			})),
		};
		const { id } = await bringIn(student, second);
		const left = async () =>
			(await recordsOf(student.db, 'media'))
				.filter(({ fields }) => fields['deleted'] !== true)
				.map((record) => record.id)
				.sort();
		expect(await undoImport(student.db, first.id, student.moment)).toBe(true);
		expect(await left()).toEqual(['_font.woff2', '_logo.png', 'cat.png', 'flag-fr.png']);
		expect(await redoImport(student.db, first.id, student.moment)).toBe(true);
		expect(await left()).toEqual([...names].sort());
		await undoImport(student.db, id, student.moment);
		await undoImport(student.db, first.id, student.moment);
		expect(await left()).toEqual([]);
	});

	it('keeps the media until it is let go', async () => {
		const [collection] = fc.sample(collections, { numRuns: 1, seed: 6 });
		const media = [{ name: 'a.png', hash: 'aa', type: 'image/png', size: 3 }];
		const student = await studentWith();
		await putMedia(student.db, 'aa', 'image/png', new Uint8Array(3).buffer);
		await student.db.imports.put({
			...{ id: 'with-media', file: 'x', t: student.t, state: 'staging', media: ['aa'], counts: {} },
		});
		await bringIn(student, { ...collection!, media }, { id: 'with-media' });
		await undoImport(student.db, 'with-media', student.moment);
		await forgetUndone(student.db, student.t - 1);
		expect(await student.db.media.count()).toBe(1);
		await forgetUndone(student.db, student.t + 1);
		expect(await student.db.media.count()).toBe(0);
		expect(await listImports(student.db)).toEqual([]);
	});
});
