import { expect, it } from 'vitest';
import { bringIn } from '../../../tests/support/bring-in.ts';
import { NOON, openReady, Student } from '../../../tests/support/student.ts';
import { CollectionBuilder } from '../deck-import/collection-builder.ts';
import { writeMarkdownDeck } from '../deck-import/export/write-markdown-deck.ts';
import { writeTable } from '../deck-import/export/write-table.ts';
import type { ImportedCollection } from '../deck-import/imported.ts';
import { readMarkdown } from '../deck-import/markdown/read-markdown.ts';
import { stockType } from '../deck-import/stock-types.ts';
import { readTable, suggestMapping } from '../deck-import/text/read-table.ts';
import { tableCollection } from '../deck-import/text/table-collection.ts';
import { checkDatabase } from './check.ts';
import { collectDecks } from './collect-decks.ts';
import { readNote } from './read-note.ts';
import { undoLast } from './undo.ts';

/** A note as it came from Anki, in a type with a look of its own. */
function fromAnki(): ImportedCollection {
	const builder = new CollectionBuilder('anki', 'Anki');
	builder.add({
		type: { ...stockType('Basic', 'html', ['Front', 'Back']), key: '1', css: '.card{color:red}' },
		...{ number: 1, fields: ['What is cached?', 'Reads'], tags: ['db'], deck: ['D'] },
		...{ guid: 'g', modified: NOON - 1_000 },
	});
	return builder.finish();
}

const WAYS: [string, (collection: ImportedCollection) => ImportedCollection][] = [
	[
		'Markdown',
		(collection) =>
			readMarkdown(writeMarkdownDeck(collection).text.replace('Reads', 'Writes'), 'D'),
	],
	[
		'a table',
		(collection) => {
			const text = writeTable(collection, { safe: true }).replace('Reads', 'Writes');
			const table = readTable(text);
			return tableCollection(table, suggestMapping(table, 'D'));
		},
	],
];

it.each(WAYS)(
	'an export that was edited as %s changes the text and nothing else, and is undone',
	async (_, edited) => {
		const student = new Student(await openReady());
		const { db } = student;
		await bringIn(student, fromAnki());
		const choice = { what: 'own', scheduling: false, media: false } as const;
		const [{ id, noteType }] = (await collectDecks(db, [], choice, student.moment)).notes.map(
			({ key, noteType: type }) => ({ id: key, noteType: type }),
		) as [{ id: string; noteType: string }];
		await student.answer(`${id}/0`, 3);
		const before = await readNote(db, id);
		const row = await db.cards.get(`${id}/0`);

		const out = edited(await collectDecks(db, [], choice, student.moment));
		const { counts } = await bringIn(student, out);
		expect(counts).toMatchObject({ updated: 1, added: 0, cards: 0 });
		expect(await readNote(db, id)).toEqual({
			...{ ...before, fields: ['What is cached?', 'Writes'], modified: NOON },
		});
		expect((await readNote(db, id))?.noteType).toBe(noteType);
		expect(await db.cards.get(`${id}/0`)).toEqual(row);
		expect(await checkDatabase(db)).toEqual([]);
		await undoLast(db, student.moment);
		expect(await readNote(db, id)).toEqual(before);
		db.close();
	},
);

it('a blank that was taken out of a deck puts its card away, and undo brings it back', async () => {
	const student = new Student(await openReady());
	const { db } = student;
	const deck = (text: string) => readMarkdown(`---\ndeck: D\nid: d\n---\n### a\nC: ${text}`, 'D');
	await bringIn(student, deck('{{c1::one}} and {{c2::two}}'));
	const [first, second] = await db.cards.toArray();
	await student.answer(second!.id, 3);
	await bringIn(student, deck('{{c1::one}} alone'));
	const shown = async () =>
		(await db.cards.filter(({ gone }) => !gone).toArray()).map(({ id }) => id);
	expect(await shown()).toEqual([first!.id]);
	expect(await checkDatabase(db)).toEqual([]);
	await undoLast(db, student.moment);
	expect(await shown()).toEqual([first!.id, second!.id]);
	expect(await checkDatabase(db)).toEqual([]);
	await bringIn(student, deck('{{c1::one}} alone'));
	const row = await bringIn(student, deck('{{c1::one}} and {{c2::three}}'));
	expect(row.counts).toMatchObject({ added: 0, updated: 1, cards: 1 });
	expect(await shown()).toEqual([first!.id, second!.id]);
	expect((await db.cards.get(second!.id))?.reps).toBe(1);
	expect(await checkDatabase(db)).toEqual([]);
	db.close();
});
