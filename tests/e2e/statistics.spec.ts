import { expect, test } from '../support/journey.ts';
import { putHistory } from '../support/made-history.ts';
import { Session } from '../support/session.ts';

test('before the first answer it says what will be here, and leads to it', async ({ page }) => {
	await page.goto('/stats');
	await expect(page.getByText('It begins with your first answer')).toBeVisible();
	await page.getByRole('link', { name: 'To review' }).click();
	await expect(new Session(page).reveal).toBeVisible();
});

test('an answer counts at once, and no longer when it is undone', async ({ page }) => {
	const session = new Session(page);
	await session.open();
	await session.answerByKey('Good');
	await session.answerByKey('Again');
	await session.expectDone(2);
	await session.undo.click();
	// Taken back for good before the page goes.
	await session.expectDone(1);
	await page.goto('/stats');
	const answers = page.getByRole('region', { name: 'Answers', exact: true });
	await expect(answers).toContainText('1 answer');
	await expect(answers).toContainText('Good 100%');
	await expect(page.getByRole('region', { name: 'What you recall' })).toContainText(
		'No card has come back after a day or more',
	);
});

test('what is shown is what the log says, in charts and tables, by keyboard', async ({ page }) => {
	test.setTimeout(120_000);
	await new Session(page).open();
	const { reviews } = await putHistory(page, { days: 120, newPerDay: 5, now: Date.now() });
	await page.goto('/stats');
	await page.getByRole('radio', { name: 'All' }).check({ force: true });
	const work = page.getByRole('region', { name: 'Answers and time' });
	const inSteps = reviews.filter(({ kind }) => kind === 'learn' || kind === 'relearn').length;
	const shown = (count: number) => count.toLocaleString('en-US');
	await expect(work).toContainText(`${shown(reviews.length - inSteps)} reviews`);
	await expect(work).toContainText(`${shown(inSteps)} in learning steps`);
	// Counted apart from the screen, and not in the page as where there is no worker.
	expect(page.workers()).toHaveLength(1);

	// Each review here is the first answer to its card on its day, and its interval was a day or more.
	const asked = reviews.filter(({ kind }) => kind === 'review');
	const recalled = asked.filter(({ grade }) => grade > 1);
	const all = page.getByRole('table', { name: 'True retention' }).getByRole('row').last();
	await expect(all).toContainText(`${shown(recalled.length)} of ${shown(asked.length)}`);

	const day = page.getByRole('slider', { name: 'Answers on each day' });
	await day.focus();
	const readout = page.getByRole('figure', { name: 'Answers on each day' }).locator('p').first();
	const before = await readout.innerText();
	await day.press('ArrowLeft');
	await expect.poll(() => readout.innerText()).not.toBe(before);
	const said = (await day.getAttribute('aria-valuetext')) ?? '';
	expect((await readout.innerText()).replace(/\s+/g, ' ')).toContain(said.split(':')[0]);

	await work.getByText('As a table').first().click();
	const table = work.getByRole('table').first();
	const rows = await table.getByRole('row').allInnerTexts();
	const sum = rows
		.slice(1)
		.reduce((total, row) => total + Number(row.split('\t')[1]?.replaceAll(',', '')), 0);
	expect(sum).toBe(reviews.length - inSteps);
});

test('the palette and More lead there', async ({ page }) => {
	await page.goto('/more');
	await expect(page.getByRole('link', { name: 'Statistics What' })).toHaveAttribute(
		'href',
		'/stats',
	);
	await page.keyboard.press('ControlOrMeta+k');
	// The first time its file is loaded; what is typed before goes nowhere.
	await expect(page.getByRole('dialog', { name: 'Search' }).getByRole('combobox')).toBeFocused();
	await page.keyboard.type('stat');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Statistics' })).toBeVisible();
});
