/** Every screen of the app in every state that looks different, in an order in which one leads to the next. */
import { expect } from '@playwright/test';
import { BROWSE_SCREENS } from './browse-screens.ts';
import { CATALOG_SCREENS } from './catalog-screens.ts';
import { DECK_SCREENS } from './deck-screens.ts';
import { CALCULATOR_SCREENS, DRILL_SCREENS } from './estimate-screens.ts';
import { FIT_SCREENS } from './fit-screens.ts';
import { IMPORT_SCREENS } from './import-screens.ts';
import { MOCK_RESULT_SCREENS } from './mock-result-screens.ts';
import { MOCK_SCREENS } from './mock-screens.ts';
import { PLAN_SCREENS } from './plan-screens.ts';
import { REVIEW_SCREENS } from './review-screens.ts';
import { heading, place, type Screen } from './screen.ts';
import { Session } from './session.ts';
import { STATISTICS_SCREENS } from './statistics-screens.ts';

/** From the first visit to the end of a session; `page` is a fresh profile at any address of the app. */
export const SCREENS: Screen[] = [
	{
		name: 'welcome',
		open: async (page) => {
			await page.goto('/');
			await expect(page.getByRole('button', { name: 'Start with the first card' })).toBeVisible();
		},
	},
	{
		name: 'today with work',
		open: async (page) => {
			await page.getByRole('button', { name: 'Start with the first card' }).click();
			await expect(new Session(page).reveal).toBeVisible();
			await page.goto('/');
			await expect(page.getByRole('link', { name: 'Start review' })).toBeVisible();
		},
	},
	{ name: 'marked, empty', open: (page) => place(page, '/marked') },
	...REVIEW_SCREENS,
	{ name: 'today, begun', open: (page) => place(page, '/') },
	{ name: 'marked', open: (page) => place(page, '/marked') },
	...CATALOG_SCREENS,
	{
		name: 'palette',
		open: async (page) => {
			await page.keyboard.press('Control+k');
			await expect(page.getByRole('combobox', { name: /^Search/ })).toBeFocused();
			await page.keyboard.type('cach');
			await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
		},
	},
	{ name: 'mock', open: (page) => place(page, '/mock') },
	...MOCK_SCREENS,
	...DRILL_SCREENS,
	...CALCULATOR_SCREENS,
	...PLAN_SCREENS,
	...MOCK_RESULT_SCREENS,
	{ name: 'new note', open: (page) => place(page, '/notes/new') },
	{ name: 'settings', open: (page) => place(page, '/settings') },
	{
		name: 'settings with a mistake',
		open: async (page) => {
			const field = page.getByRole('textbox', { name: 'Longest answer in seconds' });
			await field.fill('many');
			await field.press('Tab');
			await expect(page.locator('.problem').filter({ hasText: /./ }).first()).toBeVisible();
		},
	},
	{ name: 'help', open: (page) => place(page, '/help') },
	{ name: 'more', open: (page) => place(page, '/more') },
	...STATISTICS_SCREENS,
	...BROWSE_SCREENS,
	...DECK_SCREENS,
	...FIT_SCREENS,
	...IMPORT_SCREENS,
	{ name: 'an address that names nothing', open: (page) => place(page, '/no/such/place') },
	{
		name: 'trouble',
		open: async (page) => {
			await place(page, '/');
			await page.evaluate(() => void indexedDB.deleteDatabase('onsite'));
			await expect(heading(page)).toContainText('The browser has removed the data');
		},
	},
];

/** What the screens provoke on purpose. */
export const SCREENS_COMPLAIN = /Not found: \/no\/such\/place|404/;
