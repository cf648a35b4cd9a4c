/** The statistics: of months of history, with a value looked at and a table open. */
import { expect } from '@playwright/test';
import { putHistory } from './made-history.ts';
import type { Screen } from './screen.ts';

export const STATISTICS_SCREENS: Screen[] = [
	{
		name: 'statistics, months of history',
		open: async (page) => {
			await putHistory(page, { days: 120, newPerDay: 6, now: Date.now() });
			await page.goto('/stats');
			await expect(page.getByRole('heading', { name: 'Hours of the day' })).toBeVisible();
		},
	},
	{
		name: 'statistics, a value and a table',
		open: async (page) => {
			await page.getByText('As a table').first().click();
			await page.getByRole('slider', { name: 'Answers on each day' }).press('ArrowLeft');
			await page.getByText('History and advice').first().click();
			await expect(page.getByRole('list', { name: 'Answers, oldest first' })).toBeVisible();
		},
	},
];
