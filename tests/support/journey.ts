/** The `test` of every journey: fails where the page complains or anything leaves the origin. */
import { test as base, type BrowserContext, type BrowserContextOptions } from '@playwright/test';

export { expect } from '@playwright/test';

interface Journey {
	/** The complaints that a test provokes on purpose; anything else fails it. */
	expected: RegExp | undefined;
	/** What has been complained of so far; empty at the end of every test. */
	complaints: string[];
	/** Another person's browser, or the same after everything was wiped; watched like the first. */
	newProfile: (options?: BrowserContextOptions) => Promise<BrowserContext>;
}

/** Writes into `complaints` whatever a page of this context should never do. */
export async function watch(
	context: BrowserContext,
	complaints: string[],
	expected?: RegExp,
): Promise<void> {
	const complain = (text: string) => {
		if (!expected?.test(text)) complaints.push(text);
	};
	let origin: string | undefined;
	context.on('console', (message) => {
		if (message.type() === 'error')
			complain(`console: ${message.text()} ${message.location().url}`);
	});
	context.on('weberror', (error) => complain(`error: ${error.error().stack}`));
	context.on('request', (request) => {
		const url = new URL(request.url());
		if (!url.protocol.startsWith('http')) return;
		// The first page that a context opens is the app, or a test's own host of it.
		origin ??= url.origin;
		if (url.origin !== origin) complain(`request: ${url}`);
	});
	await context.addInitScript(() => {
		addEventListener('securitypolicyviolation', (event) => {
			console.error(`policy: ${event.violatedDirective} blocked ${event.blockedURI}`);
		});
	});
}

export const test = base.extend<Journey>({
	expected: [undefined, { option: true }],
	complaints: [
		// Playwright wants its fixtures' dependencies destructured, also where there are none.

		async ({}, use) => {
			const complaints: string[] = [];
			await use(complaints);
			base.expect(complaints, 'complaints of the page').toEqual([]);
		},
		{ auto: true },
	],
	context: async ({ context, complaints, expected }, use) => {
		await watch(context, complaints, expected);
		await use(context);
	},
	newProfile: async ({ browser, complaints, contextOptions, expected }, use) => {
		const opened: BrowserContext[] = [];
		await use(async (options) => {
			const context = await browser.newContext({ ...contextOptions, ...options });
			opened.push(context);
			await watch(context, complaints, expected);
			return context;
		});
		for (const context of opened) await context.close();
	},
});
