import type { Page } from '@playwright/test';
import { patternBeginningWith } from '../support/catalog.ts';
import { refuseWrites } from '../support/failing-writes.ts';
import { expect, test } from '../support/journey.ts';
import { Session } from '../support/session.ts';
import { allBeside, answersBeside } from '../support/spare.ts';
import { contradictions, stored, tables } from '../support/stored.ts';

const ALL = ['cards', 'reviews', 'records', 'days', 'dueCounts', 'totals', 'actions'];
const dump = async (page: Page) => JSON.stringify(await tables(page, ALL));
/** The one file of this origin that is shown as it is, and not as the app, once the worker has taken over. */
const ELSEWHERE = '/service-worker.js';

// For a page without an icon of its own, the browser asks for this one.
test.use({ expected: /404 .*favicon/ });

for (const refusal of ['throw', 'abort-quota', 'abort'] as const) {
	test(`an answer for which there is no room (${refusal}) keeps its card and says so`, async ({
		page,
	}) => {
		const session = new Session(page);
		await session.open();
		await session.answerByKey('Good');
		const question = await session.questionText();
		const before = await dump(page);
		const allow = await refuseWrites(page, refusal);
		for (let attempt = 0; attempt < 2; attempt += 1) {
			if (attempt === 0) await page.keyboard.press('Space');
			await expect(session.answer).toBeVisible();
			await page.keyboard.press('4');
			await expect(
				session.message(/^Not saved\. The device has no room left/).first(),
			).toBeVisible();
			await expect(session.answer).toBeVisible();
			expect(await session.questionText()).toBe(question);
			await session.expectDone(1);
		}
		await expect(page.getByText(/Free some space on the device/).first()).toBeVisible();
		expect(await dump(page)).toBe(before);

		await allow();
		await page.keyboard.press('4');
		await session.expectDone(2);
		await expect(session.reveal).toBeVisible();
		const log = await stored(page);
		expect(log.reviews.map(({ grade }) => grade)).toEqual([3, 4]);
		expect(contradictions(log)).toEqual([]);
	});
}

test('without room, marks, edits and settings change nothing and say so', async ({ page }) => {
	const session = new Session(page);
	await session.open(`?pattern=${patternBeginningWith('recall').id}`);
	const question = await session.questionText();
	const before = await dump(page);
	const allow = await refuseWrites(page, 'abort-quota');
	const problem = session.message(/no room left/);
	for (const key of ['s', 'b', 'f']) {
		await page.keyboard.press(key);
		await expect(problem.first()).toBeVisible();
		await page.getByRole('button', { name: 'Close message' }).first().click();
		await expect(problem).toBeHidden();
		await page.getByRole('region', { name: 'Question' }).focus();
	}
	await page.keyboard.press('e');
	const editor = page.getByRole('dialog', { name: 'Edit card' });
	await editor.getByRole('textbox', { name: 'Front' }).fill('My wording');
	await editor.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByText(/no room left/).first()).toBeVisible();
	await expect(editor.getByRole('textbox', { name: 'Front' })).toHaveValue('My wording');
	expect(await dump(page)).toBe(before);
	await allow();
	await editor.getByRole('button', { name: 'Save' }).click();
	await expect(session.question).toHaveText('My wording');
	expect(question).not.toBe('My wording');
});

/** The database goes as it does where the browser finds it damaged. */
async function deleteDatabase(page: Page): Promise<void> {
	await page.evaluate(
		() =>
			new Promise<void>((resolve, reject) => {
				const request = indexedDB.deleteDatabase('onsite');
				request.onsuccess = () => resolve();
				request.onerror = () => reject(request.error);
			}),
	);
}

test('data deleted under the page stops it, in words, and the next start brings them back', async ({
	page,
}) => {
	const session = new Session(page);
	await session.begin();
	await expect.poll(() => answersBeside(page)).toHaveProperty(['/spare/whole'], 0);
	await session.answerByKey('Good');
	await session.answerByKey('Hard');
	await expect.poll(() => answersBeside(page)).toHaveProperty(['/spare/since'], 2);
	const before = (await stored(page)).reviews;
	await deleteDatabase(page);
	const words = page.getByRole('heading', {
		name: /^The browser has removed the data of this app\./,
	});
	await expect(words).toBeVisible();
	await page.reload();
	await expect(session.message(/All of it up to .* is back, 2 answers included\./)).toBeVisible();
	expect((await stored(page)).reviews).toEqual(before);
	await session.open();
	await session.answerByKey('Good');
	expect((await stored(page)).reviews).toHaveLength(3);
});

