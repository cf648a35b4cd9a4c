import { readFileSync } from 'node:fs';
import { violations } from '../support/axe.ts';
import { expect, test } from '../support/journey.ts';

test('a human interviewer reads, ticks with the minute, and hands the ticks over as a file', async ({
	page,
}) => {
	await page.clock.install();
	await page.goto('/mock/partner?question=url-shortener');
	// First of all it is said that everything is shown.
	await expect(page.getByText('The next screen shows everything')).toBeVisible();
	await expect(page.getByText('Plan for 6 million new links a day')).toBeHidden();
	await page.getByRole('button', { name: 'I interview someone' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

	await page.getByRole('button', { name: 'Start', exact: true }).click();
	await page.clock.fastForward('02:00');
	// The clock runs on meanwhile.
	await expect(page.getByRole('timer')).toHaveText(/^2:\d\d$/);
	await page.getByRole('searchbox', { name: 'Find an answer' }).fill('links per day');
	await expect(page.getByText('Plan for 6 million new links a day')).toBeVisible();
	await page.getByRole('button', { name: 'Asked', exact: true }).first().click();
	await expect(page.getByRole('button', { name: /^Asked at 2:\d\d$/ })).toBeVisible();

	const asked = page.getByRole('checkbox', { name: /^Asked for the number of links/ });
	await asked.check();
	await page.clock.fastForward('25:00');
	await expect(page.getByText('minute 26: now')).toBeVisible();
	await page.getByRole('button', { name: 'I say this' }).first().click();
	await page.getByRole('checkbox', { name: 'Said what is out of scope' }).check();
	await page.getByRole('textbox', { name: 'Note for the candidate' }).fill('Draw earlier.');
	expect(await violations(page)).toEqual([]);

	// A reload loses nothing, and the clock has gone on.
	await page.reload();
	await expect(asked).toBeChecked();
	await expect(page.getByRole('timer')).toHaveText(/^27:\d\d$/);

	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save for the candidate' }).click();
	const file = await (await download).path();
	expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
		...{ format: 'onsite-partner/1', question: 'url-shortener', note: 'Draw earlier.' },
		ticks: [
			{ line: 'r1', at: expect.any(Number) },
			{ line: 'general-scope-mid-2', at: expect.any(Number) },
		],
	});

	await page.getByRole('button', { name: 'Clear the notes' }).click();
	await expect(asked).not.toBeChecked();
	const choose = page.waitForEvent('filechooser');
	await page.getByRole('button', { name: 'Take in a saved file' }).click();
	await (await choose).setFiles(file);
	await expect(asked).toBeChecked();
	const wrong = page.waitForEvent('filechooser');
	await page.getByRole('button', { name: 'Take in a saved file' }).click();
	await (
		await wrong
	).setFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('[]') });
	await expect(page.getByText('This is no file of a partner’s notes')).toBeVisible();
	await expect(asked).toBeChecked();
});
