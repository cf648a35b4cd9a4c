import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Host } from '../support/host.ts';
import { expect, test } from '../support/journey.ts';
import { Session } from '../support/session.ts';
import { stored } from '../support/stored.ts';
import { buildForSubPath } from '../support/sub-path-build.ts';
import { controlled } from '../support/worker.ts';

test('below a sub-path the app works by deep link and reload, with and without a network', async ({
	page,
}) => {
	test.setTimeout(240_000);
	const build = buildForSubPath('/onsite');
	const host = await Host.start(build, '/onsite');
	const session = new Session(page);
	await session.begin(host.url);
	expect(new URL(page.url()).pathname).toBe('/onsite/review');
	await session.answerByKey('Good');

	const heading = page.getByRole('heading', { level: 1 });
	const visit = async () => {
		for (const [address, name] of [
			['', /\w+day, /],
			['catalog', 'Catalog'],
			['catalog/idempotency-key', /Idempoten/],
			['settings', 'Settings'],
			['help', 'Help'],
		] as const) {
			await page.goto(host.url + address);
			await expect(heading).toHaveText(name);
			await page.reload();
			await expect(heading).toHaveText(name);
		}
		await page
			.getByRole('navigation', { name: 'Main' })
			.getByRole('link', { name: 'Today', exact: true })
			.click();
		await page.getByRole('link', { name: /^(Start review|Continue)/ }).click();
		await session.answerByKey('Good');
	};

	await visit();
	await controlled(page);
	const scope = await page.evaluate(() => navigator.serviceWorker.ready.then(({ scope }) => scope));
	expect(scope).toBe(host.url);
	await host.unplug();
	await visit();
	expect((await stored(page)).reviews).toHaveLength(3);
	await host.plugIn();
	await host.unplug();
	rmSync(dirname(build), { recursive: true });
});
