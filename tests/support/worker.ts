/** The service worker as a test sees it: whether it has taken over, what waits, what it has stored. */
import { expect, type Page } from '@playwright/test';

/** Resolves once all files are on the device, and this page is served from there. */
export async function controlled(page: Page): Promise<void> {
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	if (!(await page.evaluate(() => navigator.serviceWorker.controller !== null)))
		await page.reload();
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** Lets the browser look for a new worker now, and resolves to how that one ended up. */
export async function checkForUpdate(page: Page): Promise<'waiting' | 'refused' | 'nothing new'> {
	return page.evaluate(async () => {
		const registration = await navigator.serviceWorker.getRegistration();
		if (!registration) throw new Error('no worker is registered');
		await registration.update();
		const worker = registration.installing ?? registration.waiting;
		if (!worker) return 'nothing new';
		return new Promise((resolve) => {
			const look = () => {
				if (worker.state === 'redundant') resolve('refused');
				else if (worker.state !== 'installing') resolve('waiting');
			};
			worker.addEventListener('statechange', look);
			look();
		});
	});
}

/** Names of the stored builds, without the app's prefix. */
export async function storedBuilds(page: Page): Promise<string[]> {
	const names = await page.evaluate(() => caches.keys());
	const builds = names.filter((name) => name.includes(':'));
	return builds.map((name) => name.slice(name.indexOf(':') + 1)).sort();
}

/** Which release the page that is open came from. */
export async function expectRelease(page: Page, name: string): Promise<void> {
	// Another worker takes over only once the one before has stored what it is at.
	await expect(page.locator('html')).toHaveAttribute('data-release', name, { timeout: 30_000 });
}
