import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { Session } from '../support/session.ts';
import { contradictions, stored } from '../support/stored.ts';

/** Presses Tab until the focus is on what has this name, as a person without a mouse does. */
async function tabTo(page: Page, name: string): Promise<void> {
	const target = page.getByRole('button', { name }).or(page.getByRole('link', { name }));
	for (let presses = 0; presses < 40; presses += 1) {
		if (await target.evaluateAll((all) => all.includes(document.activeElement as HTMLElement)))
			return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab never reached “${name}”`);
}

test('from the first visit to the tenth card with the keyboard alone', async ({ page }) => {
	const session = new Session(page);
	await page.goto('/');
	await expect(page.getByRole('button', { name: 'Start with the first card' })).toBeVisible();
	await tabTo(page, 'Start with the first card');
	await page.keyboard.press('Enter');

	const grades = ['Good', 'Good', 'Again', 'Hard', 'Easy'] as const;
	for (let card = 0; card < 10; card += 1) {
		await expect(session.question).toBeFocused();
		await page.keyboard.press('Space');
		await expect(session.answer).toBeFocused();
		await page.keyboard.press(
			['1', '2', '3', '4'][['Again', 'Hard', 'Good', 'Easy'].indexOf(grades[card % 5] ?? '')] ?? '',
		);
		await session.expectDone(card + 1);
	}
	const log = await stored(page);
	expect(log.reviews).toHaveLength(10);
	expect(contradictions(log)).toEqual([]);

	await page.keyboard.press('Escape');
	await expect(page.getByRole('region', { name: "Today's review" })).toBeVisible();
	await tabTo(page, 'Continue');
	await page.keyboard.press('Enter');
	await expect(session.question).toBeFocused();
});

test('the choices of the first run hold from the first card on', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('radio', { name: '20', exact: true }).check({ force: true });
	const path = page.getByRole('radio').first();
	await path.check({ force: true });
	await page.getByRole('button', { name: 'Start with the first card' }).click();
	const session = new Session(page);
	await expect(session.reveal).toBeVisible();
	await page.goto('/');
	await expect(page.getByRole('region', { name: "Today's review" })).toContainText('16 new');
	await page.reload();
	await expect(page.getByRole('region', { name: "Today's review" })).toContainText('16 new');
});
