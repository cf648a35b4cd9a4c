import { expect, test } from '../support/journey.ts';
import { overflow, overflowOnScreens } from '../support/overflow.ts';
import { SCREENS_COMPLAIN } from '../support/screens.ts';

test.use({ expected: SCREENS_COMPLAIN, viewport: { width: 320, height: 640 } });

test('no screen needs sideways scrolling in a window of 320 px', async ({ page }) => {
	test.setTimeout(240_000);
	expect(await overflowOnScreens(page)).toEqual([]);
});

test('what is too wide would be found', async ({ page }) => {
	await page.goto('/help');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await page.evaluate(() => {
		document.querySelector('h1')?.insertAdjacentHTML('afterend', '<p style="width:400px">wide</p>');
	});
	expect(await overflow(page)).not.toEqual([]);
});
