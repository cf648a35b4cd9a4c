import {
	cards,
	cardsInOrder,
	patternBeginningToType,
	patternBeginningWith,
	patternWith,
} from '../support/catalog.ts';
import { expect, test } from '../support/journey.ts';
import { Session } from '../support/session.ts';
import { flip } from '../support/settings.ts';
import { contradictions, stored } from '../support/stored.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

test('a key that is held down grades one card once', async ({ page }) => {
	const session = new Session(page);
	await session.open();
	const hold = async (key: string) => {
		for (let repeat = 0; repeat < 30; repeat += 1) await page.keyboard.down(key);
		await page.keyboard.up(key);
	};
	await hold('Space');
	await expect(session.answer).toBeVisible();
	await session.expectDone(0);
	await hold('3');
	await session.expectDone(1);
	await expect(session.reveal).toBeVisible();
	await hold('Enter');
	await expect(session.answer).toBeVisible();
	await session.expectDone(1);
	expect((await stored(page)).reviews).toHaveLength(1);
});

test('the focus goes with the card, and Tab from the answer to the grades', async ({ page }) => {
	const session = new Session(page);
	await session.open();
	await expect(session.question).toBeFocused();
	await page.keyboard.press('Space');
	await expect(session.answer).toBeFocused();
	const order: string[] = [];
	for (let presses = 0; presses < 12 && order.at(-1) !== 'Easy'; presses += 1) {
		await page.keyboard.press('Tab');
		const name = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
		order.push(/^(Again|Hard|Good|Easy)/.exec(name)?.[0] ?? 'other');
	}
	expect(order.filter((name) => name !== 'other')).toEqual(['Again', 'Hard', 'Good', 'Easy']);
	// On a button, Space presses that button and nothing else.
	await page.keyboard.press('Space');
	await session.expectDone(1);
	expect((await stored(page)).reviews.map(({ grade }) => grade)).toEqual([4]);
	await expect(session.question).toBeFocused();
	await page.keyboard.press('Space');
	await expect(session.answer).toBeFocused();
});

