import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { broken, Host } from '../support/host.ts';
import { expect, test as base } from '../support/journey.ts';
import { filesOf, makeRelease } from '../support/release.ts';
import { Session } from '../support/session.ts';
import { stored } from '../support/stored.ts';
import { checkForUpdate, controlled, expectRelease, storedBuilds } from '../support/worker.ts';

/** Every fifth of a minute the app looks whether nothing is open any more. */
const IDLE_CHECK = 6_000;

const test = base.extend<{ host: Host }>({
	host: async ({}, use) => {
		const host = await Host.start(makeRelease('first'));
		await use(host);
		await host.unplug();
		rmSync(host.folder, { recursive: true });
	},
});

const notice = (page: Page) => page.getByRole('complementary', { name: 'Update' });

/** A visitor whose first build is on the device, on Today. */
async function settled(page: Page, host: Host): Promise<Session> {
	const session = new Session(page);
	await session.begin(host.url);
	await session.leave();
	await controlled(page);
	await expectRelease(page, 'first');
	await expect(page.getByRole('region', { name: "Today's review" })).toBeVisible();
	return session;
}

async function acceptUpdate(page: Page, release: string): Promise<void> {
	await notice(page).getByRole('button', { name: 'Update now' }).click();
	await expectRelease(page, release);
	await expect(page.getByRole('region', { name: "Today's review" })).toBeVisible();
}

test('a new build waits for the end of a session and for the word of the person', async ({
	page,
	host,
}) => {
	await page.clock.install();
	const session = await settled(page, host);
	await page.getByRole('link', { name: /^(Start review|Continue)/ }).click();
	await session.answerByKey('Good');
	const question = await session.questionText();
	await page.keyboard.press('Space');
	await page.evaluate(() => Object.assign(window, { sameDocument: true }));

	host.folder = makeRelease('second');
	expect(await checkForUpdate(page)).toBe('waiting');
	await page.clock.runFor(3 * IDLE_CHECK);
	await expect(notice(page)).toBeHidden();
	await expect(session.answer).toBeVisible();
	expect(await session.questionText()).toContain(question.slice(0, 20));
	expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);

	await page.keyboard.press('3');
	await session.expectDone(2);
	await session.leave();
	await page.clock.runFor(IDLE_CHECK);
	await expect(notice(page)).toBeVisible();
	await expectRelease(page, 'first');
	await acceptUpdate(page, 'second');
	expect((await stored(page)).reviews).toHaveLength(2);
	await expect.poll(() => storedBuilds(page)).toEqual(['second']);
});

test('a session in another tab holds back the update too', async ({ page, context, host }) => {
	await page.clock.install();
	await settled(page, host);
	const other = await context.newPage();
	const session = new Session(other);
	await other.goto(`${host.url}review`);
	await expect(session.reveal).toBeVisible();

	host.folder = makeRelease('second');
	expect(await checkForUpdate(page)).toBe('waiting');
	await page.clock.runFor(3 * IDLE_CHECK);
	await expect(notice(page)).toBeHidden();
	await other.close();
	await page.clock.runFor(IDLE_CHECK);
	await acceptUpdate(page, 'second');
});

test('a skipped build and a build taken back open without a missing file', async ({
	page,
	host,
}) => {
	await page.clock.install();
	await settled(page, host);
	const first = host.folder;
	makeRelease('second');
	for (const [name, folder] of [
		['third', makeRelease('third')],
		['first', first],
	] as const) {
		host.folder = folder;
		expect(await checkForUpdate(page)).toBe('waiting');
		await page.clock.runFor(IDLE_CHECK);
		await acceptUpdate(page, name);
		for (const place of ['catalog', 'settings', 'help', 'review', '']) {
			await page.goto(`${host.url}${place}`);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await expectRelease(page, name);
		}
	}
});

test('a tab of the old build keeps its files after another tab has updated', async ({
	page,
	context,
	host,
}) => {
	await page.clock.install();
	await settled(page, host);
	const other = await context.newPage();
	await other.goto(host.url);
	await expect(other.getByRole('region', { name: "Today's review" })).toBeVisible();

	// Hosts that replace a build whole no longer have the old one's files.
	host.folder = makeRelease('second');
	expect(await checkForUpdate(page)).toBe('waiting');
	await page.clock.runFor(IDLE_CHECK);
	await acceptUpdate(page, 'second');
	await expect.poll(() => storedBuilds(page)).toEqual(['first', 'second']);

	for (const place of ['Catalog', 'Settings', 'Help', 'Today']) {
		await other
			.getByRole('navigation', { name: 'Main' })
			.getByRole('link', { name: place, exact: true })
			.click();
		await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
		await expectRelease(other, 'first');
	}
	await other.getByRole('link', { name: /^(Start review|Continue)/ }).click();
	await new Session(other).answerByKey('Good');
	await expectRelease(other, 'first');

	// Nothing waits any more, and yet the offer in this tab holds.
	await new Session(other).leave();
	await acceptUpdate(other, 'second');
	await expect.poll(() => storedBuilds(page)).toEqual(['second']);
});

test('a build that waits is not thrown away when another tab opens', async ({
	page,
	context,
	host,
}) => {
	await settled(page, host);
	host.folder = makeRelease('second');
	expect(await checkForUpdate(page)).toBe('waiting');
	const other = await context.newPage();
	await other.goto(host.url);
	await expect(other.getByRole('region', { name: "Today's review" })).toBeVisible();
	await expect(notice(other)).toBeVisible();
	// What is no longer used goes at the start of a tab: it has gone by the time the offer stands.
	expect(await storedBuilds(page)).toEqual(['first', 'second']);
	await acceptUpdate(other, 'second');
	await host.unplug();
	await other.reload();
	await expectRelease(other, 'second');
	await expect(other.getByRole('region', { name: "Today's review" })).toBeVisible();
	await host.plugIn();
});

for (const [fault, name] of [
	['error', 'status 500'],
	['page', 'status 200 with a page in place of the file'],
	['cut', 'a connection that is cut'],
] as const) {
	test(`a build with ${name} for one chunk is refused whole, and taken once it is mended`, async ({
		page,
		host,
	}) => {
		await page.clock.install();
		await settled(page, host);
		host.folder = makeRelease('second');
		const chunk = filesOf(join(host.folder, '_app/immutable/chunks'))[0];
		host.instead.set(`/_app/immutable/chunks/${chunk}`, broken[fault]);

		expect(await checkForUpdate(page)).toBe('refused');
		await expect.poll(() => storedBuilds(page)).toEqual(['first']);
		await page.reload();
		await expect(page.getByRole('region', { name: "Today's review" })).toBeVisible();
		await expectRelease(page, 'first');

		host.instead.clear();
		expect(await checkForUpdate(page)).toBe('waiting');
		await page.clock.runFor(IDLE_CHECK);
		await acceptUpdate(page, 'second');
	});
}

test('a first visit whose download fails leaves nothing by halves and heals at the next', async ({
	page,
	host,
}) => {
	const session = new Session(page);
	host.instead.set('/icons/icon-512.png', broken.page);
	await session.begin(host.url);
	await session.answerByKey('Good');
	await expect.poll(() => host.asked.includes('/icons/icon-512.png')).toBe(true);
	await expect.poll(() => storedBuilds(page)).toEqual([]);
	host.instead.clear();
	await page.reload();
	await controlled(page);
	await host.unplug();
	await page.reload();
	await expect(session.reveal).toBeVisible();
	await host.plugIn();
});
