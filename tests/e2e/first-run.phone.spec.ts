import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { Session } from '../support/session.ts';
import { flip } from '../support/settings.ts';
import { contradictions, stored } from '../support/stored.ts';

/** A finger that goes sideways over the card, as the browser itself reports it. */
async function swipe(page: Page, to: 'left' | 'right', travel = 220): Promise<void> {
	const touch = await page.context().newCDPSession(page);
	const start = { x: to === 'right' ? 80 : 320, y: 260 };
	const step = (to === 'right' ? travel : -travel) / 10;
	const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
		touch.send('Input.dispatchTouchEvent', {
			type,
			touchPoints: x === undefined ? [] : [{ x, y: start.y }],
		});
	await send('touchStart', start.x);
	// It rests before it lifts: a tap right after a fling is taken by the browser to stop that fling.
	for (let move = 1; move <= 18; move += 1) {
		await send('touchMove', start.x + step * Math.min(move, 10) + (move % 2));
		await page.evaluate(() => new Promise(requestAnimationFrame));
	}
	await send('touchEnd');
	await touch.detach();
}

test('from the first visit to the tenth card by tap and swipe', async ({ page }) => {
	const session = new Session(page);
	await page.goto('/');
	await page.getByRole('button', { name: 'Start with the first card' }).tap();
	for (let card = 0; card < 10; card += 1) {
		await expect(session.reveal).toBeVisible();
		// The card itself is as good as the button.
		if (card % 2 === 1) await session.question.tap({ position: { x: 20, y: 10 } });
		else await session.reveal.tap();
		await expect(session.answer).toBeVisible();
		if (card % 3 === 0) await session.grade('Good').tap();
		else await swipe(page, card % 3 === 1 ? 'right' : 'left');
		await session.expectDone(card + 1);
	}
	const log = await stored(page);
	expect(log.reviews.map(({ grade }) => grade)).toEqual([3, 3, 1, 3, 3, 1, 3, 3, 1, 3]);
	expect(contradictions(log)).toEqual([]);
});

test('a swipe that is let go early, or before the answer is shown, grades nothing', async ({
	page,
}) => {
	const session = new Session(page);
	await session.open();
	await swipe(page, 'left');
	await expect(session.answer).toBeVisible();
	await session.expectDone(0);
	await swipe(page, 'right', 50);
	await expect(session.grades).toBeVisible();
	await session.expectDone(0);

	await page.goto('/settings#display');
	await flip(page, 'Swipes');
	await session.open();
	await session.reveal.tap();
	await swipe(page, 'right');
	await expect(session.grades).toBeVisible();
	await session.grade('Hard').tap();
	await session.expectDone(1);
	expect((await stored(page)).reviews.map(({ grade }) => grade)).toEqual([2]);
});

test('grades and reveal lie within reach of the thumb and are large enough', async ({ page }) => {
	const session = new Session(page);
	await session.open();
	const low = await session.reveal.boundingBox();
	expect(low?.y).toBeGreaterThan(844 / 2);
	expect(low?.height).toBeGreaterThanOrEqual(44);
	await session.reveal.tap();
	for (const name of ['Again', 'Hard', 'Good', 'Easy'] as const) {
		const box = await session.grade(name).boundingBox();
		expect(box?.y, name).toBeGreaterThan(844 / 2);
		expect(Math.min(box?.width ?? 0, box?.height ?? 0), name).toBeGreaterThanOrEqual(44);
		// Where the reveal was, so that nothing jumps under the thumb.
		expect(Math.abs((box?.y ?? 0) - (low?.y ?? 0)), name).toBeLessThan(2);
	}
});
