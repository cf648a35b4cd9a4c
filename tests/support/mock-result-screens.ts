/** What follows an interview, screen by screen, for a page that has opened the app before. */
import { expect } from '@playwright/test';
import type { Screen } from './screen.ts';
import { Evaluation, keepInterviews } from './stored-interview.ts';

const T = Date.UTC(2026, 10, 1, 14);
const PARTS = ['Checklist', 'Model answer', 'Notes'] as const;

export const MOCK_RESULT_SCREENS: Screen[] = [
	{
		name: 'evaluation, guess',
		open: async (page) => {
			await keepInterviews(page, { t: T }, { t: T + 86_400_000, id: 'interview-2' });
			await new Evaluation(page).open();
			await expect(page.getByRole('group', { name: 'Scope' })).toBeVisible();
		},
	},
	{
		name: 'evaluation, a line to pin',
		open: async (page) => {
			const evaluation = new Evaluation(page);
			await evaluation.guess('33333333');
			await evaluation.pin('Said what is out', 'Out: accounts');
			await page.getByRole('button', { name: /^Not ticked: Ranked/ }).click();
			await page.getByRole('textbox', { name: 'Said at' }).fill('99:00');
			await page.keyboard.press('Enter');
			await expect(page.getByText(/^The interview ended at/)).toBeVisible();
		},
	},
	{
		name: 'result',
		open: async (page) => {
			await new Evaluation(page).reveal();
			await expect(page.getByRole('heading', { name: 'What to repair' })).toBeVisible();
		},
	},
	{
		name: 'result, export',
		open: async (page) => {
			await page.getByRole('button', { name: 'Export' }).click();
			await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
		},
	},
	...PARTS.map((part): Screen => ({
		name: `result, ${part.toLowerCase()}`,
		open: async (page) => {
			await page.keyboard.press('Escape');
			await page.getByRole('link', { name: part }).click();
			if (part === 'Model answer') {
				const drawing = page.getByRole('group', { name: 'The reference drawing' });
				await expect(drawing.getByText('Link cache')).not.toHaveCount(0);
			} else await expect(page.getByRole('link', { name: part })).toHaveAttribute('aria-current');
		},
	})),
	{
		name: 'replay',
		open: async (page) => {
			await page.goto('/mock/replay?id=interview-1');
			await page.getByRole('slider').press('End');
			await expect(page.getByText('Hot link: copy in each')).toBeVisible();
		},
	},
	{
		name: 'past interviews',
		open: async (page) => {
			const evaluation = new Evaluation(page);
			await evaluation.open('interview-2');
			await evaluation.guess('22222222');
			await evaluation.reveal();
			await page.goto('/mock/history');
			await expect(page.getByRole('heading', { name: 'How you judge yourself' })).toBeVisible();
		},
	},
	{
		name: 'past interviews, table',
		open: async (page) => {
			await page.getByRole('button', { name: 'As a table' }).click();
			await expect(page.getByRole('rowheader', { name: 'Scope' })).toBeVisible();
		},
	},
	{
		name: 'two attempts',
		open: async (page) => {
			await page.goto('/mock/compare?a=interview-1&b=interview-2');
			await expect(page.getByRole('heading', { name: 'Levels' })).toBeVisible();
		},
	},
];
