import type { Page } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { expect, test } from '../support/journey.ts';
import { overflow } from '../support/overflow.ts';
import { place } from '../support/screen.ts';
import { Session } from '../support/session.ts';

test.use({ colorScheme: 'dark', contextOptions: { reducedMotion: 'reduce' } });

const KINDS: { name: string; fields: Record<string, string>; cards: number; shows: string }[] = [
	{
		name: 'Question and answer',
		fields: {
			Front: 'What does a **write-ahead log** protect against?',
			Back: '| lost | kept | without it | with it, after a crash |\n| --- | --- | --- | --- |\n| the page | the record | unrecoverable | reconstructed |\n\n```sql\nCOMMIT AND CHAIN; -- a line that is far longer than the screen of a phone\n```',
		},
		...{ cards: 1, shows: 'the record' },
	},
	{
		name: 'Both directions',
		fields: { Front: 'p99', Back: 'The latency that one request in a hundred exceeds' },
		...{ cards: 2, shows: 'one request in a hundred' },
	},
	{
		name: 'Reversed where asked',
		fields: { Front: 'CDN', Back: 'Caches near the reader', 'Add Reverse': 'y' },
		...{ cards: 2, shows: 'Caches near the reader' },
	},
	{
		name: 'Fill in the blank',
		fields: { Text: '{{c1::Raft}} elects a leader by {{c2::majority}}', 'Back Extra': 'Or none' },
		...{ cards: 2, shows: 'elects a leader by' },
	},
	{
		name: 'Number to type',
		fields: { Front: 'Seconds in a day?', Back: '24 × 60 × 60', 'Answer to type': '86400 | 10^5' },
		...{ cards: 1, shows: 'Seconds in a day?' },
	},
];

async function sound(page: Page): Promise<void> {
	expect(await violations(page)).toEqual([]);
	expect(await overflow(page)).toEqual([]);
}

test('notes of every kind are made on a phone in the dark, and come up for study', async ({
	page,
}) => {
	const session = new Session(page);
	await session.open();
	await place(page, '/notes/new');
	const preview = page.getByRole('region', { name: 'Preview' });
	const deck = page.getByRole('textbox', { name: 'Deck' });
	await deck.fill('Systems::Mine');
	for (const { name, fields, cards, shows } of KINDS) {
		await test.step(name, async () => {
			await page.getByRole('combobox', { name: 'Kind' }).selectOption(name);
			for (const [field, text] of Object.entries(fields)) {
				await page.getByRole('textbox', { name: field, exact: true }).fill(text);
			}
			await expect(preview).toContainText(shows);
			await expect(preview.getByRole('group')).toHaveCount(cards);
			await sound(page);
			await page.getByRole('button', { name: 'Add note' }).tap();
			const told = `Added: ${cards} ${cards === 1 ? 'card' : 'cards'}`;
			await expect(session.message(told)).toBeVisible();
		});
	}
	// The deck was made with the first of them, and stays chosen.
	const chosen = page.getByRole('combobox', { name: 'Deck' });
	await expect(chosen.locator('option:checked')).toHaveText('Systems › Mine');
	const id = await chosen.inputValue();
	await session.open(`?deck=${encodeURIComponent(id)}`);
	await expect(session.question).toContainText('write-ahead log');
	await session.reveal.tap();
	await expect(session.answer.getByRole('table')).toBeVisible();
	await sound(page);
});
