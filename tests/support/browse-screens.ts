/** The list of all cards: found, selected, a mistake in the search, its help, what can be done. */
import { expect, type Page } from '@playwright/test';
import { closeDialog, type Screen } from './screen.ts';

const field = (page: Page) => page.getByRole('combobox', { name: 'Search cards' });
const rows = (page: Page) => page.getByRole('grid', { name: 'Cards' }).getByRole('row');

export const BROWSE_SCREENS: Screen[] = [
	{
		name: 'browse',
		open: async (page) => {
			await page.goto('/browse?q=cache');
			await expect(rows(page).nth(3)).toContainText(/\w/);
		},
	},
	{
		name: 'browse, suggestions',
		open: async (page) => {
			await field(page).fill('cache is:d');
			await expect(page.getByRole('option', { name: 'is:due' })).toBeVisible();
		},
	},
	{
		name: 'browse, a mistake',
		open: async (page) => {
			await field(page).fill('cache (is:new');
			await expect(page.getByText('Column 7:')).toBeVisible();
		},
	},
	{
		name: 'browse, nothing found',
		open: async (page) => {
			await field(page).fill('nothinglikeit');
			await expect(page.getByRole('button', { name: 'Show all cards' })).toBeVisible();
		},
	},
	{
		name: 'browse, how to search',
		open: async (page) => {
			await field(page).fill('cache');
			await page.getByRole('button', { name: 'How to search' }).click();
			await expect(page.getByRole('dialog', { name: 'How to search' })).toBeVisible();
		},
	},
	{
		name: 'browse, cards selected',
		open: async (page) => {
			await closeDialog(page);
			await page.getByRole('grid', { name: 'Cards' }).focus();
			await page.keyboard.press('ArrowDown');
			await page.keyboard.press('Shift+ArrowDown');
			await expect(page.getByText('2 selected', { exact: true })).toBeVisible();
		},
	},
	{
		name: 'browse, what can be done',
		open: async (page) => {
			await page.getByRole('button', { name: 'Actions' }).click();
			await expect(page.getByRole('dialog', { name: '2 cards' })).toBeVisible();
		},
	},
	{
		name: 'browse, a flag',
		open: async (page) => {
			await page.getByRole('dialog').getByRole('button', { name: /^Flag/ }).click();
			await expect(page.getByRole('button', { name: 'Remove flag' })).toBeVisible();
		},
	},
];
