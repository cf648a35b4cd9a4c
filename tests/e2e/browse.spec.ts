import { expect, test } from '../support/journey.ts';
import { Session } from '../support/session.ts';
import { stored } from '../support/stored.ts';

test('search, suspend what was found, undo, keep the search, and study it', async ({ page }) => {
	await new Session(page).open();
	await page.goto('/more');
	await page.getByRole('link', { name: /^Browse cards/ }).click();
	const grid = page.getByRole('grid', { name: 'Cards' });
	const rows = grid.getByRole('row');
	const count = page.getByText(/^[\d,]+ cards?( of [\d,]+)?$/);
	await expect(count).toBeVisible();

	// What is not a search yet is told at its place; what is one is found.
	const field = page.getByRole('combobox', { name: 'Search cards' });
	await field.fill('nid:quorum is:nw');
	await expect(page.getByText(/^Column 15: .*“nw”/)).toBeVisible();
	await field.press('Backspace');
	await field.pressSequentially('e');
	await page.getByRole('option', { name: 'is:new' }).click();
	await expect(page).toHaveURL(/q=nid%3Aquorum%20is%3Anew$/);
	const before = (await stored(page)).cards.filter(({ id }) => id.startsWith('quorum/'));
	expect(before.length).toBeGreaterThan(2);
	await expect(count).toContainText(`${before.length} cards of`);
	await expect(grid).toHaveAttribute('aria-rowcount', String(before.length + 1));

	// All by keyboard: select, suspend, undo.
	await field.press('Enter');
	await expect(grid).toBeFocused();
	await page.keyboard.press('End');
	await expect(rows.last()).toHaveAttribute('aria-rowindex', String(before.length + 1));
	await page.keyboard.press('ControlOrMeta+a');
	await expect(page.getByText(`${before.length} selected`)).toBeVisible();
	await page.getByRole('button', { name: 'Actions' }).click();
	// What asks back begins at its first field, and the sheet at its lines again.
	await page.getByRole('button', { name: /^Set due date/ }).press('Enter');
	await expect(page.getByLabel('Days from today')).toBeFocused();
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Actions' }).click();
	await page.getByRole('button', { name: /^Suspend/ }).click();
	await expect(grid.getByText('Suspended', { exact: true })).toHaveCount(before.length);
	await expect(grid).toBeFocused();
	const suspended = async () =>
		(await stored(page)).cards.filter((card) => card.suspended).map(({ id }) => id);
	expect((await suspended()).sort()).toEqual(before.map(({ id }) => id).sort());
	await page.getByRole('button', { name: 'Undo' }).focus();
	await page.keyboard.press('Enter');
	await expect(grid.getByText('Suspended', { exact: true })).toHaveCount(0);
	await expect(grid).toBeFocused();
	expect(await suspended()).toEqual([]);

	// Kept under a name, through a reload.
	await page.getByRole('button', { name: 'Select none' }).click();
	await expect(page.getByRole('button', { name: 'Select all' })).toBeFocused();
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await page.getByRole('dialog').getByLabel('Name').fill('Quorum, new');
	await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
	const searches = page.getByRole('list', { name: 'Saved searches' });
	await expect(searches.getByText('Quorum, new')).toBeVisible();
	await page.goto('/browse');
	await searches.getByText('Quorum, new').click();
	await expect(count).toContainText(`${before.length} cards of`);

	await page.getByRole('button', { name: 'Study', exact: true }).click();
	await page.getByRole('button', { name: 'Cram' }).click();
	const session = new Session(page);
	await expect(session.reveal).toBeVisible();
	await session.answerByKey('Good');
	const { reviews, cards } = await stored(page);
	expect(reviews.map(({ kind, cardId }) => [kind, cardId.split('/')[0]])).toEqual([
		['cram', 'quorum'],
	]);
	expect(cards.filter(({ reps }) => reps > 0)).toEqual([]);
});
