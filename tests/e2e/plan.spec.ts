import { readFile } from 'node:fs/promises';
import { expect, test } from '../support/journey.ts';
import { Session } from '../support/session.ts';

/** `YYYY-MM-DD`, so many days ahead. */
function ahead(days: number): string {
	return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

test('a date makes a plan, more time a better one, and a day off none', async ({ page }) => {
	const session = new Session(page);
	await page.goto('/');
	await page.getByRole('button', { name: 'Start with the first card' }).click();
	await expect(session.reveal).toBeVisible();
	await page.goto('/plan');
	const date = page.getByLabel('Interview date');
	await date.fill(ahead(25));
	await date.blur();
	const outlook = page.getByRole('region', { name: 'Outlook' });
	await expect(outlook).toContainText('begun in time');
	// Planned apart from the screen.
	const planners = () => page.workers().filter((worker) => worker.url().includes('/plan.worker'));
	expect(planners()).toHaveLength(1);

	await page.getByLabel('The whole catalog').check();
	await expect(outlook).toContainText('Not enough time for');
	const recall = async () => Number.parseInt((await outlook.textContent()) ?? '', 10);
	const few = await recall();
	for (const day of ['Monday', 'Wednesday', 'Friday', 'Sunday']) {
		await page.getByLabel(day).fill('90');
		await page.getByLabel(day).blur();
	}
	await expect.poll(recall).toBeGreaterThan(few);
	const allow = page.getByRole('button', { name: /^Allow \d+ a day/ });
	await allow.click();
	await expect(allow).toBeHidden();
	await expect(outlook).toBeFocused();
	await page.getByLabel('Tuesday').fill('0');
	await page.getByLabel('Tuesday').blur();
	// Weeks to come are folded; a whole one holds a Tuesday.
	await page.locator('details:not([open]) > summary').filter({ hasText: ' to ' }).nth(1).click();
	const tuesday = page.getByRole('listitem').filter({ hasText: /^\s*Tue/ });
	await expect(tuesday.filter({ hasText: 'Day off' }).first()).toBeVisible();
	await expect(page.getByText(/Mock interview:/).first()).toBeVisible();

	// What was set holds, and nothing that is no number is taken.
	await page.reload();
	await expect(page.getByLabel('Monday')).toHaveValue('90');
	await page.getByLabel('Monday').fill('soon');
	await page.getByLabel('Monday').blur();
	await expect(page.getByRole('alert').filter({ hasText: 'a whole number' })).toBeVisible();
	await page.reload();
	await expect(page.getByLabel('Monday')).toHaveValue('90');

	await page.getByRole('link', { name: 'Catalog', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Catalog' })).toBeVisible();
	await expect.poll(planners).toEqual([]);
});

test('the plan goes out as a calendar file, without a network', async ({ page, context }) => {
	await page.goto('/');
	await page.getByRole('button', { name: 'Start with the first card' }).click();
	await expect(new Session(page).reveal).toBeVisible();
	await page.evaluate(() => navigator.serviceWorker.ready);
	await page.reload();
	await context.setOffline(true);
	await page.goto('/plan');
	const date = page.getByLabel('Interview date');
	await date.fill(ahead(12));
	await date.blur();
	const saved = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save as a calendar file' }).click();
	const file = await saved;
	expect(file.suggestedFilename()).toBe('onsite-plan.ics');
	const text = await readFile(await file.path(), 'utf8');
	expect(text).toContain('BEGIN:VCALENDAR\r\n');
	expect(text).toContain(`DTSTART;VALUE=DATE:${ahead(12).replaceAll('-', '')}\r\n`);
	expect(text.match(/SUMMARY:Onsite: \d+ min/g)?.length).toBeGreaterThan(3);
	await expect(page.getByText('saved as a calendar file')).toBeVisible();
	// What Today says of the plan is there as well.
	await page.goto('/');
	await expect(page.getByText(/^New today: /)).toBeVisible();
});