test('a dialog takes the keys while it is open and gives the focus back', async ({ page }) => {
	const session = new Session(page);
	await session.open();
	await page.keyboard.press('?');
	const help = page.getByRole('dialog', { name: 'Keys' });
	await expect(help).toBeVisible();
	expect(await help.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
	for (const key of ['3', 's', 'b', 'u']) await page.keyboard.press(key);
	await expect(help).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(help).toBeHidden();
	await expect(session.question).toBeFocused();
	await session.expectDone(0);
	expect((await stored(page)).touched).toEqual([]);
});

test('letters typed into the answer are text and nothing else', async ({ page }) => {
	const pattern = patternBeginningToType();
	const card = cards[cardsInOrder(pattern)[0] ?? ''];
	await page.goto('/settings#display');
	await flip(page, 'Type the answer');
	const session = new Session(page);
	await session.open(`?pattern=${pattern.id}`);
	const field = page.getByRole('textbox', { name: 'Your answer' });
	await expect(field).toBeFocused();
	await page.keyboard.type(`${LETTERS} 1234?`);
	await expect(field).toHaveValue(`${LETTERS} 1234?`);
	await expect(session.reveal).toBeVisible();
	await expect(page.getByRole('dialog')).toBeHidden();
	await session.expectDone(0);

	await page.keyboard.press('Enter');
	await expect(session.answer.or(page.getByText('Compared with yours')).first()).toBeVisible();
	await expect(page.getByText('Compared with yours')).toBeVisible();
	await expect(session.card.locator('del').first()).toBeVisible();
	await expect(session.card.locator('ins').first()).toBeVisible();
	await expect(session.grade('Again')).toContainText('suggested');

	await page.keyboard.press('4');
	await session.expectDone(1);
	await session.undo.click();
	await expect(field).toBeFocused();
	await page.keyboard.type(card?.answers[0] ?? '');
	await page.keyboard.press('Enter');
	await expect(page.getByText('You typed it right')).toBeVisible();
	await expect(session.grade('Good')).toContainText('suggested');
	expect(contradictions(await stored(page))).toEqual([]);
});

test('two buttons leave two grades and two keys', async ({ page }) => {
	await page.goto('/settings#display');
	await flip(page, 'Two buttons');
	const session = new Session(page);
	await session.open();
	await page.keyboard.press('Space');
	await expect(session.grades.getByRole('button')).toHaveCount(2);
	await page.keyboard.press('2');
	await page.keyboard.press('4');
	await expect(session.answer).toBeVisible();
	await page.keyboard.press('1');
	await session.expectDone(1);
	await session.answerByKey('Good');
	expect((await stored(page)).reviews.map(({ grade }) => grade)).toEqual([1, 3]);
});

test('single keys can be switched off; Space still reveals and grades', async ({ page }) => {
	await page.goto('/settings#display');
	await flip(page, 'Single-key shortcuts');
	const session = new Session(page);
	await session.open();
	for (const key of [...LETTERS, '1', '4', '?']) await page.keyboard.press(key);
	await expect(page.getByRole('dialog')).toBeHidden();
	await expect(session.reveal).toBeVisible();
	await page.keyboard.press('Space');
	for (const key of ['1', '2', '4', 's', 'b']) await page.keyboard.press(key);
	await expect(session.answer).toBeVisible();
	await page.keyboard.press('Space');
	await session.expectDone(1);
	expect((await stored(page)).reviews.map(({ grade }) => grade)).toEqual([3]);
});

test('the points ticked off on a card to say suggest the grade', async ({ page }) => {
	const session = new Session(page);
	await session.open(`?pattern=${patternWith('say').id}`);
	await session.answerUntil('Say it aloud');
	await page.keyboard.press('Space');
	const points = session.answer.getByRole('checkbox');
	const count = await points.count();
	expect(count).toBeGreaterThan(1);
	await expect(session.grades.getByText('suggested')).toHaveCount(0);
	await points.first().check();
	await expect(session.grade('Again')).toContainText('suggested');
	for (let point = 1; point < count; point += 1) await points.nth(point).check();
	await expect(session.answer.getByText(`${count} of ${count}`)).toBeVisible();
	await expect(session.grades.getByText('suggested')).toHaveCount(1);
	await expect(session.grade('Again')).not.toContainText('suggested');
	// Keys grade although a checkbox has the focus.
	await expect(points.last()).toBeFocused();
	const before = await session.done();
	await page.keyboard.press('3');
	await session.expectDone(before + 1);
});

test('a reload goes on with the new cards that were asked for, and lets in no more', async ({
	page,
}) => {
	const session = new Session(page);
	await session.open('?new=3');
	await expect(page).toHaveURL(/upto=13-\d+$/);
	const counts = page.locator('[data-done]');
	await expect(counts).toContainText('13');
	await session.answerByKey('Easy');
	await page.reload();
	await expect(session.reveal).toBeVisible();
	await expect(counts).toContainText('12');
});

test('a card to draw shows the drawing of its pattern with the answer', async ({ page }) => {
	const pattern = patternWith('diagram');
	const session = new Session(page);
	await session.open(`?pattern=${pattern.id}`);
	await session.answerUntil('Draw');
	await page.keyboard.press('Space');
	await session.answer.getByText("Hold it against the pattern's own drawing").click();
	await expect(session.answer.getByRole('img')).toBeVisible();
	// Space belongs to the line that was clicked; the grades keep their keys.
	const before = await session.done();
	await page.keyboard.press('3');
	await session.expectDone(before + 1);
});

test('a card reads as the person has edited it, until it goes back to the original', async ({
	page,
}) => {
	const session = new Session(page);
	await session.open(`?pattern=${patternBeginningWith('recall').id}`);
	const original = await session.questionText();
	await page.keyboard.press('e');
	const editor = page.getByRole('dialog', { name: 'Edit card' });
	await editor.getByRole('textbox', { name: 'Front' }).fill('Why is *my* wording better?');
	await expect(editor.getByRole('region', { name: 'Preview' })).toContainText(
		'Why is my wording better?',
	);
	await editor.getByRole('button', { name: 'Save' }).click();
	await expect(editor).toBeHidden();
	await expect(session.question).toHaveText('Why is my wording better?');
	await page.reload();
	await expect(session.question).toHaveText('Why is my wording better?');

	await page.keyboard.press('e');
	await editor.getByRole('textbox', { name: 'Front' }).fill('  ');
	await expect(editor.getByText('The front is empty. A card needs a question.')).toBeVisible();
	await expect(editor.getByRole('button', { name: 'Save' })).toBeDisabled();
	await editor.getByRole('button', { name: 'Back to the original' }).click();
	await expect.poll(() => session.questionText()).toBe(original);
	await page.reload();
	await expect.poll(() => session.questionText()).toBe(original);
});

test('what the keys do can be done by pointer, from the menu', async ({ page }) => {
	const session = new Session(page);
	await session.open();
	for (const [item, dialog] of [
		['Why this date', 'Why this date?'],
		['Edit', 'Edit card'],
		['Keys', 'Keys'],
	] as const) {
		await session.openMenu(item);
		await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
		await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
		await expect(page.getByRole('dialog')).toBeHidden();
	}
	const first = await session.questionText();
	await session.openMenu('Suspend');
	await expect(session.message(/^Suspended/)).toBeVisible();
	await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
	await expect(session.message('Undone: Suspend')).toBeVisible();
	await expect.poll(() => session.questionText()).toBe(first);
	await session.openMenu('Redo');
	await expect(session.message('Done again: Suspend')).toBeVisible();
	await expect.poll(() => session.questionText()).not.toBe(first);
});

test('what is written into a card is shown, never run', async ({ page }) => {
	const session = new Session(page);
	await session.open(`?pattern=${patternBeginningWith('recall').id}`);
	await page.keyboard.press('e');
	const editor = page.getByRole('dialog', { name: 'Edit card' });
	const hostile =
		'<img src=x onerror="window.ran=1"><script>window.ran=1</script><svg onload="window.ran=1">' +
		'[link](javascript:window.ran=1) ![pic](https://example.org/x.png) <a href="javascript:window.ran=1">a</a>' +
		'<form action="https://example.org"><input name=x></form><iframe src="https://example.org"></iframe>' +
		'<style>*{display:none}</style><div id="app">clobber</div>';
	await editor.getByRole('textbox', { name: 'Front' }).fill(hostile);
	await editor.getByRole('textbox', { name: 'Back' }).fill(hostile);
	await editor.getByRole('button', { name: 'Save' }).click();
	await expect(editor).toBeHidden();
	await page.keyboard.press('Space');
	await expect(session.answer).toBeVisible();
	for (const link of await session.card.locator('a').all()) {
		expect(await link.getAttribute('href')).not.toMatch(/^javascript:/);
	}
	await expect(session.card.locator('img, script, form, iframe, style')).toHaveCount(0);
	expect(await page.evaluate(() => 'ran' in window)).toBe(false);
	// The fixture fails the test for any request that left the page.
});

test('suspend, bury and flag act at once, last, and can be undone', async ({ page }) => {
	const session = new Session(page);
	await session.open();
	const first = await session.questionText();
	await page.keyboard.press('s');
	await expect(session.message(/^Suspended/)).toBeVisible();
	await expect.poll(() => session.questionText()).not.toBe(first);
	const second = await session.questionText();
	await page.keyboard.press('b');
	await expect(session.message(/^Buried/)).toBeVisible();
	await expect.poll(() => session.questionText()).not.toBe(second);
	const third = await session.questionText();
	await page.keyboard.press('f');
	await expect
		.poll(async () => (await stored(page)).touched.map(({ flag }) => flag).sort())
		.toEqual([0, 0, 1]);
	await page.reload();
	await expect.poll(() => session.questionText()).toBe(third);
	await page.getByRole('button', { name: 'More for this card' }).click();
	await expect(page.getByRole('button', { name: /^Remove flag/ })).toBeVisible();
	await page.keyboard.press('Escape');

	for (const [name, question] of [
		['Flag', third],
		['Bury', second],
		['Suspend', first],
	]) {
		await page.keyboard.press('u');
		await expect(session.message(`Undone: ${name}`)).toBeVisible();
		await expect.poll(() => session.questionText()).toBe(question);
	}
	expect((await stored(page)).touched).toEqual([]);
});

test('the reasons for a date are told in words, with the past answers', async ({ page }) => {
	const session = new Session(page);
	await session.open(`?pattern=${patternBeginningWith('recall').id}`);
	await session.answerByKey('Good');
	await page.keyboard.press('u');
	await page.keyboard.press('i');
	const info = page.getByRole('dialog', { name: 'Why this date?' });
	await expect(info.getByRole('row', { name: /Good \(undone\)/ })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(info).toBeHidden();
});

test('the end of a session can be taken back, also after a reload, to the first answer', async ({
	page,
}) => {
	const pattern = patternBeginningWith('recall');
	const session = new Session(page);
	await session.open(`?pattern=${pattern.id}`);
	const first = await session.questionText();
	for (let card = 0; card < pattern.cards.length; card += 1) await session.answerByKey('Easy');
	const end = page.getByRole('heading', { name: `Done with ${pattern.name}` });
	await expect(end).toBeFocused();
	await page.getByRole('button', { name: 'Undo last answer' }).click();
	await session.answerByKey('Easy');
	await page.reload();
	await expect(
		page.getByRole('heading', { name: `Nothing more of ${pattern.name} today` }),
	).toBeFocused();
	for (let card = pattern.cards.length; card > 0; card -= 1) {
		await page.keyboard.press('u');
		await expect.poll(async () => (await stored(page)).reviews.length).toBe(card - 1);
	}
	await expect.poll(() => session.questionText()).toBe(first);
	expect((await stored(page)).touched).toEqual([]);
});

test('a session of set minutes ends after the card at which they are over', async ({ page }) => {
	await page.clock.install();
	const session = new Session(page);
	await session.open('?minutes=5');
	await session.answerByKey('Good');
	await page.clock.fastForward('05:00');
	await page.keyboard.press('Space');
	await page.keyboard.press('3');
	await expect(page.getByRole('heading', { name: 'Your time is up' })).toBeVisible();
	await page.getByRole('button', { name: 'Go on' }).click();
	await session.answerByKey('Good');
	expect((await stored(page)).reviews).toHaveLength(3);
});
