import { readFileSync } from 'node:fs';
import { expect, test } from '../support/journey.ts';
import { Session } from '../support/session.ts';
import { Evaluation, keepInterviews } from '../support/stored-interview.ts';

const T = Date.UTC(2026, 10, 2, 14);

const PINS = [
	['Gave redirects a latency', 'Redirects 99.99%'],
	['Stated three', 'Create a short link'],
	['Said what is out', 'Out: accounts'],
	['Wrote create', 'GET /'],
	['Gave each entity', 'link: key'],
	['Compared at least', 'Random codes'],
	['Gave an alternative', 'Random codes'],
] as const;

test('an interview is judged by evidence, its misses come back as cards, and it is replayed and exported', async ({
	page,
}) => {
	test.setTimeout(120_000);
	await new Session(page).begin();
	await keepInterviews(page, { t: T });
	const evaluation = new Evaluation(page);
	await evaluation.open();
	await expect(evaluation.heading('How did it go?')).toBeVisible();
	const guessed = evaluation.guess('33333333');
	await guessed;

	// What the app has seen is filled in, and is not for the person to tick.
	await expect(page.getByText('asked at 0:30 and 1:12')).toBeVisible();
	await expect(page.getByText('the wrap-up was not reached').first()).toBeVisible();
	await expect(page.getByRole('button', { name: /Derived the code length/ })).toHaveCount(0);

	for (const [line, place] of PINS) await evaluation.pin(line, place);
	// By keyboard alone: the list takes the focus, a number pins, Escape leaves.
	await page.getByRole('button', { name: 'Not ticked: Put numbers on how well' }).focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('1');
	const numbers = page.getByRole('button', { name: /^Ticked: Put numbers on how well/ });
	await expect(numbers).toBeFocused();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await expect(numbers).toBeFocused();

	// A reload goes on where it was.
	await page.reload();
	await expect(evaluation.heading('What could be seen?')).toBeVisible();
	await expect(page.getByRole('button', { name: /^Ticked: / })).toHaveCount(PINS.length + 1);

	await evaluation.reveal();
	await expect(page.getByText('As a whole it reads as')).toBeVisible();
	await expect(page.getByText(/On average you guessed \d\.\d of a level too high/)).toBeVisible();
	await expect(page.getByText(/Wrap-up was not reached/i).first()).toBeVisible();

	const due = page.getByRole('button', { name: /^Make \d+ cards due$/ });
	await due.click();
	const message = page.getByText(/new ones? comes? first/).first();
	await expect(message).toBeVisible();
	await expect(due).toHaveCount(0);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(due).toBeVisible();
	await due.click();
	await expect(due).toHaveCount(0);
	await page.getByRole('button', { name: 'Make a card' }).first().click();
	await expect(page.getByText('A card of your own is made.')).toBeVisible();

	await page.getByRole('link', { name: 'Checklist' }).click();
	await expect(page.getByRole('heading', { name: 'Not asked' })).toBeVisible();
	await expect(page.getByText('Yours: PostgreSQL')).toBeVisible();
	await page.getByRole('link', { name: 'Model answer' }).click();
	await expect(
		page.getByRole('group', { name: 'Your drawing' }).getByText('Redis'),
	).not.toHaveCount(0);
	await page.reload();
	await expect(page.getByRole('heading', { name: 'Model answer' })).toBeVisible();

	await page.getByRole('button', { name: 'Export' }).click();
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: /^Save as a Markdown file/ }).click();
	const path = test.info().outputPath('interview.md');
	await (await download).saveAs(path);
	const text = readFileSync(path, 'utf8');
	expect(text).toContain('# URL shortener');
	expect(text).toContain('Hot link: copy in each redirect server for 2 s');

	await page.getByRole('link', { name: 'Replay' }).click();
	const slider = page.getByRole('slider', { name: 'Moment of the interview' });
	await expect(slider).toHaveAttribute('aria-valuetext', '0:00, Scope');
	await slider.focus();
	await page.keyboard.press('End');
	await expect(page.getByText('Hot link: copy in each redirect server for 2 s')).toBeVisible();
	await page.keyboard.press('Home');
	await expect(page.getByText('Hot link: copy in each redirect server for 2 s')).toHaveCount(0);
	await page.keyboard.press('ArrowRight');
	await expect(slider).toHaveAttribute('aria-valuetext', '0:10, Scope');
	await page.getByRole('button', { name: '16×' }).click();
	await slider.focus();
	await page.keyboard.press('Space');
	await expect(page.getByText('How many links per day?')).toBeVisible();
	await page.keyboard.press('Space');
	await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();

	// The missed cards are first in Today, each with its moment.
	await page.goto('/review');
	await expect(page.getByText(/^Missed (at \d+:\d\d )?in URL shortener/)).toBeVisible();
});

test('the history tells what changed, and gives back what was deleted', async ({ page }) => {
	test.setTimeout(120_000);
	await page.goto('/review');
	await expect(new Session(page).reveal).toBeVisible();
	await keepInterviews(page, { t: T }, { t: T + 86_400_000, id: 'interview-2' });
	const evaluation = new Evaluation(page);
	for (const [id, pins] of [
		['interview-1', PINS.slice(0, 1)],
		['interview-2', PINS],
	] as const) {
		await evaluation.open(id);
		await evaluation.guess('22222222');
		for (const [line, place] of pins) await evaluation.pin(line, place);
		await evaluation.reveal();
	}
	await page.goto('/mock/history');
	await expect(page.getByText(/^Up since the first:/)).toBeVisible();
	await page.getByRole('button', { name: 'As a table' }).click();
	await expect(page.getByRole('rowheader', { name: 'Scope' })).toBeVisible();
	const kept = page.getByRole('heading', { level: 3, name: 'URL shortener' });
	await expect(kept).toHaveCount(2);
	await page
		.getByRole('button', { name: /^Delete URL shortener/ })
		.first()
		.click();
	await expect(kept).toHaveCount(1);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(kept).toHaveCount(2);

	await page.getByRole('link', { name: /^Compare with the one before/ }).click();
	await expect(page.getByRole('heading', { level: 1, name: /URL shortener/ })).toBeVisible();
	await expect(page.getByRole('row', { name: /^Scope/ })).toContainText('Better');
});
