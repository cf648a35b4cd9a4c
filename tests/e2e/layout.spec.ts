import { expect, test } from '../support/journey.ts';
import { overflow, overflowOnScreens } from '../support/overflow.ts';
import { SCREENS_COMPLAIN } from '../support/screens.ts';
import { Session } from '../support/session.ts';

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

test.describe('while the screen of today is still coming', () => {
	test.use({ serviceWorkers: 'block' });

	test('the page has its heading, and says what it waits for', async ({ page }) => {
		await new Session(page).begin();
		let arrive = () => {};
		const come = new Promise<void>((resolve) => (arrive = resolve));
		await page.route('**/_app/immutable/chunks/*.js', async (route) => {
			const response = await route.fetch();
			if ((await response.text()).includes('Interview tomorrow')) await come;
			await route.fulfill({ response });
		});
		await page.goto('/');
		await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeAttached();
		await expect(page.getByText('Getting today ready')).toBeVisible();
		arrive();
		await expect(page.getByRole('region', { name: "Today's review" })).toBeVisible();
		await expect(page.getByText('Getting today ready')).toBeHidden();
		// What is fetched ahead may still be under way.
		await page.unrouteAll({ behavior: 'ignoreErrors' });
	});
});