test('data deleted with what was kept beside them stop it, and never look like a first visit', async ({
	page,
}) => {
	const session = new Session(page);
	await session.begin();
	await session.answerByKey('Good');
	await expect.poll(() => allBeside(page)).toBeGreaterThanOrEqual(1);
	await deleteDatabase(page);
	await page.evaluate(() => caches.delete('onsite-spare'));
	const words = page.getByRole('heading', {
		name: /^The browser has removed the data of this app\./,
	});
	await expect(words).toBeVisible();
	await page.reload();
	await expect(words).toBeVisible();
	await page.goto('/catalog');
	await expect(words).toBeVisible();
	await page.getByRole('button', { name: /^Begin anew/ }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Catalog' })).toBeVisible();
	await session.open();
	await session.answerByKey('Good');
	expect((await stored(page)).reviews).toHaveLength(1);
});

for (const [what, types] of [
	['database', 'indexeddb'],
	['whole site data', 'all'],
] as const) {
	test(`the browser clearing the ${what} under the page is noticed at the next answer`, async ({
		page,
		context,
	}) => {
		const session = new Session(page);
		await session.open();
		await session.answerByKey('Good');
		const devtools = await context.newCDPSession(page);
		await devtools.send('Storage.clearDataForOrigin', {
			origin: new URL(page.url()).origin,
			storageTypes: types,
		});
		await page.keyboard.press('Space');
		await page.keyboard.press('3');
		await expect(
			page.getByText(/The browser has removed the data of this app\./).first(),
		).toBeVisible();
	});
}

test('a browser without a storage manager starts and says what it cannot know', async ({
	page,
}) => {
	await page.addInitScript(() => {
		Object.defineProperty(Navigator.prototype, 'storage', { value: undefined });
	});
	const session = new Session(page);
	await session.begin();
	await session.answerByKey('Good');
	await page.goto('/settings#data');
	await expect(page.getByText('This browser does not say').first()).toBeVisible();
	await expect(page.getByRole('button', { name: 'Ask the browser to keep it' })).toBeHidden();
});

test('a browser that never answers whether it keeps the data holds nothing up', async ({
	page,
}) => {
	await page.addInitScript(() => {
		const never = () => new Promise<boolean>(() => {});
		StorageManager.prototype.persist = never;
		StorageManager.prototype.persisted = async () => false;
		StorageManager.prototype.estimate = () => new Promise(() => {});
	});
	const session = new Session(page);
	await session.begin();
	await session.answerByKey('Good');
	await page.goto('/settings#data');
	await page.getByRole('button', { name: 'Ask the browser to keep it' }).click();
	await expect(page.getByText('Waiting for the browser’s answer.')).toBeVisible();
	await session.open();
	await session.answerByKey('Good');
});

/** What a newer app does in another tab: it takes the database to its version. */
async function upgradeElsewhere(page: Page, version: number): Promise<void> {
	await page.evaluate(
		(version) =>
			new Promise<void>((resolve, reject) => {
				const request = indexedDB.open('onsite', version);
				request.onupgradeneeded = () => request.result.createObjectStore('ofTheFuture');
				request.onsuccess = () => {
					request.result.close();
					resolve();
				};
				request.onerror = () => reject(request.error);
			}),
		version,
	);
}

test('a newer app in another tab stops this one; an old app then only reads and exports', async ({
	page,
	context,
}) => {
	const session = new Session(page);
	await session.begin();
	await session.answerByKey('Good');
	await page.keyboard.press('Space');
	await expect(session.answer).toBeVisible();
	const other = await context.newPage();
	await other.goto(ELSEWHERE);
	await upgradeElsewhere(other, 1000);
	const before = await dump(other);

	await expect(page.getByText('Another tab has updated the app', { exact: false })).toBeVisible();
	await page.keyboard.press('3');
	expect(await dump(other)).toBe(before);

	await page.reload();
	const banner = page
		.getByRole('alert')
		.filter({ hasText: 'written by a newer version of the app' })
		.first();
	await expect(banner).toBeVisible();
	await page.goto('/review');
	await expect(banner).toBeVisible();
	await expect(page.getByRole('heading', { name: 'The session could not start' })).toBeVisible();
	expect(await dump(other)).toBe(before);

	await page.goto('/settings#data');
	await expect(page.getByRole('button', { name: 'Restore from a file' })).toBeHidden();
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Back up to a file' }).click();
	expect((await download).suggestedFilename()).toMatch(/^onsite-\d{4}-\d\d-\d\d\./);
	expect(await dump(other)).toBe(before);
});

test('an upgrade held up by another tab names the other tabs, and goes on when they are closed', async ({
	page,
	context,
}) => {
	const other = await context.newPage();
	await other.goto(ELSEWHERE);
	// A tab of an old app that hangs: it holds an older version open and hears nothing.
	await other.evaluate(
		() =>
			new Promise<void>((resolve, reject) => {
				const request = indexedDB.open('onsite', 1);
				request.onsuccess = () => {
					Object.assign(window, { held: request.result });
					resolve();
				};
				request.onerror = () => reject(request.error);
			}),
	);
	await page.goto('/review');
	await expect(
		page.getByRole('heading', { name: 'Another tab keeps the old version of the storage open.' }),
	).toBeVisible();
	await expect(
		page.getByText('Close the other tabs of this app; it goes on by itself.'),
	).toBeVisible();
	await other.close();
	await expect(new Session(page).reveal).toBeVisible();
});

test('an answer put aside when the connection was lost is saved at the next start, once', async ({
	page,
}) => {
	const session = new Session(page);
	await session.open();
	await session.answerByKey('Good');
	const question = await session.questionText();
	// As WebKit does when its network process dies: every call fails until the page is reloaded.
	await page.evaluate(() => {
		IDBTransaction.prototype.objectStore = () => {
			throw new DOMException('Connection to Indexed Database server lost.', 'UnknownError');
		};
		Object.assign(window, { sameDocument: true });
	});
	await page.keyboard.press('Space');
	await page.keyboard.press('3');
	await page.waitForFunction(() => !('sameDocument' in window));
	await expect(session.reveal).toBeVisible();
	await expect(session.message('What you had answered is saved now.')).toBeVisible();
	expect(await session.questionText()).not.toBe(question);
	await page.reload();
	await expect(session.reveal).toBeVisible();
	const log = await stored(page);
	expect(log.reviews).toHaveLength(2);
	expect(contradictions(log)).toEqual([]);
});
