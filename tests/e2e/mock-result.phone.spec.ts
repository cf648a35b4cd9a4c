import { expect, test } from '../support/journey.ts';
import { overflow } from '../support/overflow.ts';
import { Session } from '../support/session.ts';
import { Evaluation, keepInterviews } from '../support/stored-interview.ts';

test('an interview is judged by thumb, and nothing is wider than the screen', async ({ page }) => {
	test.setTimeout(90_000);
	await page.goto('/review');
	await expect(new Session(page).reveal).toBeVisible();
	await keepInterviews(page, { t: Date.UTC(2026, 10, 2, 14) });
	const evaluation = new Evaluation(page);
	await evaluation.open();
	const rows = page.getByRole('group');
	await expect(rows).toHaveCount(8);
	for (const row of await rows.all()) await row.getByText('Senior', { exact: true }).tap();
	expect(await overflow(page)).toEqual([]);
	await page.getByRole('button', { name: 'Go on to the evidence' }).tap();
	await page.getByRole('button', { name: /^Not ticked: Said what is out/ }).tap();
	const choices = page.getByRole('group', { name: /^Where it can be seen/ });
	for (const button of await choices.getByRole('button').all()) {
		expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
	}
	await choices.getByRole('button', { name: 'Out: accounts' }).tap();
	await expect(page.getByRole('button', { name: /^Ticked: Said what is out/ })).toBeVisible();
	await page.getByRole('button', { name: 'Show the result' }).tap();
	await expect(evaluation.heading(/^Senior on \d of 8$/)).toBeVisible();
	expect(await overflow(page)).toEqual([]);
	await page.getByRole('link', { name: 'Replay' }).tap();
	await expect(page.getByRole('slider')).toBeVisible();
	expect(await overflow(page)).toEqual([]);
});
