/** What looks ahead: the plan until the interview, and how ready one is for each question. */
import { expect } from '@playwright/test';
import type { Screen } from './screen.ts';

export const PLAN_SCREENS: Screen[] = [
	{
		name: 'plan, without a date',
		open: async (page) => {
			await page.goto('/plan');
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		},
	},
	{
		name: 'plan',
		open: async (page) => {
			const date = page.getByLabel('Interview date');
			await date.fill(new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10));
			await date.blur();
			await expect(page.getByText('recalled on the day')).toBeVisible();
			// Far more than the time allows, so that the plan also says what it leaves out.
			await page.getByLabel('The whole catalog').check();
			// Which of the two it is hangs on the minutes that are left of today.
			const short = page.getByText(/^(Not enough time|Your limit of new cards leaves out)/);
			await expect(short).toBeVisible();
		},
	},
	{
		name: 'today, as planned',
		open: async (page) => {
			await page.goto('/');
			await expect(page.getByRole('region', { name: "Today's review" })).toBeVisible();
		},
	},
	{
		name: 'readiness, a question unfolded',
		open: async (page) => {
			await page.goto('/ready');
			await page.locator('li summary').first().click();
			await page.getByText(/^Show the patterns/).click();
			await expect(page.getByText('The next best 20 minutes')).toBeVisible();
		},
	},
];
