/** The screen for imports in its steps, each of which looks different. */
import { expect } from '@playwright/test';
import { cardRow, CLOZE, noteRow } from './build-anki-database.ts';
import { buildAnkiPackage, PIXEL } from './build-anki-package.ts';
import { brought, studiedDeck } from './import-files.ts';
import { Importing } from './importing.ts';
import type { Screen } from './screen.ts';

/** A package with progress, a picture, one on another server, a note left out and a script. */
export async function variedDeck(): Promise<ReturnType<typeof brought>> {
	const deck = studiedDeck('Varied');
	const remote = '<img src="https://example.org/far.png"><script>alert(1)</script>';
	const spec = {
		...deck,
		notes: [
			...(deck.notes ?? []),
			noteRow(3, { guid: 'v3', flds: `{{c1::Sharding}} splits rows\x1f${remote}`, mid: CLOZE.id }),
			noteRow(4, { guid: 'v4' }),
		],
		cards: [...(deck.cards ?? []), cardRow(3, 3)],
	};
	return brought('Varied.apkg', await buildAnkiPackage(3, spec, { 'dot.png': PIXEL }));
}

export const IMPORT_SCREENS: Screen[] = [
	{
		name: 'import, where from',
		open: async (page) => {
			const importing = new Importing(page);
			await importing.open('?url=https%3A%2F%2Fexample.org%2Fdeck.apkg');
			await page.getByText('Paste text', { exact: true }).click();
			await expect(importing.button('Fetch from example.org')).toBeVisible();
		},
	},
	{
		name: 'import, a file that cannot come in',
		open: async (page) => {
			const importing = new Importing(page);
			await importing.choose(brought('Deck.apkg', '<!doctype html>'));
			await expect(importing.heading('This file cannot be imported')).toBeVisible();
		},
	},
	{
		name: 'import, a table',
		open: async (page) => {
			const importing = new Importing(page);
			await importing.button('Choose another file').click();
			await importing.choose(brought('Table.csv', 'front;back;tags\nWhat is it?;It is;db\n'));
			await importing.previewOf('Table.csv');
			await expect(page.getByRole('region', { name: 'Some of its cards' })).toBeVisible();
		},
	},
	{
		name: 'import, a package',
		open: async (page) => {
			const importing = new Importing(page);
			await importing.button('Cancel').click();
			await importing.choose(await variedDeck());
			await importing.previewOf('Varied.apkg');
			await page.getByText('1 picture on other servers').click();
			await expect(page.getByRole('region', { name: 'Some of its cards' })).toBeVisible();
		},
	},
	{
		name: 'import, done',
		open: (page) => new Importing(page).take(),
	},
];
