import { expect, test } from '../support/journey.ts';
import { Session } from '../support/session.ts';

test.use({
	launchOptions: async ({ launchOptions }, use) => {
		await use({ ...launchOptions, args: ['--blink-settings=defaultFontSize=32'] });
	},
});

test('the list of cards has the screen of a phone to itself where text is twice as large', async ({
	page,
}) => {
	await new Session(page).open();
	await page.goto('browse?q=level%3Abeginner');
	const grid = page.getByRole('grid', { name: 'Cards' });
	const rows = grid.locator('[role=row][id]');
	await expect(rows.first()).toBeVisible({ timeout: 30_000 });
	const heading = page.getByRole('heading', { level: 1, name: 'Browse' });
	await expect(heading).toBeInViewport();

	/** Rows wholly on the screen, and whether any of them says nothing. */
	const inSight = () =>
		rows.evaluateAll((all) => {
			const bar = document.querySelector('nav:last-of-type')?.getBoundingClientRect().top;
			const shown = all.filter((row) => {
				const { top, bottom } = row.getBoundingClientRect();
				return top >= 0 && bottom <= (bar ?? innerHeight);
			});
			return { count: shown.length, empty: shown.filter((row) => row.textContent === '').length };
		});
	await page.mouse.move(195, 400);
	await page.evaluate(() => scrollTo({ top: 6_000, behavior: 'instant' }));
	await expect(heading).not.toBeInViewport();
	await expect.poll(async () => (await inSight()).count).toBeGreaterThanOrEqual(3);

	// By keyboard to the end, and back to the search with what was chosen in sight.
	await grid.focus();
	await page.keyboard.press('End');
	const last = await grid.getAttribute('aria-rowcount');
	await expect(grid.locator(`[aria-rowindex="${last}"]`)).toBeInViewport();
	await page.keyboard.press('Space');
	await expect(page.getByText('1 selected', { exact: true })).toBeInViewport();
	await expect(page.getByRole('button', { name: 'Actions' })).toBeInViewport();
	await page.keyboard.press('Home');
	await expect(grid.locator('[aria-rowindex="2"]')).toBeInViewport();
});
