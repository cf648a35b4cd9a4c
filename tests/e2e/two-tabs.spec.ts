import { expect, test } from '../support/journey.ts';
import { Session } from '../support/session.ts';
import { contradictions, stored } from '../support/stored.ts';

test('a grade in one tab shows in the Today of the other', async ({ page, context }) => {
	const session = new Session(page);
	await session.begin();
	const other = await context.newPage();
	await other.goto('/');
	const today = other.getByRole('region', { name: "Today's review" });
	await expect(today).toContainText('8 new');
	await session.answerByKey('Easy');
	await expect(today).toContainText('7 new');
	await page.keyboard.press('u');
	await expect(today).toContainText('8 new');
});

test('a card that is answered in two tabs counts once, and the later tab goes on', async ({
	page,
	context,
}) => {
	const session = new Session(page);
	await session.open();
	const other = new Session(await context.newPage());
	await other.open();
	const question = await session.questionText();
	expect(await other.questionText()).toBe(question);

	await session.answerByKey('Good');
	await other.page.keyboard.press('Space');
	await expect(other.answer).toBeVisible();
	await other.page.keyboard.press('1');
	await expect(other.message(/answered in another tab meanwhile/)).toBeVisible();
	await expect(other.reveal).toBeVisible();
	expect(await other.questionText()).not.toBe(question);
	const log = await stored(page);
	expect(log.reviews.map(({ grade }) => grade)).toEqual([3]);
	expect(contradictions(log)).toEqual([]);
});

test('two tabs that answer at the same time lose nothing and count nothing twice', async ({
	page,
	context,
}) => {
	const one = new Session(page);
	await one.open();
	const two = new Session(await context.newPage());
	await two.open();
	const answerAsTheyCome = async ({ page: tab, reveal, answer, grades }: Session) => {
		for (let count = 0; count < 6; count += 1) {
			// Where the other tab was faster, the next card takes the place of the one that is up.
			await expect(async () => {
				await expect(reveal).toBeVisible({ timeout: 1000 });
				await tab.keyboard.press('Space');
				await expect(answer).toBeVisible({ timeout: 1000 });
			}).toPass();
			await tab.keyboard.press('3');
			await expect(grades).toBeHidden();
		}
	};
	await Promise.all([answerAsTheyCome(one), answerAsTheyCome(two)]);
	const acknowledged = async () => (await one.done()) + (await two.done());
	await expect
		.poll(async () => (await stored(page)).reviews.length - (await acknowledged()))
		.toBe(0);
	const log = await stored(page);
	expect(contradictions(log)).toEqual([]);
	const perCard = new Map<string, number>();
	for (const { cardId } of log.reviews) perCard.set(cardId, (perCard.get(cardId) ?? 0) + 1);
	for (const { id, reps } of log.touched) expect(perCard.get(id), id).toBe(reps);
});

test('a change of settings in one tab holds in the other', async ({ page, context }) => {
	const session = new Session(page);
	await session.open();
	await page.keyboard.press('Space');
	await expect(session.grades.getByRole('button')).toHaveCount(4);
	const other = await context.newPage();
	await other.goto('/settings#display');
	await other.getByRole('switch', { name: 'Two buttons' }).click();
	await expect(session.grades.getByRole('button')).toHaveCount(2);
});

test('two tabs with a new note keep what is typed in each, over a reload', async ({
	page,
	context,
}) => {
	await new Session(page).open();
	const tabs = [page, await context.newPage()];
	for (const [at, tab] of tabs.entries()) {
		await tab.goto('/notes/new');
		const front = tab.getByRole('textbox', { name: 'Front' });
		await expect(front).toHaveValue('');
		await front.fill(`Typed in tab ${at}`);
	}
	for (const tab of tabs) await tab.reload();
	for (const [at, tab] of tabs.entries()) {
		await expect(tab.getByRole('textbox', { name: 'Front' })).toHaveValue(`Typed in tab ${at}`);
		await tab.getByRole('button', { name: 'Add note' }).click();
		await expect(tab.getByRole('status').getByText('Added: 1 card')).toBeVisible();
	}
});

test('two tabs that edit one card of the catalog merge, and say where they cannot', async ({
	page,
	context,
}) => {
	const session = new Session(page);
	await session.open();
	const [first] = (await stored(page)).cards;
	const address = `/notes/edit?id=${encodeURIComponent(first!.id)}`;
	const tabs = [page, await context.newPage()] as const;
	for (const tab of tabs) {
		await tab.goto(address);
		await expect(tab.getByRole('textbox', { name: 'Front' })).toBeVisible();
	}
	const [one, two] = tabs;
	for (const [tab, text] of [
		[one, '==Mine=='],
		[two, '==Mine== too'],
	] as const) {
		await tab.getByRole('textbox', { name: 'Front' }).fill(text);
	}
	await one.getByRole('button', { name: 'Save' }).click();
	await expect(one).not.toHaveURL(/notes/);
	await two.getByRole('button', { name: 'Save' }).click();
	await expect(two.getByRole('alert')).toContainText('Save again to replace that');
	// What was changed in one tab alone goes together.
	await two.getByRole('button', { name: 'Take the changed card' }).click();
	await expect(two.getByRole('textbox', { name: 'Front' })).toHaveValue('==Mine==');
	await one.goto(address);
	await expect(one.getByRole('textbox', { name: 'Front' })).toHaveValue('==Mine==');
	await two.getByRole('textbox', { name: 'Back' }).fill('The back of the other tab.');
	await one.getByRole('textbox', { name: 'Front' }).fill('==Mine again==');
	await one.getByRole('button', { name: 'Save' }).click();
	await expect(one).not.toHaveURL(/notes/);
	await two.getByRole('button', { name: 'Save' }).click();
	await expect(two).not.toHaveURL(/notes/);
	await two.goto(address);
	await expect(two.getByRole('textbox', { name: 'Front' })).toHaveValue('==Mine again==');
	await expect(two.getByRole('textbox', { name: 'Back' })).toHaveValue(
		'The back of the other tab.',
	);
});
