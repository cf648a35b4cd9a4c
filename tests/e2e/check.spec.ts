import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { Session } from '../support/session.ts';
import { stored } from '../support/stored.ts';

/** Takes the row of a card out of the database, past the app. */
async function loseCard(page: Page, id: string): Promise<void> {
	await page.evaluate(async (id) => {
		const request = indexedDB.open('onsite');
		const db = await new Promise<IDBDatabase>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
		const transaction = db.transaction('cards', 'readwrite');
		transaction.objectStore('cards').delete(id);
		await new Promise((resolve) => transaction.addEventListener('complete', resolve));
		db.close();
	}, id);
}

test('a lost card is found by a check, and is back with its progress after a repair', async ({
	page,
}) => {
	const session = new Session(page);
	await session.begin();
	await session.answerByKey('Easy');
	const before = (await stored(page)).touched;
	const [lost] = before;
	await loseCard(page, lost!.id);

	await page.goto('/settings');
	const copies = page.getByText('Taken once a day and before every restore and repair');
	await expect(copies).toBeVisible();
	const check = page.getByRole('button', { name: 'Check the database' });
	await check.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByText(`Card ${lost!.id} of the catalog is missing`)).toBeVisible();
	await expect(check).toBeFocused();
	await page.getByRole('button', { name: 'Repair' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByText(/mended\. Your answers were not touched; a copy/)).toBeVisible();
	await expect(check).toBeFocused();
	expect((await stored(page)).touched).toEqual(before);
	await page.keyboard.press('Enter');
	await expect(page.getByText('All is well: every card is as its history says.')).toBeVisible();
});
