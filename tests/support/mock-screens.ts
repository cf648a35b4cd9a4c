/** The screens of a mock interview in every state that looks different, in an order in which one leads to the next. */
import { expect, type Page } from '@playwright/test';
import { Mock } from './mock.ts';

/** On a phone one pane is on the screen at a time. */
async function view(page: Page, name: 'Talk' | 'Pad' | 'Drawing'): Promise<void> {
	const { panes } = new Mock(page);
	if (await panes.isVisible()) await panes.getByRole('button', { name }).click();
}

async function closeDialog(page: Page): Promise<void> {
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toBeHidden();
}

export const MOCK_SCREENS: { name: string; open: (page: Page) => Promise<void> }[] = [
	{
		name: 'past interviews, none',
		open: async (page) => {
			await page.goto('/mock/history');
			await expect(page.getByText(/^Every interview is kept here/)).toBeVisible();
		},
	},
	{
		name: 'mock, setup',
		open: async (page) => {
			await page.goto('/mock/start?question=url-shortener');
			await expect(page.getByRole('button', { name: 'Start 45 minutes' })).toBeEnabled();
			await page.getByRole('radio', { name: 'Custom' }).check({ force: true });
			await expect(page.getByRole('spinbutton', { name: 'Minutes' })).toBeVisible();
		},
	},
	{
		name: 'interview, what may have been meant',
		open: async (page) => {
			const mock = new Mock(page);
			await mock.begin('question=url-shortener');
			await mock.ask('how many links per day?');
			await page.getByRole('button', { name: 'latency' }).click();
			await mock.ask('how many');
			await expect(page.getByRole('group', { name: 'Did you mean' })).toBeVisible();
		},
	},
	{
		name: 'interview, requirements',
		open: async (page) => {
			await page.getByRole('button', { name: /^None of these/ }).click();
			await view(page, 'Pad');
			await page.getByRole('textbox', { name: 'Requirement 1' }).fill('create a short link');
			await page.keyboard.press('Enter');
			await page.getByRole('textbox', { name: 'Quality 1' }).fill('p99 below 50 ms');
		},
	},
	{
		name: 'interview, estimates',
		open: async (page) => {
			await new Mock(page).open('Estimates');
			await page.getByRole('textbox', { name: 'Line 1' }).fill('creates = 6M / day');
			await expect(page.getByLabel('Result of line 1')).toHaveText('69.4/s');
		},
	},
	{
		name: 'interview, more than a part of the pad holds',
		open: async (page) => {
			await new Mock(page).open('API');
			await page.getByRole('textbox', { name: 'API' }).fill('GET /{code} '.repeat(3000));
			await expect(page.getByRole('alert')).toContainText('20,000 characters');
		},
	},
	{
		name: 'interview, drawing',
		open: async (page) => {
			await view(page, 'Drawing');
			await page.getByRole('button', { name: 'Client', exact: true }).click();
			await page.getByRole('button', { name: 'Service', exact: true }).click();
		},
	},
	{
		name: 'interview, clock',
		open: async (page) => {
			await new Mock(page).clock.click();
			await expect(page.getByRole('dialog', { name: 'Clock' })).toBeVisible();
		},
	},
	{
		name: 'interview, paused',
		open: async (page) => {
			await page.getByRole('button', { name: 'Pause' }).click();
			await expect(page.getByText('The clock stands still.')).toBeVisible();
		},
	},
	{
		name: 'interview, the way out',
		open: async (page) => {
			await page.getByRole('button', { name: 'Leave' }).click();
			await expect(page.getByRole('dialog', { name: 'Leave the interview?' })).toBeVisible();
		},
	},
	{
		name: 'mock, an interview under way',
		open: async (page) => {
			await closeDialog(page);
			await page.goto('/mock');
			await expect(page.getByRole('link', { name: 'Resume' })).toBeVisible();
		},
	},
	{
		name: 'short practice, setup',
		open: async (page) => {
			await page.getByRole('link', { name: /^One change/ }).click();
			await expect(page.getByRole('button', { name: 'Start 8 minutes' })).toBeEnabled();
		},
	},
	{
		name: 'short practice, while an interview is open',
		open: async (page) => {
			await page.getByRole('button', { name: 'Start 8 minutes' }).click();
			const dialog = page.getByRole('dialog', { name: 'Another interview is open' });
			await expect(dialog).toBeVisible();
		},
	},
	{
		name: 'interview, a change',
		open: async (page) => {
			await page.getByRole('button', { name: 'End it and start this one' }).click();
			await expect(page.getByLabel('Which assumption does it break?')).toBeVisible();
		},
	},
	{
		name: 'interview, a deep dive with a hint',
		open: async (page) => {
			await new Mock(page).begin('question=url-shortener&only=deep-dive');
			await page.getByRole('button', { name: 'You choose' }).click();
			await page.getByRole('button', { name: /^Hint/ }).click();
		},
	},
	{
		name: 'interview, keys',
		open: async (page) => {
			await new Mock(page).clock.click();
			await page.getByRole('button', { name: 'Keys' }).click();
			await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
		},
	},
	{
		name: 'interview, the end',
		open: async (page) => {
			await closeDialog(page);
			const mock = new Mock(page);
			const phone = await mock.panes.isVisible();
			const name = phone ? 'Next: End' : 'End the interview';
			await page.getByRole('button', { name }).click();
			await expect(page.getByRole('dialog', { name: 'End the interview?' })).toBeVisible();
		},
	},
];
