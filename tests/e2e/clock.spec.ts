import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, watch } from '../support/journey.ts';
import { launchWith } from '../support/profile.ts';
import { Session } from '../support/session.ts';
import { contradictions, stored, type Stored } from '../support/stored.ts';

const DAY = 86_400_000;
const NOON = Date.parse('2026-11-20T12:00:00+01:00');

const today = (page: Page) => page.getByRole('region', { name: "Today's review" });
const question = (page: Page) => page.getByRole('heading', { name: /^Is today / });

/** What may never be, whatever the clock says. */
function nonsense({ reviews, touched }: Stored): string[] {
	return [
		...reviews
			.filter(({ t, duration }) => !Number.isFinite(t) || duration < 0)
			.map(({ id }) => `review ${id} has no sound time`),
		...touched
			.filter(({ interval, due }) => !(interval >= 0) || !Number.isFinite(due))
			.map(({ id, interval }) => `${id} has an interval of ${interval}`),
	];
}

async function expectSound(page: Page, answers: number): Promise<void> {
	const log = await stored(page);
	expect(log.reviews).toHaveLength(answers);
	expect(nonsense(log)).toEqual([]);
	expect(contradictions(log)).toEqual([]);
	await page.goto('/settings#data');
	await page.getByRole('button', { name: 'Check the database' }).click();
	await expect(page.getByText('All is well: every card is as its history says.')).toBeVisible();
}

for (const [name, jump] of [
	['ten years back', -3652 * DAY],
	['a year ahead', 365 * DAY],
] as const) {
	test(`a clock set ${name} between two sessions decides nothing unasked`, async ({ page }) => {
		await page.clock.install({ time: NOON });
		const session = new Session(page);
		await session.begin();
		for (const grade of ['Good', 'Easy', 'Again', 'Easy'] as const)
			await session.answerByKey(grade);
		const before = await stored(page);

		await page.clock.setSystemTime(NOON + jump);
		await page.goto('/');
		await expect(question(page)).toContainText(String(new Date(NOON + jump).getFullYear()));
		expect((await stored(page)).touched).toEqual(before.touched);
		await page.goto('/review');
		await expect(question(page)).toBeVisible();
		expect((await stored(page)).touched).toEqual(before.touched);

		// It was the clock.
		await page.clock.setSystemTime(NOON + DAY);
		await page.getByRole('button', { name: 'I have set the clock' }).click();
		await expect(session.reveal).toBeVisible();
		await session.answerByKey('Good');

		// And now it is right, the person says.
		await page.clock.setSystemTime(NOON + jump);
		await page.goto('/review');
		await page.getByRole('button', { name: 'Yes, that is today' }).click();
		await expect(session.reveal).toBeVisible();
		for (const grade of ['Good', 'Again', 'Hard'] as const) await session.answerByKey(grade);
		await expectSound(page, 8);

		// Back again, after the answers under the other date.
		await page.clock.setSystemTime(NOON + 2 * DAY);
		await page.goto('/review');
		await page.getByRole('button', { name: 'Yes, that is today' }).click();
		await expect(session.reveal).toBeVisible();
		for (const grade of ['Good', 'Easy'] as const) await session.answerByKey(grade);
		await expectSound(page, 10);
	});
}

test('a clock that jumps by an hour in mid session, either way, moves no card by a day', async ({
	page,
}) => {
	await page.clock.install({ time: NOON });
	const session = new Session(page);
	await session.begin();
	let answers = 0;
	for (const jump of [0, 3_600_000, -3_600_000, 0]) {
		await page.clock.setSystemTime(NOON + jump);
		for (const grade of ['Good', 'Again'] as const) {
			await session.answerByKey(grade);
			answers += 1;
		}
	}
	const days = new Set((await stored(page)).reviews.map(({ day }) => day));
	expect([...days]).toHaveLength(1);
	await expectSound(page, answers);
});

test('flying from UTC+14 to UTC−11 shows no card twice on one day and skips none', async ({
	playwright,
	launchOptions,
	baseURL,
	complaints,
}) => {
	const folder = mkdtempSync(join(tmpdir(), 'onsite-flight-'));
	const arrive = async (timezoneId: string, time: string) => {
		const context = await launchWith(playwright.chromium, folder, {
			...launchOptions,
			...{ baseURL: baseURL ?? '', timezoneId, locale: 'en-US' },
		});
		await watch(context, complaints);
		const page = context.pages()[0] ?? (await context.newPage());
		await page.clock.install({ time });
		return { context, page, session: new Session(page) };
	};
	const finish = async ({ page, session }: { page: Page; session: Session }) => {
		const end = page.getByRole('heading', { name: /^Done (for today|with)/ });
		for (;;) {
			await expect(session.reveal.or(end)).toBeVisible();
			if (await end.isVisible()) return;
			await session.answerByKey('Easy');
		}
	};

	const east = await arrive('Pacific/Kiritimati', '2026-11-20T06:00:00Z'); // 20 Nov, 20:00
	await east.session.begin();
	await finish(east);
	const first = await stored(east.page);
	expect(first.reviews).toHaveLength(8);
	await east.context.close();

	const west = await arrive('Pacific/Midway', '2026-11-20T12:00:00Z'); // 20 Nov, 01:00: still the 19th by study days
	await west.page.goto('/');
	await expect(today(west.page)).toContainText('Done for today');
	await west.page.clock.setSystemTime('2026-11-20T20:00:00Z'); // 20 Nov, 09:00: the day that is done already
	await west.page.reload();
	await expect(today(west.page)).toContainText('Done for today');
	await west.page.clock.setSystemTime('2026-11-21T20:00:00Z'); // 21 Nov, 09:00
	await west.page.reload();
	await expect(today(west.page)).toContainText('8 new');
	await west.page.goto('/review');
	await finish(west);

	// Far enough ahead that all of it is due: each card comes exactly once.
	await west.page.clock.setSystemTime('2026-12-20T20:00:00Z');
	await west.page.goto('/');
	await expect(today(west.page)).toContainText('16 due');
	await west.page.goto('/review');
	await finish(west);
	const all = await stored(west.page);
	const perDay = all.reviews.map(({ cardId, day }) => `${cardId} on ${day}`);
	expect(new Set(perDay).size).toBe(perDay.length);
	const reviewed = all.reviews.filter(
		({ day }) => day === Math.max(...all.reviews.map((r) => r.day)),
	);
	for (const { cardId } of first.reviews) expect(reviewed.map((r) => r.cardId)).toContain(cardId);
	expect(nonsense(all)).toEqual([]);
	expect(contradictions(all)).toEqual([]);
	await west.context.close();
	rmSync(folder, { recursive: true, force: true });
});
