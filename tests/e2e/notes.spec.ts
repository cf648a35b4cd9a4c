import { violations } from '../support/axe.ts';
import { expect, test } from '../support/journey.ts';
import { place } from '../support/screen.ts';
import { Session } from '../support/session.ts';
import { tables } from '../support/stored.ts';

interface NoteRecord {
	kind: string;
	id: string;
	fields: Record<string, unknown>;
}

test('notes are made, kept while they are typed, edited where they are studied, and undone', async ({
	page,
}) => {
	const session = new Session(page);
	await session.open();
	await place(page, '/notes/new');
	const front = page.getByRole('textbox', { name: 'Front' });
	const add = page.getByRole('button', { name: 'Add note' });
	await expect(front).toBeFocused();
	await front.fill('What does a write-ahead log protect against?');
	await page.getByRole('textbox', { name: 'Back' }).fill('**Losing** what was acknowledged.');
	await page.getByRole('combobox', { name: 'Tags' }).fill('storage');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('region', { name: 'Preview' })).toContainText('Losing');
	expect(await violations(page)).toEqual([]);

	// Nothing typed is lost.
	await page.reload();
	await expect(page.getByText('What you had typed and not saved')).toBeVisible();
	await expect(front).toHaveValue(/write-ahead/);
	await page.keyboard.press('Control+Enter');
	await expect(session.message('Added: 1 card')).toBeVisible();
	await expect(front).toHaveValue('');
	await expect(front).toBeFocused();

	// The same again: the other one is a click away.
	await front.fill('what does a Write-Ahead log protect against');
	await expect(page.getByText('There is a note with this text already')).toBeVisible();
	await front.fill('');

	// A cloze by selection, and a picture from the clipboard.
	await page.getByRole('combobox', { name: 'Kind' }).selectOption('Fill in the blank');
	const text = page.getByRole('textbox', { name: 'Text' });
	await text.fill('Raft elects a leader by majority');
	await expect(add).toBeDisabled();
	await text.press('Control+Home');
	for (let at = 0; at < 4; at += 1) await page.keyboard.press('Shift+ArrowRight');
	await page.keyboard.press('Control+Shift+C');
	await expect(text).toHaveValue('{{c1::Raft}} elects a leader by majority');
	await text.press('Control+End');
	for (let at = 0; at < 8; at += 1) await page.keyboard.press('Shift+ArrowLeft');
	await page.keyboard.press('Control+Shift+C');
	await expect(text).toHaveValue('{{c1::Raft}} elects a leader by {{c2::majority}}');
	await expect(page.getByRole('region', { name: 'Preview' }).getByRole('group')).toHaveCount(2);
	const extra = page.getByRole('textbox', { name: 'Back Extra' });
	await extra.focus();
	await extra.evaluate((field) => {
		const pixel =
			'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
		const bytes = Uint8Array.from(atob(pixel), (char) => char.charCodeAt(0));
		const data = new DataTransfer();
		data.items.add(new File([bytes], 'shot.png', { type: 'image/png' }));
		field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
	});
	await expect(extra).toHaveValue(/^!\[\]\(picture-[0-9a-f]{16}\.png\)$/);
	await add.click();
	await expect(session.message('Added: 2 cards')).toBeVisible();

	const {
		records = [],
		cards = [],
		media = [],
	} = await tables(page, [...['records', 'cards', 'media']]);
	const notes = (records as NoteRecord[]).filter(({ kind }) => kind === 'note');
	expect(notes.map(({ fields }) => fields['ordinals'])).toEqual([[0], [0, 1]]);
	expect((cards as { id: string }[]).filter(({ id }) => id.startsWith('note/'))).toHaveLength(3);
	expect(media).toHaveLength(1);
	const deck = notes[0]!.fields['deck'] as string;
	expect(notes[1]!.fields['deck']).toBe(deck);

	// Studied, and edited without leaving the session.
	await page.goto(`/review?deck=${encodeURIComponent(deck)}`);
	await expect(session.reveal).toBeVisible();
	await page.keyboard.press('e');
	const sheet = page.getByRole('dialog', { name: 'Edit card' });
	await sheet.getByRole('textbox', { name: 'Front' }).fill('What is a write-ahead log for?');
	await sheet.getByRole('button', { name: 'Save' }).click();
	await expect(sheet).toBeHidden();
	await expect(session.question).toContainText('What is a write-ahead log for?');
	await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
	await expect(session.question).toContainText('What does a write-ahead log protect against?');

	// By its own address, and back by undo.
	await page.goto(`/notes/edit?id=${encodeURIComponent(notes[1]!.id)}`);
	await text.fill('{{c1::Raft}} elects a leader');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(session.message('Saved')).toBeVisible();
	const shown = async () => {
		const found = await tables(page, ['cards']);
		const rows = found['cards'] as { id: string; gone: boolean }[];
		return rows.filter(({ id, gone }) => id.startsWith('note/') && !gone).length;
	};
	await expect.poll(shown).toBe(2);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect.poll(shown).toBe(3);
});
