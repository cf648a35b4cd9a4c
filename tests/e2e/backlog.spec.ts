import { expect, test } from '../support/journey.ts';
import { violations } from '../support/axe.ts';
import { Session } from '../support/session.ts';
import { stored } from '../support/stored.ts';

const DAY = 86_400_000;
const START = Date.parse('2026-11-20T09:00:00+01:00');

test('a backlog comes in portions, most urgent first, and never as a wall', async ({ page }) => {
	test.setTimeout(120_000);
	await page.clock.install({ time: START });
	await page.goto('/');
	await page.getByRole('radio', { name: '5', exact: true }).check({ force: true });
	await page.getByRole('button', { name: 'Start with the first card' }).click();
	const session = new Session(page);
	// Leaving before the choices are stored would be no first run.
	await expect(session.reveal).toBeVisible();
	await session.open('?new=60');
	for (let card = 0; card < 45; card += 1) {
		// Half a minute a card, so that these make more than two sittings of five minutes.
		await expect(session.reveal).toBeVisible();
		await page.clock.fastForward(30_000);
		await session.answerByKey('Easy');
	}

	await page.clock.setSystemTime(START + 40 * DAY);
	await page.goto('/');
	const today = page.getByRole('region', { name: "Today's review" });
	await expect(today).toContainText('45 reviews have gathered');
	await expect(page.getByRole('link', { name: 'Start 5 minutes' })).toBeVisible();
	const offered = Number(/\d+/.exec(await today.innerText())?.[0]);
	expect(offered).toBeLessThan(45);
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
		expect(await violations(page)).toEqual([]);
	}

	await page.getByRole('link', { name: 'Start 5 minutes' }).click();
	const before = await stored(page);
	for (let answers = 0; answers < 3; answers += 1) await session.answerByKey('Good');
	await page.clock.fastForward('05:00');
	await page.keyboard.press('Space');
	await page.keyboard.press('3');
	await expect(page.getByRole('heading', { name: 'Your time is up' })).toBeVisible();
	const answered = (await stored(page)).reviews.slice(before.reviews.length);
	expect(answered).toHaveLength(4);
	expect(answered.every(({ kind }) => kind === 'review')).toBe(true);
});

test('a day that is done says so, and what comes next', async ({ page }) => {
	const session = new Session(page);
	await session.begin();
	const end = page.getByRole('heading', { name: 'Done for today' });
	for (;;) {
		await expect(session.reveal.or(end)).toBeVisible();
		if (await end.isVisible()) break;
		await session.answerByKey('Easy');
	}
	await expect(end).toBeFocused();
	expect(await violations(page)).toEqual([]);
	await page.getByRole('link', { name: 'To Today' }).click();
	await expect(page.getByRole('region', { name: "Today's review" })).toContainText(
		'Done for today',
	);
	expect(await violations(page)).toEqual([]);
	await page.getByRole('link', { name: /^Learn \d more/ }).click();
	await expect(session.reveal).toBeVisible();
	await session.answerByKey('Easy');
});

test('the question whether the date is right is accessible, too', async ({ page }) => {
	await page.clock.install({ time: START });
	const session = new Session(page);
	await session.begin();
	await session.answerByKey('Good');
	await page.clock.setSystemTime(START - 30 * DAY);
	await page.goto('/');
	await expect(page.getByRole('heading', { name: /^Is today/ })).toBeVisible();
	expect(await violations(page)).toEqual([]);
});
