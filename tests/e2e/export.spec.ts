import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readAnkiPackage } from '../../src/lib/deck-import/anki/read-anki-package.ts';
import type { ImportedCollection } from '../../src/lib/deck-import/imported.ts';
import { readJsonDeck } from '../../src/lib/deck-import/json/read-json-deck.ts';
import { readMarkdown } from '../../src/lib/deck-import/markdown/read-markdown.ts';
import { buildAnkiPackage, PIXEL } from '../support/build-anki-package.ts';
import { importEnvironment } from '../support/import-environment.ts';
import { brought, studiedDeck } from '../support/import-files.ts';
import { Importing } from '../support/importing.ts';
import { expect, test } from '../support/journey.ts';
import { Session } from '../support/session.ts';

const MARKDOWN = `---
deck: "Notes"
---

### what
tags: [db]
Q: What is a **quorum**?
A: More than half:

\`\`\`sql
select 1;
\`\`\`

### hidden
C: A ==lease== ends by itself.
A: 
`;

/** Exports what is chosen, and gives the bytes of the file. */
async function exported(page: Page, part: string, format: string): Promise<Uint8Array> {
	await page.goto('decks/export');
	await page.getByLabel('Cards').selectOption({ label: part });
	await page.getByRole('radio', { name: new RegExp(`^${format}`) }).check();
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Export', exact: true }).click();
	const file = await (await download).path();
	await expect(page.getByRole('button', { name: 'Save it again' })).toBeVisible();
	return new Uint8Array(await readFile(file));
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function said({ notes, cards, decks, reviews, media }: ImportedCollection) {
	const homes = new Map(decks.map(({ key, path }) => [key, path.join('::')]));
	return {
		notes: notes
			.map(({ guid, fields, tags, own }) => ({ guid, fields, tags, own }))
			.sort((a, b) => (a.guid < b.guid ? -1 : 1)),
		decks: [...new Set(cards.map(({ deck }) => homes.get(deck)))].sort(),
		due: cards.flatMap(({ schedule }) => schedule?.due ?? []),
		log: reviews.flatMap(({ t, grade, kind, next }) => (grade > 0 ? [[t, grade, kind, next]] : [])),
		media: media.map(({ name, hash }) => [name, hash]),
	};
}

test('own decks go out in every format and are read back as they were', async ({ page }) => {
	await new Session(page).begin();
	const importing = new Importing(page);
	await importing.open();
	const media = { 'dot.png': PIXEL };
	const bytes = await buildAnkiPackage(2, studiedDeck('First'), media);
	for (const file of [brought('First.apkg', bytes), brought('Notes.md', MARKDOWN)]) {
		await importing.choose(file);
		await importing.previewOf(file.name);
		await importing.take();
		await importing.button('Import another').click();
	}

	await test.step('the package of another is the same for Anki', async () => {
		const [before, after] = await Promise.all([
			readAnkiPackage(bytes, importEnvironment({ now: Date.now() })),
			exported(page, 'First › Caching', 'Anki').then((out) =>
				readAnkiPackage(out, importEnvironment({ now: Date.now() })),
			),
		]);
		expect(said(after)).toEqual(said(before));
		expect(after.noteTypes).toEqual(before.noteTypes);
	});

	const all = await test.step("everything of one's own", async () => {
		const anki = await readAnkiPackage(
			await exported(page, 'All my own decks', 'Anki'),
			importEnvironment({ now: Date.now() }),
		);
		const json = readJsonDeck(text(await exported(page, 'All my own decks', 'JSON')));
		const { media: none, ...plain } = said(anki);
		expect(none).toHaveLength(1);
		expect(said(json)).toEqual({ ...plain, media: [] });
		return json;
	});

	await test.step('Markdown is read back as the same notes', async () => {
		const out = text(await exported(page, 'Notes', 'Markdown'));
		expect(said(readMarkdown(out, 'x')).notes).toEqual(said(readMarkdown(MARKDOWN, 'x')).notes);
		expect(all.notes).toHaveLength(4);
	});

	await test.step('edited and brought in again it changes what was edited, once', async () => {
		const out = text(await exported(page, 'Notes', 'Markdown'));
		const edited = brought('Notes.md', out.replace('More than half', 'A majority'));
		await importing.open();
		await importing.choose(edited);
		await importing.previewOf(edited.name);
		await expect(importing.brings).toHaveText(/^1 updated note/);
		await importing.take();
		await importing.button('Import another').click();
		await importing.choose(edited);
		await importing.previewOf(edited.name);
		await expect(importing.brings).toContainText('All of it is here already');
	});
});

test('the catalog goes out too, and where there is nothing to take out, that is said', async ({
	page,
}) => {
	await new Session(page).begin();
	const json = readJsonDeck(text(await exported(page, 'The catalog', 'JSON')));
	expect(json.notes.length).toBeGreaterThan(100);
	expect(json.notes.every(({ guid }) => guid.startsWith('onsite:'))).toBe(true);
	expect(json.skipped.total).toBe(0);
	await page.getByRole('button', { name: 'Export something else' }).click();
	await page.getByLabel('Cards').selectOption({ label: 'All my own decks' });
	await page.getByRole('button', { name: 'Export', exact: true }).click();
	await expect(page.getByRole('alert')).toContainText('There are no cards in it yet.');
});
