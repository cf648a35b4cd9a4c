import { expect, test } from '../support/journey.ts';
import { overflowOnScreens } from '../support/overflow.ts';
import { SCREENS_COMPLAIN } from '../support/screens.ts';

test.use({
	expected: SCREENS_COMPLAIN,
	// The person's own setting of the browser: 32 px in place of 16 px, for text and for media queries in rem.
	launchOptions: async ({ launchOptions }, use) => {
		const args = ['--blink-settings=defaultFontSize=32'];
		await use({ ...launchOptions, args });
	},
});

for (const [name, width] of [
	['a phone', 390],
	['a desktop', 1280],
] as const) {
	test(`no screen of ${name} needs sideways scrolling with text twice as large`, async ({
		page,
	}) => {
		test.setTimeout(240_000);
		await page.setViewportSize({ width, height: 844 });
		await page.goto('/');
		const size = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
		expect(size).toBe('32px');
		expect(await overflowOnScreens(page)).toEqual([]);
	});
}
