/** A session of review in every state, from the front of its first card to its end. */
import { expect } from '@playwright/test';
import type { CardKind } from '../../src/lib/content/card.ts';
import { KIND_NAMES } from '../../src/lib/components/kind-names.ts';
import { cards, index, patternWith } from './catalog.ts';
import { closeDialog, place, type Screen } from './screen.ts';
import { Session } from './session.ts';
import { flip } from './settings.ts';

/** Both sides of a card of each kind. */
function cardScreens(kind: CardKind): Screen[] {
	const about = patternWith(kind);
	return [
		{
			name: `review, front of a ${kind} card`,
			open: async (page) => {
				const session = new Session(page);
				await session.open(`?pattern=${about.id}`);
				const label = session.card.getByText(KIND_NAMES[kind], { exact: true });
				for (let card = 0; card < about.cards.length && !(await label.isVisible()); card += 1) {
					// Burying is quicker than answering, and leaves the card as it was.
					const before = await session.questionText();
					await session.openMenu('Bury');
					await expect.poll(() => session.questionText()).not.toBe(before);
				}
				await expect(label).toBeVisible();
			},
		},
		{
			name: `review, back of a ${kind} card`,
			open: async (page) => {
				const session = new Session(page);
				await session.reveal.click();
				await expect(session.answer).toBeVisible();
			},
		},
	];
}

/** Begins anywhere; ends with a session that is done. */
export const REVIEW_SCREENS: Screen[] = [
	// In the order in which a session shows them: what is passed over on the way is buried.
	...(
		['recall', 'cloze', 'number', 'contrast', 'failure', 'choose', 'diagram', 'say'] as const
	).flatMap(cardScreens),
	{
		name: 'card menu',
		open: async (page) => {
			await page.getByRole('button', { name: 'More for this card' }).click();
			await expect(page.getByRole('dialog', { name: 'This card' })).toBeVisible();
		},
	},
	{
		name: 'card editor',
		open: async (page) => {
			await page.getByRole('dialog').getByRole('button', { name: /^Edit/ }).click();
			await expect(page.getByRole('region', { name: 'Preview' })).toBeVisible();
		},
	},
	{
		name: 'why this date, of a new card',
		open: async (page) => {
			await closeDialog(page);
			await new Session(page).openMenu('Why this date');
			await expect(page.getByRole('dialog', { name: 'Why this date?' })).toContainText(
				'Past answers',
			);
		},
	},
	{
		name: 'why this date, of an answered card',
		open: async (page) => {
			await closeDialog(page);
			const session = new Session(page);
			await session.grade('Again').click();
			await session.expectDone(1);
			await session.undo.click();
			await expect(session.message(/^Undone/)).toBeVisible();
			await page.reload();
			await session.reveal.click();
			await session.grade('Again').click();
			await session.expectDone(1);
			await expect(session.reveal).toBeVisible();
			await session.openMenu('Why this date');
			await expect(page.getByRole('dialog', { name: 'Why this date?' })).toContainText(
				'Past answers',
			);
		},
	},
	{
		name: 'keys',
		open: async (page) => {
			await closeDialog(page);
			await new Session(page).openMenu('Keys');
			await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
		},
	},
	{
		name: 'a message with something to do',
		open: async (page) => {
			await closeDialog(page);
			const session = new Session(page);
			await session.openMenu('Flag');
			await session.openMenu('Suspend');
			await expect(session.message(/^Suspended/)).toBeVisible();
		},
	},
	{
		name: 'review, an answer typed in',
		open: async (page) => {
			const about = index.patterns.findLast(({ id }) =>
				Object.entries(cards).some(
					([card, { answers }]) => card.startsWith(`${id}/`) && answers.length > 0,
				),
			);
			await place(page, '/settings');
			await flip(page, 'Type the answer');
			const session = new Session(page);
			await session.open(`?pattern=${about?.id}`);
			const field = page.getByRole('textbox', { name: 'Your answer' });
			for (let card = 0; card < 20 && !(await field.isVisible()); card += 1) {
				const before = await session.questionText();
				await session.openMenu('Bury');
				await expect.poll(() => session.questionText()).not.toBe(before);
			}
			await field.fill('something else');
			await session.reveal.click();
			await expect(page.getByText('Compared with yours')).toBeVisible();
		},
	},
	{
		name: 'session end',
		open: async (page) => {
			const done = page.getByRole('heading', { name: /^Done (for today|with)/ });
			const session = new Session(page);
			await expect(session.grades).toBeVisible();
			while (!(await done.isVisible())) {
				if (await session.reveal.isVisible()) await session.reveal.click();
				await session.grade('Easy').click();
				await expect(session.reveal.or(done)).toBeVisible();
			}
		},
	},
];
