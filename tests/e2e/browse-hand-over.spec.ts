import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readAnkiPackage } from '../../src/lib/deck-import/anki/read-anki-package.ts';
import type { ImportedNote } from '../../src/lib/deck-import/imported.ts';
import { readJsonDeck } from '../../src/lib/deck-import/json/read-json-deck.ts';
import { readMarkdown } from '../../src/lib/deck-import/markdown/read-markdown.ts';
import { importEnvironment } from '../support/import-environment.ts';
import { brought } from '../support/import-files.ts';
import { Importing } from '../support/importing.ts';
import { expect, test } from '../support/journey.ts';
import { Session } from '../support/session.ts';
import { contradictions, stored } from '../support/stored.ts';

const MARKDOWN = `---
deck: "Lab"
---

### one
Q: First of the lab?
A: Yes

### two
C: The ==second== of the lab

### mad
Q: ${'a'.repeat(60)}!
A: No
`;

async function withLab(page: Page): Promise<void> {
	await new Session(page).begin();
	const importing = new Importing(page);
	await importing.open();
	await importing.choose(brought('Lab.md', MARKDOWN));
	await importing.previewOf('Lab.md');
	await importing.take();
}

/** Searches, and waits for what it finds. */
async function find(page: Page, query: string, count: RegExp): Promise<void> {
	await page.goto(`browse?q=${encodeURIComponent(query)}`);
	await expect(page.getByText(count)).toBeVisible({ timeout: 30_000 });
}

async function actOnAll(page: Page, act: RegExp): Promise<void> {
	await page.getByRole('button', { name: 'Select all' }).click();
	await page.getByRole('button', { name: 'Actions' }).click();
	await page.getByRole('button', { name: act }).click();
}

async function exportedAs(page: Page, format: string): Promise<Uint8Array> {
	await page.getByRole('radio', { name: new RegExp(`^${format}`) }).check();
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Export', exact: true }).click();
	const bytes = await readFile(await (await download).path());
	await page.getByRole('button', { name: 'Export something else' }).click();
	return new Uint8Array(bytes);
}

const guids = (notes: readonly ImportedNote[]) => notes.map(({ guid }) => guid).sort();
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test('what was found goes out in every format, cards of the catalog beside one’s own', async ({
	page,
}) => {
	await withLab(page);
	const others = (await stored(page)).cards.filter(({ id }) => id.startsWith('quorum/'));
	await find(page, 'deck:Lab -aaa or nid:quorum', /^[\d]+ cards of [\d,]+$/);
	await actOnAll(page, /^Export/);
	await expect(page.getByRole('heading', { level: 1, name: 'Export' })).toBeVisible();
	const part = page.getByLabel('Cards');
	const name = `${2 + others.length} chosen notes`;
	await expect(part.locator('option:checked')).toHaveText(name);

	const anki = await readAnkiPackage(
		await exportedAs(page, 'Anki'),
		importEnvironment({ now: Date.now() }),
	);
	const expected = guids(anki.notes);
	expect(expected.filter((guid) => guid.startsWith('onsite:'))).toHaveLength(others.length);
	expect(expected).toHaveLength(2 + others.length);
	expect(anki.cards).toHaveLength(2 + others.length);
	// A reload does not lose what was chosen.
	await page.reload();
	await expect(part.locator('option:checked')).toHaveText(name);
	const json = readJsonDeck(text(await exportedAs(page, 'JSON')));
	expect(guids(json.notes)).toEqual(expected);
	expect(json.cards).toHaveLength(2 + others.length);
	const markdown = readMarkdown(text(await exportedAs(page, 'Markdown')), 'x');
	expect(guids(markdown.notes)).toEqual(expected);
	const table = text(await exportedAs(page, 'Table'));
	expect(table).toContain('First of the lab?');
	expect(table).not.toContain('aaaa');

	await page.goto('decks/export?list=7');
	await expect(page.getByText('Which cards you chose is no longer known here.')).toBeVisible();
});

