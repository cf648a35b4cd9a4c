import { expect, test } from '../support/journey.ts';
import { violations } from '../support/axe.ts';
import { putHistory } from '../support/made-history.ts';
import { Session } from '../support/session.ts';
import { tables } from '../support/stored.ts';

const DAY = 86_400_000;
const NOON = Date.parse('2026-11-20T12:00:00+01:00');
const NEXT_DAY = String(Date.UTC(2026, 10, 21) / DAY);

test('yesterday’s forecast stands beside what came of it, and what was foreseen of each card on the statistics', async ({
	page,
}) => {
	await page.clock.install({ time: NOON });
	const session = new Session(page);
	await session.begin();
	await putHistory(page, { days: 60, newPerDay: 4, now: NOON });
	const forecasts = async () =>
		((await tables(page, ['records']))['records'] as { kind: string; id: string; fields: object }[])
			// The day of the first visit may have one too.
			.filter(({ kind, id }) => kind === 'forecast' && id === NEXT_DAY)
			.map(({ fields }) => fields as { reviews: number });

	await page.clock.setSystemTime(NOON + DAY);
	await page.goto('/');
	await expect.poll(async () => (await forecasts()).length).toBe(1);
	const reviews = (await forecasts())[0]?.reviews ?? 0;
	expect(reviews).toBeGreaterThan(3);
	await session.open();
	for (const grade of ['Good', 'Again', 'Good'] as const) await session.answerByKey(grade);
	await session.expectDone(3);

	await page.clock.setSystemTime(NOON + 2 * DAY);
	await page.goto('/plan');
	const check = page.getByRole('region', { name: 'What was foreseen' });
	await expect(check).toContainText(`of ${reviews} recalled. It was`);
	await check.getByText('As a table').click();
	await expect(check.getByRole('table')).toContainText(String(reviews));

	await page.goto('/stats');
	const foreseen = page.getByRole('region', { name: 'Foreseen and recalled' });
	await expect(foreseen).toContainText('It was foreseen that you recall');
	await foreseen.getByRole('slider').press('ArrowLeft');
	await expect(foreseen.getByRole('figure').locator('p').first()).toContainText('cards');
	expect(await violations(page)).toEqual([]);
});
