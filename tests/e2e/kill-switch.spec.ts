import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Host } from '../support/host.ts';
import { expect, test } from '../support/journey.ts';
import { makeRelease } from '../support/release.ts';
import { Session } from '../support/session.ts';
import { stored } from '../support/stored.ts';
import { checkForUpdate, controlled, expectRelease, storedBuilds } from '../support/worker.ts';

/** A worker gone wrong: it answers every navigation with a page that does nothing. */
const BROKEN_WORKER = `
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(clients.claim()));
self.addEventListener('fetch', (event) => {
	if (event.request.mode === 'navigate') {
		event.respondWith(new Response('<!doctype html><title>x</title><h1>Broken</h1>', {
			headers: { 'content-type': 'text/html' },
		}));
	}
});`;

// A page without a worker tidies up behind its first card with parts that it fetches only then. Where the host has
// moved on meanwhile, they are missing, and the next start tidies up.
test.use({ expected: /404 .*(favicon|\/_app\/immutable\/chunks\/[\w-]+first\.js$)/ });

test('the kill switch frees people from a broken worker in two visits, and keeps their reviews', async ({
	page,
}) => {
	// Three releases are made and taken in.
	test.setTimeout(120_000);
	const host = await Host.start(makeRelease('first'));
	const worker = join(host.folder, 'service-worker.js');
	const session = new Session(page);
	await session.begin(host.url);
	await session.answerByKey('Good');
	await session.answerByKey('Again');
	await controlled(page);

	writeFileSync(worker, BROKEN_WORKER);
	await checkForUpdate(page);
	await expect(async () => {
		await page.goto(host.url);
		await expect(page.getByRole('heading', { name: 'Broken' })).toBeVisible({ timeout: 1000 });
	}).toPass();

	copyFileSync(join(host.folder, 'kill-switch.js'), worker);
	// First visit: still the broken page, but the browser looks for a new worker. Second: the app.
	await page.goto(host.url);
	await expect
		.poll(() =>
			page
				.evaluate(() => navigator.serviceWorker.getRegistration().then(Boolean))
				.catch(() => true),
		)
		.toBe(false);
	await page.goto(`${host.url}review`);
	await expect(session.reveal).toBeVisible();
	await expectRelease(page, 'first');
	expect(await storedBuilds(page)).toEqual([]);
	expect((await stored(page)).reviews.map(({ grade }) => grade)).toEqual([3, 1]);

	// The tab is left in peace from now on, although the switch is still deployed.
	await page.evaluate(() => Object.assign(window, { sameDocument: true }));
	await session.answerByKey('Good');
	await session.answerByKey('Good');
	expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);

	const mended = makeRelease('second');
	host.folder = mended;
	await page.reload();
	await controlled(page);
	await expectRelease(page, 'second');
	expect(await storedBuilds(page)).toEqual(['second']);
	await host.unplug();
	await page.reload();
	await expect(session.reveal).toBeVisible();
	expect((await stored(page)).reviews).toHaveLength(4);
	rmSync(mended, { recursive: true });
});
