/** The screens of decks and their options in every state. */
import { expect } from '@playwright/test';
import { closeDialog, heading, place, type Screen } from './screen.ts';
import { Session } from './session.ts';
import { PRIMER, putDecks } from './stored-decks.ts';

/** Begins anywhere behind the first run. */
export const DECK_SCREENS: Screen[] = [
	{ name: 'decks, only the catalog', open: (page) => place(page, '/decks') },
	{
		name: 'decks',
		open: async (page) => {
			await putDecks(page, PRIMER, '/decks');
			await expect(page.getByRole('link', { name: /Caching/ }).first()).toBeVisible();
		},
	},
	{
		name: 'new deck',
		open: async (page) => {
			await page.getByRole('button', { name: 'New deck' }).click();
			await page.getByRole('dialog').getByRole('button', { name: 'Make deck' }).click();
			await expect(page.getByRole('dialog')).toContainText('A name is needed.');
		},
	},
	{
		name: 'a deck',
		open: async (page) => {
			await closeDialog(page);
			await place(page, '/decks/deck?id=deck/primer');
			await expect(page.getByRole('main')).toContainText('What is back pressure?');
		},
	},
	{
		name: 'deleting a deck',
		open: async (page) => {
			await page.getByRole('button', { name: 'Delete' }).click();
			await expect(page.getByRole('dialog')).toContainText('holds 6 cards');
		},
	},
	{ name: 'export', open: (page) => place(page, '/decks/export?deck=deck/primer') },
	{
		name: 'export of cards that are no longer known',
		open: (page) => place(page, '/decks/export?list=7'),
	},
	{ name: 'past imports, none', open: (page) => place(page, '/decks/imports') },
	{ name: 'a deck that is not here', open: (page) => place(page, '/decks/deck?id=deck/none') },
	{ name: 'deck options', open: (page) => place(page, '/decks/options') },
	{
		name: 'options of one preset',
		open: async (page) => {
			await page.getByRole('link', { name: /^Default/ }).click();
			await expect(heading(page)).toHaveText('Default');
			const fresh = page.getByRole('textbox', { name: 'New cards a day' });
			await fresh.fill('7');
			await fresh.press('Tab');
			await expect(page.getByText('Changed. By default: 10')).toBeVisible();
		},
	},
	{
		name: 'today with decks',
		open: async (page) => {
			// A plan whose minutes are used up shows no decks.
			await page.goto('/plan');
			await page.getByLabel('Interview date').fill('');
			await page.getByLabel('Interview date').blur();
			await expect(page.getByText('recalled on the day')).toBeHidden();
			await place(page, '/');
			await expect(page.getByRole('main')).toContainText('System Design Primer');
		},
	},
	{
		name: 'cram',
		open: async (page) => {
			await new Session(page).open('?deck=deck/queues&mode=cram');
			await expect(page.getByText('Cram: dates stay')).toBeVisible();
		},
	},
	{
		name: 'cram, its end',
		open: async (page) => {
			const session = new Session(page);
			await session.answerByKey('Again');
			for (let card = 0; card < 2; card += 1) await session.answerByKey('Good');
			await expect(heading(page)).toContainText('Gone through');
		},
	},
];
