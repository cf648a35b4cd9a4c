import { violations } from '../support/axe.ts';
import { variedDeck } from '../support/import-screens.ts';
import { Importing } from '../support/importing.ts';
import { expect, test } from '../support/journey.ts';
import { overflow } from '../support/overflow.ts';
import { Session } from '../support/session.ts';
import { stored } from '../support/stored.ts';

test('a package is looked through and brought in by thumb, in the dark', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'dark' });
	await new Session(page).begin();
	const importing = new Importing(page);
	await importing.open();
	await importing.choose(await variedDeck());
	await importing.previewOf('Varied.apkg');
	await expect(importing.brings).toContainText('3 new cards');
	await expect(importing.brings).toContainText('1 record left out');
	await expect(importing.brings).toContainText('Not shown on any card: 1 script');
	expect(await overflow(page)).toEqual([]);

	await page.getByRole('link', { name: '1 record left out' }).tap();
	const report = page.getByRole('listitem').filter({ hasText: 'Note 4' });
	await expect(report).toContainText('it has no card');
	await page.getByPlaceholder('Filter by words').fill('nothing like it');
	await expect(report).toBeHidden();
	await page.getByPlaceholder('Filter by words').fill('no card');
	await expect(report).toBeVisible();
	const saved = page.waitForEvent('download');
	await importing.button('Save as text').tap();
	expect((await saved).suggestedFilename()).toBe('Varied.apkg report.txt');

	await page.getByRole('switch', { name: 'With progress' }).tap();
	await expect(importing.brings).not.toContainText('Past answers');
	await page.getByRole('switch', { name: 'With progress' }).tap();
	await expect(importing.brings).toContainText('Past answers');
	await page.getByRole('switch', { name: 'In the daily review' }).tap();
	await importing.import.tap();
	await expect(importing.heading('Imported')).toBeFocused();
	expect(await violations(page)).toEqual([]);
	const own = (await stored(page)).cards.filter(({ id }) => id.startsWith('note/'));
	expect(own.map(({ phase }) => phase).sort()).toEqual(['new', 'new', 'review']);
	await page.getByRole('link', { name: 'Study now' }).tap();
	await expect(new Session(page).reveal).toBeVisible();
});
