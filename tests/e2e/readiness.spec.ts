import { violations } from '../support/axe.ts';
import { expect, test } from '../support/journey.ts';
import { putHistory } from '../support/made-history.ts';
import { Session } from '../support/session.ts';

test('a question says what it needs, and one press starts what raises it most', async ({
	page,
}) => {
	const session = new Session(page);
	await session.open();
	await page.goto('/ready');
	const first = page.getByRole('listitem').filter({ hasText: 'URL shortener' }).first();
	await expect(first.locator('summary').first()).toContainText(/^URL shortener.*0 of \d+ patterns/);
	await first.locator('summary').first().click();
	// Names of patterns are not told before they are asked for.
	await expect(first.getByRole('link', { name: 'Cache-aside' })).toBeHidden();
	await first.getByText(/^Show the patterns/).click();
	await expect(first.getByRole('link', { name: 'Cache-aside' })).toBeVisible();
	await first.getByRole('link', { name: /^\d+ cards, \d+ of them new/ }).click();
	await expect(page).toHaveURL(/\/review\?cards=/);
	for (let card = 0; card < 3; card += 1) await session.answerByKey('Easy');
	await page.goto('/ready');
	await first.locator('summary').first().click();
	await expect(first).toContainText(/[1-9]\d* in part|[1-9]\d* of \d+ patterns recalled/);

	// The same figure stands where interviews are chosen and set up, at the level that is aimed at there.
	await page.goto('/mock');
	const row = page.getByRole('link', { name: /^URL shortener/ });
	await expect(row).toContainText('patterns recalled');
	await row.click();
	const standing = page.getByRole('region', { name: 'Readiness' });
	await standing.getByText('How ready you are').click();
	await expect(standing).toContainText('Not tried as a whole interview');
	const needed = async () =>
		Number(/of (\d+) patterns/.exec((await standing.textContent()) ?? '')?.[1]);
	const senior = await needed();
	await page.getByRole('radio', { name: 'Mid' }).check({ force: true });
	await expect.poll(needed).toBeLessThan(senior);
});

for (const width of [390, 1440]) {
	test(`after months of study, at ${width} px, nothing is wrong with it in either theme`, async ({
		page,
	}) => {
		await page.setViewportSize({ width, height: 900 });
		await new Session(page).open();
		await putHistory(page, { days: 120, newPerDay: 8, now: Date.now() });
		await page.goto('/ready');
		await page.locator('li summary').first().click();
		await page.getByText(/^Show the patterns/).click();
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
			expect(await violations(page)).toEqual([]);
		}
	});
}