test('a search is studied with the schedule and without it, and either is undone', async ({
	page,
}) => {
	await withLab(page);
	const session = new Session(page);
	for (const [way, kind] of [
		['With the schedule', 'learn'],
		['Cram', 'cram'],
	] as const) {
		await find(page, 'deck:Lab is:new', /^3 cards of/);
		await page.getByRole('button', { name: 'Study', exact: true }).click();
		await page.getByRole('button', { name: way }).click();
		await session.answerByKey('Good');
		const { reviews, cards } = await stored(page);
		expect(reviews.map((review) => review.kind)).toEqual([kind]);
		expect(cards.filter(({ reps }) => reps > 0)).toHaveLength(kind === 'learn' ? 1 : 0);
		await page.keyboard.press('u');
		await expect(session.message('Undone: Good')).toBeVisible();
		await session.expectDone(0);
		const after = await stored(page);
		expect(after.touched).toEqual([]);
		expect(contradictions(after)).toEqual([]);
	}
});

test('a regular expression that comes to no end is stopped, and the search goes on', async ({
	page,
}) => {
	await withLab(page);
	await find(page, 'deck:Lab', /^3 cards of/);
	const field = page.getByRole('combobox', { name: 'Search cards' });
	await field.fill('deck:Lab "re:(a+)+$"');
	await expect(page.getByText(/^Column 11: .*takes too long/)).toBeVisible({ timeout: 20_000 });
	await expect(page.getByText(/^3 cards of/)).toBeVisible({ timeout: 20_000 });
	await field.fill('deck:Lab "re:^(first|second)"');
	await expect(page.getByText(/^1 card of/)).toBeVisible();
	await field.fill('deck:Lab front:re:lab.$');
	await expect(page.getByText(/^1 card of/)).toBeVisible();
	await field.fill('"re:(a"');
	await expect(page.getByText(/^Column 5: This is no regular expression/)).toBeVisible();

	// What finds nothing leads back to everything, and what is no search leaves the list as it was.
	await field.fill('nothinglikeit');
	await page.getByRole('button', { name: 'Show all cards' }).click();
	await expect(page.getByText(/^[\d,]+ cards$/)).toBeVisible();
	await expect(page.getByRole('grid', { name: 'Cards' })).toBeFocused();
	await find(page, '(cache', /^[\d,]+ cards$/);
	await expect(page.getByText(/^Column 1: /)).toBeVisible();
});

test('searches are kept, chosen, renamed, deleted and brought back by keyboard alone', async ({
	page,
}) => {
	await new Session(page).begin();
	await find(page, '', /^[\d,]+ cards$/);
	const { keyboard } = page;
	const field = page.getByRole('combobox', { name: 'Search cards' });
	const saved = page.getByRole('list', { name: 'Saved searches' });
	await field.fill('nid:quorum');
	await keyboard.press('Escape');
	await expect(page.getByText(/^\d+ cards of/)).toBeVisible();
	const save = page.getByRole('button', { name: 'Save', exact: true });
	await save.focus();
	await keyboard.press('Enter');
	await expect(page.getByRole('dialog').getByLabel('Name')).toBeFocused();
	await keyboard.type('Majority');
	await keyboard.press('Enter');
	await expect(page.getByRole('dialog')).toBeHidden();
	const chip = saved.getByRole('button', { name: 'Majority' });
	await expect(chip).toHaveAttribute('aria-pressed', 'true');
	await expect(page.getByRole('button', { name: 'Rename the search Majority' })).toBeFocused();

	await chip.focus();
	await keyboard.press('Enter');
	await expect(field).toHaveValue('');
	await chip.focus();
	await keyboard.press('Enter');
	await expect(field).toHaveValue('nid:quorum');
	await page.getByRole('button', { name: 'Rename the search Majority' }).focus();
	await keyboard.press('Enter');
	await keyboard.press('ControlOrMeta+a');
	await keyboard.type('More than half');
	await keyboard.press('Enter');
	await expect(saved.getByRole('button', { name: 'More than half' })).toBeVisible();
	await page.getByRole('button', { name: 'Delete the search More than half' }).focus();
	await keyboard.press('Enter');
	await expect(saved).toBeHidden();
	await expect(save).toBeFocused();
	await page.getByRole('button', { name: 'Undo' }).focus();
	await keyboard.press('Enter');
	await expect(saved.getByRole('button', { name: 'More than half' })).toBeVisible();
});
