/** What fits the schedule to the person: parameters, dates, and the price of retention; after months of history. */
import { expect } from '@playwright/test';
import type { Screen } from './screen.ts';

export const FIT_SCREENS: Screen[] = [
	{
		name: 'settings, a fit and what it found',
		open: async (page) => {
			await page.goto('/settings#memory');
			await page.getByRole('button', { name: 'Fit to my answers' }).click();
			await expect(page.getByRole('table', { name: /^Old and new parameters/ })).toBeVisible({
				timeout: 30_000,
			});
			await page.getByText('Fits so far, and the parameters').click();
			await expect(page.getByText('The default parameters', { exact: true })).toBeVisible();
		},
	},
	{
		name: 'settings, dates that would move',
		open: async (page) => {
			await page.getByRole('slider', { name: 'Desired retention' }).fill('95');
			await page.getByRole('button', { name: 'Show what would move' }).click();
			await expect(page.getByText(/would move: /)).toBeVisible();
		},
	},
	{
		name: 'what retention costs',
		open: async (page) => {
			await page.goto('/simulate');
			await expect(page.getByRole('button', { name: 'Use 85%' })).toBeVisible();
			await expect(page.getByRole('heading', { name: 'From 70% to 97%' })).toBeVisible();
		},
	},
];
