import { targetFrom } from '../../src/lib/estimation/drill-instance.ts';
import { expect, test } from '../support/journey.ts';
import { drills, entryOf, Practice } from '../support/practice.ts';
import { Session } from '../support/session.ts';
import { contradictions, stored, tables } from '../support/stored.ts';

interface StoredAttempt {
	drill: string;
	mode: string;
	reviewId?: string;
	asks: { text: string; band: string; choice?: number }[];
	pad: string[];
}

async function attempts(page: Practice['page']): Promise<StoredAttempt[]> {
	return (await tables(page, ['attempts']))['attempts'] as StoredAttempt[];
}

test('a quick-fire set: Enter answers, Enter goes on, and the end says what to look at', async ({
	page,
}) => {
	await page.clock.install();
	await page.goto('/estimate');
	await page.getByRole('link', { name: /^Quick fire/ }).click();
	const practice = new Practice(page);
	await expect(practice.answer).toBeFocused();
	await expect(page.getByText(/^(3:00|2:5\d)$/)).toBeVisible();

	const titles: string[] = [];
	const bands = ['right', 'missed', 'open'] as const;
	for (const [at, band] of bands.entries()) {
		titles.push((await practice.drawn()).template.title);
		await practice.giveAll(band === 'open' ? undefined : band === 'right' ? 1 : 1 / 40);
		await page.keyboard.press('Enter');
		await expect.poll(async () => (await attempts(page)).length).toBe(at + 1);
		await expect(practice.answer).toBeFocused();
	}
	// The one on the screen may be finished when the time is over.
	await page.clock.fastForward('03:00');
	titles.push((await practice.drawn()).template.title);
	await practice.giveAll(1);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Three minutes are over');
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
	await expect(page.locator('main dl')).toContainText(/2\s*right\s*0\s*near\s*2\s*missed/);
	const look = page.getByRole('listitem').getByRole('link');
	await expect(look).toHaveText([titles[1] ?? '', titles[2] ?? '']);

	const log = await stored(page);
	expect(log.reviews.map(({ grade }) => grade)).toEqual([3, 1, 1, 3]);
	expect(contradictions(log)).toEqual([]);
	expect((await attempts(page)).map(({ mode }) => mode)).toEqual(Array(4).fill('quick'));

	await page.getByRole('link', { name: 'To Estimate' }).click();
	await expect(page.getByRole('heading', { name: 'How you estimate' })).toBeVisible();
	await expect(page.getByText('answers were right for an interview')).toBeVisible();
});

test('a wrong first number does not sink the next: the arithmetic from it follows', async ({
	page,
}) => {
	const walk = drills.find(
		({ asks }) =>
			asks.length > 2 &&
			asks[0]?.expect === 'rate' &&
			asks[1]?.formula.includes(asks[0].id) &&
			asks[1].tolerance === 'log',
	);
	const practice = new Practice(page);
	await practice.open(`?drill=${walk?.id}`);
	const first = await practice.answerTimes(50);
	await practice.give(first);
	await expect(practice.verdict).toContainText('Another order, 50× too high');
	await page.keyboard.press('Enter');

	await expect(practice.answer).toBeFocused();
	await page.getByRole('textbox', { name: 'Line 1' }).fill(`first = ${first}`);
	await expect(page.getByLabel('Result of line 1')).not.toHaveText('');
	const drill = await practice.drawn();
	const [one, two] = drill.asks;
	if (!one || !two) throw new Error('the walk has fewer than two asks');
	const own = new Map([
		[one.id, { ...one.target.quantity, value: one.target.quantity.value * 50 }],
	]);
	const { quantity } = targetFrom(drill, two.id, own);
	await practice.give(entryOf(quantity.value, two.source.expect));

	await expect(practice.verdict).toContainText('Spot on');
	const results = practice.verdict.getByRole('list', { name: 'Follow-through' });
	await expect(results).toContainText('Numbers that went in: not all sensible');
	await expect(results).toContainText('Arithmetic from them: follows');
	await expect(page.getByRole('region', { name: 'Your line of thought' })).toContainText(first);
	// The solution from one's own numbers, and from the given ones.
	const solution = page.getByRole('region', { name: 'Worked solution' });
	await expect(solution).toContainText(/=|≈/);
	const fromOwn = await solution.innerText();
	await solution.getByRole('button', { name: /show the given ones/ }).click();
	await expect.poll(() => solution.innerText()).not.toBe(fromOwn);

	// A reload finds the drill where it was, with the same numbers and answers.
	await page.reload();
	await expect(practice.drill).toContainText(drill.story);
	await expect(practice.verdict).toContainText('Spot on');
});

