import type { Page } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { patternBeginningWith } from '../support/catalog.ts';
import { expect, test } from '../support/journey.ts';
import { bringOwnCards } from '../support/own-cards.ts';
import { place } from '../support/screen.ts';
import { Session } from '../support/session.ts';
import { editedFromEarlier, tables } from '../support/stored.ts';

// What still fades in has colors of its own.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

interface NoteRecord {
	kind: string;
	id: string;
	fields: Record<string, unknown>;
}

async function noteOf(page: Page, id: string): Promise<NoteRecord['fields'] | undefined> {
	const { records } = await tables(page, ['records']);
	return (records as NoteRecord[]).find((each) => each.kind === 'note' && each.id === id)?.fields;
}

const addressOf = (id: string) => `/notes/edit?id=${encodeURIComponent(id)}`;

test('a note of an imported type is edited as the HTML that it is, tagged, moved and suspended', async ({
	page,
}) => {
	const session = new Session(page);
	await session.open();
	await bringOwnCards(page);
	await place(page, addressOf('note/brought0'));
	const front = page.getByRole('textbox', { name: 'Front' });
	const preview = page.getByRole('region', { name: 'Preview' });
	const inside = preview.frameLocator('iframe').first();
	await expect(page.getByText('HTML of the type “Basic”, as it was imported.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Table' })).toBeHidden();
	await expect(inside.getByRole('heading', { name: 'What is a CDN?' })).toBeVisible();
	expect(await violations(page)).toEqual([]);

	// What is selected becomes bold in the language of the type; the marks of Markdown are only text.
	await front.fill('What is an edge?<script>top.pwned=1</script> *Not Markdown*');
	await front.press('Control+Home');
	for (let at = 0; at < 4; at += 1) await page.keyboard.press('Shift+ArrowRight');
	await page.keyboard.press('Control+b');
	await expect(front).toHaveValue(/^<b>What<\/b> is an edge\?/);
	await expect(inside.getByText('What is an edge?')).toContainText('*Not Markdown*');

	// Left and come back to, what was typed is here; let go, the note is as it was.
	await page.getByRole('link', { name: 'Today' }).first().click();
	await expect(page.getByRole('region', { name: "Today's review" })).toBeVisible();
	await page.goBack();
	await expect(page.getByText('What you had typed and not saved is here again.')).toBeVisible();
	await expect(front).toHaveValue(/^<b>What<\/b>/);
	await page.getByRole('button', { name: 'Discard' }).click();
	await expect(front).toHaveValue(/What is a CDN/);
	await expect(front).toBeFocused();
	expect((await noteOf(page, 'note/brought0'))?.['fields']).toContainEqual(
		expect.stringContaining('What is a CDN'),
	);

	// Suspended at once, and back by Undo.
	await preview.getByRole('button', { name: 'Suspend' }).click();
	await expect(preview.getByText('Suspended')).toBeVisible();
	await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
	await expect(preview.getByText('Suspended')).toBeHidden();
	await preview.getByRole('button', { name: 'Suspend' }).click();
	await expect(preview.getByRole('button', { name: 'Unsuspend' })).toBeVisible();

	await front.fill('What is an <b>edge</b>?');
	await page.getByRole('combobox', { name: 'Tags' }).fill('network::edge caches ');
	await page.getByRole('combobox', { name: 'Deck' }).selectOption('New deck…');
	await page.getByRole('textbox', { name: 'Name of the new deck' }).fill('Mine');
	await page.getByRole('button', { name: 'Remove tag caches' }).click();
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(session.message('Saved')).toBeVisible();
	// Opened by its address, it has no page of ours to go back to.
	await expect(page.getByRole('region', { name: "Today's review" })).toBeVisible();
	const note = await noteOf(page, 'note/brought0');
	expect(note).toMatchObject({ tags: ['network::edge'] });
	expect(note?.['fields']).toContainEqual('What is an <b>edge</b>?');
	const { cards = [], records = [] } = await tables(page, ['cards', 'records']);
	const mine = (records as NoteRecord[]).find(({ id }) => id === note?.['deck']);
	expect(mine?.fields['path']).toEqual(['Mine']);
	expect((cards as { id: string }[]).find(({ id }) => id === 'note/brought0/0')).toMatchObject({
		...{ deckId: note?.['deck'], suspended: true },
	});

	// Deleted, and back by Undo, suspended as it was.
	await place(page, addressOf('note/brought0'));
	await page.getByRole('button', { name: 'Delete note' }).click();
	await expect(session.message('Note deleted')).toBeVisible();
	await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
	await expect(session.message('Undone: Delete note')).toBeVisible();
	await place(page, addressOf('note/brought0'));
	await expect(preview.getByRole('button', { name: 'Unsuspend' })).toBeVisible();
});

test('a wording of one’s own says when the catalog has changed, and either is taken', async ({
	page,
}) => {
	const session = new Session(page);
	await session.open(`?pattern=${patternBeginningWith('recall').id}`);
	const original = await session.questionText();
	const editor = page.getByRole('dialog', { name: 'Edit card' });
	const front = editor.getByRole('textbox', { name: 'Front' });
	await page.keyboard.press('e');
	await front.fill('Why is *my* wording better?');

	// Closed by mistake, nothing typed is lost; nor by a reload.
	await page.keyboard.press('Escape');
	await expect(editor).toBeHidden();
	await page.reload();
	await expect(session.reveal).toBeVisible();
	await page.keyboard.press('e');
	await expect(editor.getByText('What you had typed and not saved is here again.')).toBeVisible();
	await expect(front).toHaveValue('Why is *my* wording better?');
	await editor.getByRole('button', { name: 'Save' }).click();
	await expect(editor).toBeHidden();
	await page.keyboard.press('Space');
	await expect(session.answer).toBeVisible();
	const notice = session.card.getByText('The catalog has changed the card since.');
	await expect(notice).toBeHidden();

	const behind = async () => {
		await editedFromEarlier(page, { front: 'What it said before', back: 'And why' });
		await page.reload();
		await expect(session.question).toHaveText('Why is my wording better?');
		await session.reveal.click();
		await expect(notice).toBeVisible();
		expect(await violations(page)).toEqual([]);
		await session.card.getByRole('button', { name: 'Compare' }).click();
	};
	const changed = editor.getByRole('region', {
		name: 'The catalog has changed this card since you edited it',
	});
	await behind();
	await expect(changed).toContainText('Why is *my* wording better?');
	expect(await violations(page)).toEqual([]);
	await changed.getByRole('button', { name: 'Keep mine' }).click();
	await expect(editor).toBeHidden();
	await expect(session.question).toHaveText('Why is my wording better?');
	await expect(notice).toBeHidden();

	await behind();
	await changed.getByRole('button', { name: 'Take the catalog’s' }).click();
	await expect(editor).toBeHidden();
	await expect.poll(() => session.questionText()).toBe(original);
	await expect(notice).toBeHidden();
	await page.keyboard.press('u');
	await expect(session.question).toHaveText('Why is my wording better?');
});
