import { rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { Host } from '../support/host.ts';
import { expect, test as base } from '../support/journey.ts';
import { putHistory } from '../support/made-history.ts';
import { makeRelease } from '../support/release.ts';
import { Session } from '../support/session.ts';
import { tables } from '../support/stored.ts';
import { PRIMER, putDecks } from '../support/stored-decks.ts';
import { controlled } from '../support/worker.ts';

const test = base.extend<{ host: Host }>({
	host: async ({ page }, use) => {
		const host = await Host.start(makeRelease('first'));
		await new Session(page).begin(host.url);
		await use(host);
		await host.unplug();
		rmSync(host.folder, { recursive: true });
	},
});

/** Someone who remembers far more than the usual parameters foretell. */
const remembers = (recall: number) => recall ** 0.3;
const history = (page: Page) =>
	putHistory(page, { days: 100, newPerDay: 5, now: Date.now(), remembers });

interface Row {
	id: string;
	due: number;
	stability: number;
}

/** What every answered card is due on, and how stable its memory is. */
async function memories(page: Page): Promise<{ due: string; stability: string }> {
	const { cards = [] } = await tables(page, ['cards']);
	// Drills are taken in when the app has come to rest, at any moment of a journey.
	const own = (cards as Row[]).filter(({ id }) => !id.startsWith('drill/'));
	const rows = own.sort((a, b) => (a.id < b.id ? -1 : 1));
	return {
		due: rows.map(({ id, due }) => `${id} ${due}`).join(),
		stability: rows.map(({ stability }) => stability).join(),
	};
}

/** Until a file that is stored late is on the device. */
async function stored(page: Page, part: string): Promise<void> {
	await page.waitForFunction(async (name) => {
		for (const key of await caches.keys()) {
			const kept = await (await caches.open(key)).keys();
			if (kept.some(({ url }) => url.includes(name))) return true;
		}
		return false;
	}, part);
}

test('a fit is offered, runs without a network, is used, and is taken back exactly', async ({
	page,
	host,
}) => {
	test.setTimeout(90_000);
	await controlled(page);
	await history(page);
	await page.goto(host.url);
	await expect(page.getByText(/reviews tell how you remember/)).toBeVisible();
	await stored(page, '/late/fsrs_browser_bg');
	await stored(page, '/late/fit.worker');
	await host.unplug();
	await page.getByRole('link', { name: 'Fit the schedule to them' }).click();
	const part = page.getByRole('region', { name: 'Memory', exact: true });
	const run = part.getByRole('button', { name: 'Fit to my answers' });
	await expect(part).toContainText('The default parameters are in force');

	await run.click();
	await part.getByRole('button', { name: 'Cancel' }).click();
	await expect(part).toContainText('Cancelled. Nothing was changed.');

	await run.click();
	await expect(part).toContainText(/The new parameters foretell better: on \d+ answers/);
	const before = await memories(page);
	await part.getByRole('button', { name: 'Use the new parameters' }).click();
	await expect(part).toContainText('In force: parameters fitted on');
	await expect(new Session(page).message(/New parameters for \d+ cards/)).toBeVisible();
	const after = await memories(page);
	expect(after.due).toBe(before.due);
	expect(after.stability).not.toBe(before.stability);

	await page.getByRole('status').getByRole('button', { name: 'Undo' }).last().click();
	await expect(part).toContainText('The default parameters are in force');
	expect(await memories(page)).toEqual(before);
	await host.plugIn();
});

test('a retention is chosen by its price, and the dates that stand follow when asked to', async ({
	page,
}) => {
	test.setTimeout(60_000);
	await new Session(page).begin();
	await history(page);
	await page.goto('/simulate');
	await expect(page.getByText(/^At 90% it takes about \d+ minutes a day/)).toBeVisible();
	const choice = page.getByRole('listitem').filter({ hasText: 'Minutes a day' });
	const minutes = async (at: number) =>
		Number(await choice.nth(at).getByRole('definition').first().innerText());
	expect(await minutes(0)).toBeLessThan(await minutes(2));
	await page.getByRole('button', { name: 'Use 95%' }).click();
	await expect(page.getByText(/^At 95% it takes about/)).toBeVisible();

	await page.getByRole('link', { name: 'Memory' }).click();
	const before = await memories(page);
	await page.getByRole('button', { name: 'Show what would move' }).click();
	await expect(page.getByText(/\d+ of \d+ dates would move: /)).toBeVisible();
	expect(await memories(page)).toEqual(before);
	await page.getByRole('button', { name: /^Move \d+ dates$/ }).click();
	await expect(new Session(page).message(/\d+ dates moved/)).toBeVisible();
	const after = await memories(page);
	expect(after.due).not.toBe(before.due);
	expect(after.stability).toBe(before.stability);
	await page.getByRole('status').getByRole('button', { name: 'Undo' }).last().click();
	await expect.poll(() => memories(page)).toEqual(before);

	await page.getByRole('button', { name: 'Show what would move' }).click();
	await page.getByRole('button', { name: /^Move \d+ dates$/ }).click();
	await expect.poll(() => memories(page)).toEqual(after);
	// Long after the message is gone, the move itself leads back.
	await page.reload();
	await page.getByRole('button', { name: 'Show what would go back' }).click();
	await page.getByRole('button', { name: /^Move \d+ dates back$/ }).click();
	await expect.poll(() => memories(page)).toEqual(before);
	await expect(page.getByRole('button', { name: 'Show what would go back' })).toBeHidden();
});

test('a deck with options of its own has its own price of retention, and they change alone', async ({
	page,
}) => {
	await new Session(page).begin();
	await putDecks(page, PRIMER, '/decks/deck?id=deck/primer');
	await page.getByRole('button', { name: 'Own options for this deck' }).click();
	// The options are named like the deck, and so are both screens.
	await page.waitForURL(/decks\/options/);
	await expect(page.getByRole('heading', { name: 'System Design Primer', level: 1 })).toBeVisible();
	await page.goto('/simulate');
	await expect(page.getByText(/^At 90% it takes .* of \d{3,} cards on the last day/)).toBeVisible();
	await page.getByLabel('Options of decks').selectOption({ label: 'System Design Primer' });
	await expect(page.getByText(/^At 90% it takes .* of \d cards on the last day/)).toBeVisible();
	await page.getByRole('button', { name: 'Use 85%' }).click();
	await expect(page.getByText(/^At 85% it takes .* of \d cards on the last day/)).toBeVisible();
	await page.getByLabel('Options of decks').selectOption({ label: 'Default' });
	await expect(page.getByText(/^At 90% it takes .* of \d{3,} cards on the last day/)).toBeVisible();
});