test('a decision hangs on the number; the grade is proposed, changed, stored and undone', async ({
	page,
}) => {
	const deciding = drills.find(
		({ asks }) => asks.length === 1 && asks[0]?.so_what && asks[0].tolerance === 'log',
	);
	const practice = new Practice(page);
	await practice.open(`?drill=${deciding?.id}`);
	await practice.give(await practice.answerTimes(1.1));
	await expect(practice.verdict).toContainText('Spot on');
	await expect(practice.grades).toBeHidden();
	await page.keyboard.press('a');
	await expect(page.getByText(/^(Your choice holds|Another choice fits)/)).toBeVisible();
	await expect(practice.grade('Good')).toContainText('suggested');
	await page.keyboard.press('2');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Drill done');
	const log = await stored(page);
	expect(log.reviews).toMatchObject([{ cardId: `drill/${deciding?.id}`, grade: 2 }]);
	expect(contradictions(log)).toEqual([]);
	expect(await attempts(page)).toMatchObject([
		{ drill: deciding?.id, mode: 'single', asks: [{ band: 'spot-on', choice: 0 }] },
	]);
	await page.keyboard.press('u');
	await expect(page.getByText('Undone: Hard')).toBeVisible();
	expect((await stored(page)).reviews).toEqual([]);
});

test('an ambiguous answer is read as asked, and says so; a bare number is asked back', async ({
	page,
}) => {
	const inBytes = drills.find(({ asks }) => asks.length === 1 && asks[0]?.expect === 'data-rate');
	const practice = new Practice(page);
	await practice.open(`?drill=${inBytes?.id}`);
	await practice.answer.fill('100 Mb/s');
	await expect(practice.echo).toContainText('12.5 MB per second');
	await page.getByRole('button', { name: 'Read as MB (bytes)' }).click();
	await expect(practice.answer).toHaveValue('100 MB/s');
	await expect(practice.echo).toContainText('100 MB per second');

	await practice.answer.fill('5000');
	await practice.answer.press('Enter');
	await expect(practice.drill.getByRole('alert')).toContainText('An interviewer would ask back');
	await expect(practice.verdict).toBeHidden();
	await practice.answer.press('Enter');
	await expect(practice.verdict).toContainText('No unit');
	await expect(
		practice.grades.or(page.getByRole('heading', { name: /^So what/ })).first(),
	).toBeVisible();
});

test('the set of the day goes on where it was left', async ({ page }) => {
	await page.goto('/estimate');
	await page.getByRole('link', { name: 'Start today’s set' }).click();
	const practice = new Practice(page);
	await expect(page.getByText('1 of 5')).toBeVisible();
	const asks = (await practice.drawn()).asks.length;
	for (let ask = 0; ask < asks; ask += 1) {
		await page.getByRole('button', { name: 'Show me' }).click();
		await expect(practice.verdict).toContainText('Left open');
		const next = page.getByRole('button', { name: /^(Skip this choice|Next question)/ });
		if (await next.isVisible()) await next.click();
	}
	await practice.grade('Again').click();
	await expect(page.getByText('2 of 5')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByText('1 of 5 done today')).toBeVisible();
	await page.getByRole('link', { name: 'Continue' }).click();
	await expect(practice.answer).toBeVisible();
});

test('a drill that is due comes up in review, is graded there, and undone', async ({ page }) => {
	await page.clock.install();
	const single = drills.find(({ asks }) => asks.length === 1 && !asks[0]?.so_what);
	const practice = new Practice(page);
	await practice.open(`?drill=${single?.id}`);
	await page.getByRole('button', { name: 'Show me' }).click();
	await page.keyboard.press('1');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Drill done');

	await page.clock.fastForward('02:00');
	await page.goto('/review');
	const session = new Session(page);
	await expect(practice.answer).toBeFocused();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(single?.title ?? '');
	// Letters and numbers are text here, and nothing is graded before it is asked.
	await page.keyboard.type('b3s');
	await expect(practice.answer).toHaveValue('b3s');
	await practice.give(await practice.answerTimes(1));
	await expect(practice.grade('Good')).toContainText('suggested');
	await page.keyboard.press('4');
	await session.expectDone(1);
	await expect(session.reveal).toBeVisible();
	const log = await stored(page);
	expect(log.reviews.map(({ grade }) => grade)).toEqual([1, 4]);
	expect(contradictions(log)).toEqual([]);
	expect((await attempts(page)).map(({ mode }) => mode).sort()).toEqual(['review', 'single']);

	await page.keyboard.press('u');
	await expect(session.message('Undone: Easy')).toBeVisible();
	await expect(practice.answer).toBeVisible();
	expect((await stored(page)).reviews).toHaveLength(1);
});
