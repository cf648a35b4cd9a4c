/** The catalog: its lists, its pages, and what is not there. */
import { expect } from '@playwright/test';
import { index, patternWith } from './catalog.ts';
import { place, type Screen } from './screen.ts';

/** A pattern with a long page: a diagram, and code or a table. */
const pattern = patternWith('diagram');

export const CATALOG_SCREENS: Screen[] = [
	{ name: 'catalog', open: (page) => place(page, '/catalog') },
	{
		name: 'catalog, searched',
		open: async (page) => {
			await page.getByRole('searchbox').fill('cach');
			await expect(page.getByRole('button', { name: 'Show all' })).toBeVisible();
		},
	},
	{
		name: 'catalog, problems',
		open: async (page) => {
			await page.getByRole('navigation', { name: 'Browse by' }).getByText('Problems').click();
			await expect(page.getByPlaceholder('What hurts?')).toBeVisible();
		},
	},
	{
		name: 'catalog, paths',
		open: async (page) => {
			await page.getByRole('navigation', { name: 'Browse by' }).getByText('Paths').click();
			await expect(page.getByRole('searchbox')).toBeHidden();
		},
	},
	{
		name: 'pattern',
		open: async (page) => {
			await place(page, `/catalog/${pattern.id}`);
			await expect(page.getByRole('heading', { name: 'Sources' })).toBeVisible();
			await page.getByRole('button', { name: 'Show all answers' }).click();
		},
	},
	{
		name: 'diagram, enlarged',
		open: async (page) => {
			await page
				.getByRole('button', { name: /^Enlarge/ })
				.first()
				.click();
			await expect(page.getByRole('dialog', { name: 'Diagram, enlarged' })).toBeVisible();
		},
	},
	{ name: 'pattern that is not there', open: (page) => place(page, '/catalog/cache-asid') },
	{ name: 'path', open: (page) => place(page, `/catalog/paths/${index.paths[0]?.id}`) },
	{ name: 'catalog, by challenge', open: (page) => place(page, '/catalog?group=challenge') },
	{ name: 'catalog, comparisons', open: (page) => place(page, '/catalog?by=comparison') },
	{ name: 'comparison', open: (page) => place(page, '/catalog/compare/client-push') },
	{
		name: 'comparison that is not there',
		open: (page) => place(page, '/catalog/compare/client'),
	},
];
