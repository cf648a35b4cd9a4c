import { brought, largeDeck } from '../support/import-files.ts';
import { Importing } from '../support/importing.ts';
import { expect, test } from '../support/journey.ts';
import { Session } from '../support/session.ts';
import { tables } from '../support/stored.ts';

const NOTES = 50;

// What reads the file is not the page, and only a request that no worker answers can be given other words.
test.use({ serviceWorkers: 'block' });

/** Added to the workers: what a full disk does to a picture that is to be kept. */
const FULL = `
const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (...args) {
	if (this.name === 'media') throw new DOMException('There is no room.', 'QuotaExceededError');
	return put.apply(this, args);
};`;

test('pictures for which there is no room are told, leave nothing, and can stay away', async ({
	page,
}) => {
	await page.route(/\.worker\.[\w-]+\.js$/, async (route) => {
		const body = (await (await route.fetch()).text()) + FULL;
		await route.fulfill({ contentType: 'text/javascript', body });
	});
	await new Session(page).begin();
	const importing = new Importing(page);
	await importing.open();
	await importing.settled();
	const before = await importing.dump();
	const large = brought('Large.apkg', await largeDeck(NOTES, 400));

	await importing.choose(large);
	await expect(importing.heading('This file cannot be imported')).toBeVisible({ timeout: 30_000 });
	const told = page.getByRole('alert').filter({ hasText: 'Nothing has been changed.' });
	await expect(told).toContainText('pictures and sounds');
	expect(await importing.dump()).toEqual(before);

	await importing.button('Import without pictures and sounds').click();
	await importing.previewOf(large.name);
	await importing.take();
	const { cards, media } = await tables(page, ['cards', 'media']);
	const own = (cards as { id: string }[]).filter(({ id }) => id.startsWith('note/'));
	expect([own.length, media?.length]).toEqual([NOTES, 0]);
});
