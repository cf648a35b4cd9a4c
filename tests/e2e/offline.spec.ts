import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { PageChunk } from '../../src/lib/content/library.ts';
import { index } from '../support/catalog.ts';
import { Host } from '../support/host.ts';
import { expect, test as base } from '../support/journey.ts';
import { BUILD, makeRelease } from '../support/release.ts';
import { Practice } from '../support/practice.ts';
import { Session } from '../support/session.ts';
import { stored } from '../support/stored.ts';
import { controlled } from '../support/worker.ts';

const test = base.extend<{ host: Host }>({
	host: async ({ page }, use) => {
		const host = await Host.start(makeRelease('first'));
		await new Session(page).begin(host.url);
		await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
		await use(host);
		await host.unplug();
		rmSync(host.folder, { recursive: true });
	},
});

const library = <T>(file: string) =>
	JSON.parse(readFileSync(join(BUILD, 'library', file), 'utf8')) as T;
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('a session goes on without a network, from the first visit on', async ({ page, host }) => {
	const session = new Session(page);
	await session.answerByKey('Good');
	const question = await session.questionText();
	await host.unplug();
	await page.reload();
	await expect.poll(() => session.questionText()).toBe(question);
	for (let count = 0; count < 5; count += 1) await session.answerByKey('Good');
	await page.reload();
	await expect(session.reveal).toBeVisible();
	expect((await stored(page)).reviews).toHaveLength(6);
	await host.plugIn();
});

test('a drill is drawn, judged and stored without a network', async ({ page, host }) => {
	await host.unplug();
	await page.goto(`${host.url}estimate`);
	await page.getByRole('link', { name: /^Quick fire/ }).click();
	const practice = new Practice(page);
	await practice.giveAll(1);
	await expect(practice.verdict).toContainText('Spot on');
	await page.keyboard.press('Enter');
	await expect.poll(async () => (await stored(page)).reviews.length).toBe(1);
	await host.plugIn();
});

test.describe('addresses without a network', () => {
	// The router reports an address that names nothing, and asks the host whether it is outdated.
	test.use({ expected: /Not found: \/no\/such\/place|ERR_FAILED .*version\.json/ });

	test('every screen opens by its address, whatever stands around it', async ({ page, host }) => {
		const pattern = index.patterns.at(-1);
		const path = index.paths[0];
		if (!pattern || !path) throw new Error('the catalog is empty');
		await host.unplug();
		const addresses: [string, string | RegExp][] = [
			['', /\w+day, /],
			['?source=homescreen', /\w+day, /],
			['catalog', 'Catalog'],
			['catalog/', 'Catalog'],
			['catalog?q=cache&level=beginner', 'Catalog'],
			[`catalog/${pattern.id}`, pattern.name],
			[`catalog/${pattern.id}/`, pattern.name],
			[`catalog/${pattern.id}?q=x#sources`, pattern.name],
			[`catalog/paths/${path.id}`, path.name],
			['catalog/no-such-pattern', 'No pattern is called “no-such-pattern”'],
			['estimate', 'Estimate'],
			['estimate/calculator', 'Calculator'],
			['estimate/practice?drill=no-such-drill', 'The drill could not start'],
			['settings', 'Settings'],
			['settings/', 'Settings'],
			['help', 'Help'],
			['more', 'More'],
			['welcome', /./],
			['review', 'Review'],
			['review/?minutes=5', 'Review'],
			['no/such/place', 'There is no page at this address'],
		];
		for (const [address, name] of addresses) {
			await test.step(`/${address}`, async () => {
				await page.goto(host.url + address);
				await expect(heading(page)).toHaveText(name);
			});
		}
		await host.plugIn();
	});
});

test('every pattern shows its page and its diagrams without a network', async ({ page, host }) => {
	test.setTimeout(180_000);
	const pages = new Map(
		index.categories.flatMap(({ chunks }) => Object.entries(library<PageChunk>(chunks.pages))),
	);
	await host.unplug();
	await page.goto(`${host.url}catalog`);
	const list = page.getByRole('region', { name: 'Catalog list' });
	let drawings = 0;
	for (const { id, name } of index.patterns) {
		const written =
			pages
				.get(id)
				?.sections.map(({ html }) => html)
				.join('') ?? '';
		const expected = written.split('<figure class="diagram').length - 1;
		await list.locator(`a[href$="/catalog/${id}"]`).click();
		await expect(heading(page)).toHaveText(name);
		const shown = page.locator('section figure.diagram svg');
		await expect(shown).toHaveCount(expected);
		drawings += expected;
		for (const size of await shown.evaluateAll((all) => all.map((svg) => svg.clientHeight))) {
			expect(size, `height of a diagram of ${id}`).toBeGreaterThan(20);
		}
	}
	expect(index.patterns.length).toBeGreaterThanOrEqual(82);
	expect(drawings).toBeGreaterThan(40);
	await host.plugIn();
});

test('comparisons and challenges are there without a network', async ({ page, host }) => {
	await host.unplug();
	await page.goto(`${host.url}catalog/compare/pagination`);
	await expect(heading(page)).toHaveText('Pagination styles');
	await expect(page.getByRole('table')).toBeVisible();
	await expect(page.getByRole('heading', { name: /^Cards/ })).toBeVisible();
	await page.goto(`${host.url}catalog?group=challenge&in=traffic-spikes`);
	await expect(page.getByRole('heading', { level: 2, name: /^Traffic spikes/ })).toBeVisible();
	await host.plugIn();
});

test.describe('files that the browser has evicted', () => {
	// Evicted and offline, what is fetched ahead cannot arrive either: texts and the files of other screens.
	test.use({ expected: /status of 503|ERR_FAILED .*(\/library\/|\/_app\/immutable\/)/ });

	test('are missed in words, with the data safe, and come back with the network', async ({
		page,
		host,
	}) => {
		const session = new Session(page);
		await session.answerByKey('Good');
		await controlled(page);
		await page.evaluate(async () => {
			for (const name of await caches.keys()) await caches.delete(name);
		});
		await host.unplug();
		await page.reload();
		await expect(heading(page)).toHaveText('Onsite needs the network once');
		await expect(
			page.getByText('Your cards and your history are stored apart and are safe.'),
		).toBeVisible();

		await host.plugIn();
		await page.getByRole('link', { name: 'open this page again' }).click();
		await expect(session.reveal).toBeVisible();
		expect((await stored(page)).reviews).toHaveLength(1);
		// Not only this once: the files are fetched again, so that the next start needs no network.
		await expect
			.poll(() => page.evaluate(async () => (await caches.match('/200.html')) !== undefined), {
				timeout: 20_000,
			})
			.toBe(true);
		await expect.poll(() => host.asked.includes('/icons/maskable-512.png')).toBe(true);
		await host.unplug();
		await page.goto(`${host.url}catalog`);
		await expect(heading(page)).toHaveText('Catalog');
		await host.plugIn();
	});
});
