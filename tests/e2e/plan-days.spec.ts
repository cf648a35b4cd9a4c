import { expect, test } from '../support/journey.ts';
import { violations } from '../support/axe.ts';
import { Session } from '../support/session.ts';
import { stored, tables } from '../support/stored.ts';

const DAY = 86_400_000;
/** A Friday. */
const NOON = Date.parse('2026-11-20T12:00:00+01:00');

test('until the interview Today holds what the plan has for the day: cards, days off, the last week, the day', async ({
	page,
}) => {
	test.setTimeout(120_000);
	await page.clock.install({ time: NOON });
	const session = new Session(page);
	await session.begin();
	await page.goto('/plan');
	const date = page.getByLabel('Interview date');
	await date.fill('2026-12-11');
	await date.blur();
	const outlook = page.getByRole('region', { name: 'Outlook' });
	await expect(outlook).toContainText('recalled on the day');
	await expect(page.getByRole('region', { name: 'What was foreseen' })).toContainText(
		'Nothing yet',
	);
	for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']) {
		await page.getByLabel(day).fill('20');
		await page.getByLabel(day).blur();
	}
	await page.getByLabel('Sunday').fill('0');
	await page.getByLabel('Sunday').blur();
	// Filled one after the other without a pause, none of them is lost.
	await expect
		.poll(async () => JSON.stringify((await tables(page, ['records'])).records))
		.toContain('"planWeek":[20,20,20,20,20,20,0]');
	await page.reload();
	await expect(page.getByLabel('Sunday')).toHaveValue('0');
	for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']) {
		await expect(page.getByLabel(day)).toHaveValue('20');
	}
	const row = page
		.getByRole('main')
		.getByRole('listitem')
		.filter({ hasText: /^\s*Today/ });
	const planned = Number(/(\d+) new/.exec((await row.textContent()) ?? '')?.[1]);
	expect(planned).toBeGreaterThan(1);

	await page.goto('/');
	const today = page.getByRole('region', { name: "Today's review" });
	await expect(today).toContainText(`${planned} new`);
	await expect(today).toContainText('New today:');
	await page.getByRole('link', { name: 'Start review' }).click();
	for (let card = 0; card < 3; card += 1) {
		await expect(session.reveal).toBeVisible();
		await page.clock.fastForward(20_000);
		await session.answerByKey('Easy');
	}
	// What is done today counts: there and on the plan as much is left as of the morning.
	await session.leave();
	await expect(today).toContainText(`${planned - 3} new`);
	await page.goto('/plan');
	await expect(row).toContainText('1 min done');
	await expect(row).toContainText(`${planned - 3} new`);
	await page.goto('/');
	await page.getByRole('link', { name: 'Continue' }).click();
	for (let card = 3; card < planned; card += 1) await session.answerByKey('Easy');
	await expect(page.getByRole('heading', { name: 'Done for today' })).toBeVisible();
	expect((await stored(page)).reviews).toHaveLength(planned);

	await page.clock.setSystemTime(NOON + 2 * DAY);
	await page.goto('/');
	await expect(today).toContainText('Day off');
	await expect(today).toContainText('The plan goes on Mon, Nov 23.');
	expect(await violations(page)).toEqual([]);

	await page.clock.setSystemTime(NOON + 17 * DAY);
	await page.goto('/');
	await expect(today).toContainText(/nothing new/i);
	await expect(today).not.toContainText(/\d new/);
	await page.getByRole('link', { name: /Start review/ }).click();
	await expect(session.reveal).toBeVisible();
	await expect(session.card).not.toContainText('New card');
	await session.leave();

	await page.clock.setSystemTime(NOON + 21 * DAY);
	await page.goto('/');
	await expect(today).toContainText('Interview today');
	await expect(today).toContainText('Nothing is planned for today.');
	expect(await violations(page)).toEqual([]);
	await page.goto('/plan');
	await expect(outlook).toContainText('recalled as of now');
	await expect(outlook).not.toContainText('more a day');

	await page.clock.setSystemTime(NOON + 22 * DAY);
	await page.goto('/');
	await expect(today).not.toContainText('Interview today');
	await expect(page.getByRole('link', { name: /^Start/ })).toBeVisible();
	await page.goto('/plan');
	await expect(page.getByText('The interview was on Fri, Dec 11.')).toBeVisible();
});
