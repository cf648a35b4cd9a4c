import { expect, test } from '../support/journey.ts';
import { Session } from '../support/session.ts';
import { contradictions, stored } from '../support/stored.ts';
import { PRIMER, putDecks } from '../support/stored-decks.ts';

test('decks are studied, undone, renamed, taken out of the daily review, deleted and brought back', async ({
	page,
}) => {
	const session = new Session(page);
	await session.begin();
	await putDecks(page, PRIMER, '/');
	const today = page.getByRole('region', { name: "Today's review" });
	await expect(today).toContainText(/from the catalog \d+, System Design Primer 6/);

	await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Decks' }).click();
	const deck = (name: string | RegExp) => page.getByRole('main').getByRole('link', { name });
	await expect(deck(/^Catalog\s*, /)).toBeVisible();
	await expect(deck(/^System Design Primer\s*, 6 new/)).toBeVisible();
	const toggle = page.getByRole('button', { name: 'Decks in System Design Primer' });
	await expect(deck(/Caching\s*, 3 new/)).toBeVisible();
	await toggle.click();
	await expect(deck(/Caching\s*, 3 new/)).toBeHidden();
	await page.reload();
	await expect(toggle).toHaveAttribute('aria-expanded', 'false');
	await toggle.click();

	await page.getByRole('link', { name: 'Study System Design Primer › Caching' }).click();
	for (const count of [3, 2, 1]) {
		await expect(session.card).toContainText('System Design Primer › Caching');
		await expect(page.getByRole('banner')).toContainText(`${count} new`);
		await session.answerByKey('Easy');
	}
	await expect(page.getByRole('heading', { name: 'Done with Caching' })).toBeVisible();
	await page.getByRole('button', { name: 'Undo last answer' }).click();
	await expect(session.reveal).toBeVisible();
	const once = await stored(page);
	expect(once.reviews.map(({ cardId }) => cardId)).toEqual([
		'note/caching-0/0',
		'note/caching-1/0',
	]);
	await session.answerByKey('Good');
	await page.getByRole('button', { name: 'End session' }).click();

	await deck(/Caching\s*, /).click();
	await expect(page.getByRole('heading', { name: 'Caching', level: 1 })).toBeVisible();
	await expect(page.getByRole('main')).toContainText('What is a cold cache?');
	await page.getByRole('button', { name: 'Rename or move' }).click();
	const sheet = page.getByRole('dialog');
	await sheet.getByLabel('Name').fill('Asynchronism');
	await sheet.getByRole('button', { name: 'Save' }).click();
	await expect(sheet).toContainText('There is a deck of this name there already.');
	await sheet.getByLabel('Name').fill('Caches');
	await sheet.getByLabel('In the deck').selectOption({ label: 'None' });
	await sheet.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('heading', { name: 'Caches', level: 1 })).toBeVisible();

	await page.getByRole('switch', { name: 'In the daily review' }).click();
	await expect(page.getByText('No longer in the daily review')).toBeVisible();
	await page.getByRole('button', { name: 'Delete' }).click();
	await expect(sheet).toContainText('Caches holds 3 cards with 3 answers');
	await sheet.getByRole('button', { name: 'Delete with 3 cards' }).click();
	await expect(page.getByRole('heading', { name: 'Decks', level: 1 })).toBeVisible();
	await expect(deck(/^Caches/)).toBeHidden();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(deck(/^Caches/)).toBeVisible();
	expect(contradictions(await stored(page))).toEqual([]);
});
