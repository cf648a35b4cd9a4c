import type { NoteType } from '../../src/lib/content/note.ts';
import { STOCK } from '../../src/lib/content/stock-note-types.ts';
import { expect, test } from '../support/journey.ts';
import { putHistory } from '../support/made-history.ts';
import { Session } from '../support/session.ts';
import { putDecks } from '../support/stored-decks.ts';

/** As Anki writes them. */
const html = (name: 'Basic' | 'Cloze'): NoteType => ({
	...{ id: `type/${name}`, name, text: 'html', css: '' },
	...STOCK[name],
});

test('cards that keep being forgotten are shown in words, with their history and the way to mend them', async ({
	page,
}) => {
	await new Session(page).begin();
	await putHistory(page, { days: 120, newPerDay: 5, now: Date.now() });
	const leeches = [
		{
			type: html('Basic'),
			fields: ['<div>Who <b>evicts</b> &amp; when?</div><br>', '<i>The cache</i>'],
		},
		{ type: html('Cloze'), fields: ['<span>{{c1::Quorum::how many}}</span> must agree', ''] },
	];
	await putDecks(page, { anki: { path: 'From Anki', leeches } }, '/stats');
	const part = page.getByRole('region', { name: 'Forgotten again and again' });
	await expect(part).toContainText(/\d cards cost more time than they give back/);
	await expect(part).toContainText('Who evicts & when?');
	await expect(part).toContainText('[how many] must agree');
	await expect(part).not.toContainText('<');

	// A card of the catalog: its answers, its pattern, and its words.
	const released = part.getByRole('listitem').filter({ hasNotText: 'From Anki' }).first();
	await released.getByText('History and advice').click();
	await expect(released.getByRole('list', { name: 'Answers, oldest first' })).toContainText(
		'Again',
	);
	await expect(released.getByRole('link', { name: /^Read the pattern/ })).toHaveAttribute(
		'href',
		/catalog\/[a-z-]+$/,
	);
	await released.getByRole('link', { name: /^Rewrite/ }).click();
	await expect(page.getByRole('heading', { name: 'Edit card', level: 1 })).toBeVisible();
	await page.getByLabel('Front').fill('Asked in words of my own?');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(part).toContainText('Asked in words of my own?');

	// One of the person's own.
	const own = part.getByRole('listitem').filter({ hasText: 'Who evicts' });
	await own.getByText('History and advice').click();
	await expect(own).toContainText('then put the answer into words of your own');
	await expect(own).not.toContainText('pattern');
	await own.getByRole('link', { name: /^Rewrite/ }).click();
	await expect(page.getByRole('heading', { name: 'Edit note', level: 1 })).toBeVisible();
	await page.goBack();
	await part.getByRole('link', { name: 'To the marked cards' }).click();
	const marked = page.getByRole('region', { name: /^Keeps being forgotten/ });
	await expect(marked).toContainText('Who evicts & when?');
	await expect(marked.getByRole('link', { name: /^Edit.*must agree/ })).toHaveAttribute(
		'href',
		/notes\/edit\?id=note%2Fanki-1$/,
	);
});
