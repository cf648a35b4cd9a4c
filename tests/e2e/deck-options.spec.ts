import { expect, test } from '../support/journey.ts';
import { Session } from '../support/session.ts';
import { stored, tables } from '../support/stored.ts';
import { PRIMER, putDecks } from '../support/stored-decks.ts';

test('a deck gets options of its own, which a session follows, and is crammed without them', async ({
	page,
}) => {
	const session = new Session(page);
	await session.begin();
	await putDecks(page, PRIMER, '/decks/deck?id=deck/primer');
	await page.getByRole('button', { name: 'Own options for this deck' }).click();
	await expect(page.getByRole('heading', { name: 'System Design Primer', level: 1 })).toBeVisible();

	const fresh = page.getByRole('textbox', { name: 'New cards a day' });
	await fresh.fill('2');
	await fresh.press('Tab');
	await expect(page.getByText('Changed. By default: 10')).toBeVisible();
	const steps = page.getByRole('textbox', { name: 'Learning steps', exact: true });
	await steps.fill('30m 1h');
	await steps.press('Tab');
	await expect(page.getByText('Changed. By default: 1m 10m')).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(steps).toHaveValue('1m 10m');
	await steps.fill('30m 1h');
	await steps.press('Tab');
	await expect(page.getByText('Changed. By default: 1m 10m')).toBeVisible();
	await page.getByRole('switch', { name: 'Balance the load' }).click();
	await page.getByRole('button', { name: 'Reset Balance the load' }).click();
	await expect(page.getByRole('switch', { name: 'Balance the load' })).toBeChecked();
	// Its button is gone; who goes on by keyboard is where it was.
	await expect(page.getByRole('switch', { name: 'Balance the load' })).toBeFocused();

	// Chosen one after the other without a pause, none of them is lost.
	for (const day of ['Monday', 'Wednesday', 'Friday']) {
		await page.getByRole('combobox', { name: day }).selectOption('minimum');
	}
	await expect
		.poll(async () => JSON.stringify((await tables(page, ['records'])).records))
		.toContain('["minimum","normal","minimum","normal","minimum","normal","normal"]');
	await page.getByRole('button', { name: 'Reset Easy days' }).click();
	await expect(page.getByRole('combobox', { name: 'Monday' })).toHaveValue('normal');

	await page.goto('/settings');
	await expect(page.getByRole('textbox', { name: 'New cards a day' })).not.toHaveValue('2');
	await expect(page.getByRole('textbox', { name: 'Learning steps', exact: true })).toHaveValue(
		'1m 10m',
	);
	await page.getByRole('link', { name: 'Options of other decks' }).click();
	await expect(page.getByRole('main')).toContainText('2 options changed');

	await session.open('?deck=deck/primer');
	await expect(page.getByRole('banner')).toContainText('2 new');
	await session.reveal.click();
	await expect(session.grade('Good')).toContainText('1h');
	await session.grade('Easy').click();
	await session.expectDone(1);

	const before = await stored(page);
	await page.goto('/decks/deck?id=deck/primer');
	await page.getByRole('link', { name: 'Cram, dates stay' }).click();
	await expect(page.getByText('Cram: dates stay as they are.')).toBeVisible();
	await expect(page.getByRole('banner')).toContainText('6 left');
	await session.answerByKey('Again');
	for (let card = 0; card < 6; card += 1) await session.answerByKey('Good');
	await expect(
		page.getByRole('heading', { name: 'Gone through System Design Primer' }),
	).toBeVisible();
	await page.getByRole('button', { name: 'Go through the one not known again' }).click();
	await session.answerByKey('Easy');
	const after = await stored(page);
	expect(after.cards).toEqual(before.cards);
	const crammed = after.reviews.filter(({ kind }) => kind === 'cram');
	expect(crammed).toHaveLength(8);
	expect(after.reviews).toHaveLength(before.reviews.length + 8);

	await page.goto('/decks/options');
	await page.getByRole('link', { name: /^System Design Primer/ }).click();
	await page.getByRole('button', { name: 'Delete' }).click();
	await expect(page.getByRole('main')).not.toContainText('2 options changed');
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('main')).toContainText('2 options changed');
});
