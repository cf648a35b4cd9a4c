/** Goes through the cards of an import, one of each kind, as a person with a keyboard and a finger does. */
import { expect, type Page } from '@playwright/test';
import { violations } from './axe.ts';
import { bringOwnCards, OWN_CARDS } from './own-cards.ts';
import { overflow } from './overflow.ts';
import { Session } from './session.ts';
import { stored } from './stored.ts';

/** Something of the first frame of a card, read through the app: nothing of ours runs within. */
async function inFrame<T>(page: Page, read: (inside: Document) => T): Promise<T> {
	return page.evaluate(
		`(${read.toString()})(document.querySelector('.card iframe').contentDocument)`,
	) as Promise<T>;
}

async function sound(session: Session): Promise<void> {
	// What still rises or fades has colors of its own.
	await session.page.evaluate(() =>
		Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
	);
	expect(await overflow(session.page)).toEqual([]);
	expect(await violations(session.page)).toEqual([]);
}

/** @param touch whether answers are shown by a tap on the card */
export async function studyOwnCards(page: Page, touch: boolean): Promise<void> {
	const session = new Session(page);
	await session.open();
	await bringOwnCards(page);
	await session.open(`?cards=${OWN_CARDS.join(',')}`);
	const frame = page.frameLocator('.card iframe');

	// A picture, a wide table, colors of a white page, a picture that lies elsewhere, a link.
	await expect(frame.getByRole('heading', { name: 'What is a CDN?' })).toBeVisible();
	await expect(page.getByText('Brought › Networks')).toBeVisible();
	await expect
		.poll(() => inFrame(page, (inside) => inside.querySelector('img')?.naturalWidth))
		.toBe(600);
	await sound(session);
	if (touch) await frame.getByRole('heading').tap();
	else await page.keyboard.press('Space');
	await expect(session.answer).toBeFocused();
	await expect(frame.getByText('Picture on canary.invalid, not loaded: a map')).toBeVisible();
	await expect(frame.getByText('https://canary.invalid/remote.png')).toBeVisible();
	await sound(session);
	await frame.getByRole('link', { name: 'network' }).click();
	const question = page.getByRole('dialog', { name: 'Open example.org?' });
	await expect(question.getByText('https://example.org/cdn?x=1')).toBeVisible();
	await expect(question.getByRole('link', { name: 'Open' })).toHaveAttribute('rel', /noopener/);
	await sound(session);
	await question.getByRole('button', { name: 'Stay here' }).click();
	await frame.getByRole('button', { name: 'Enlarge: A network' }).click();
	const viewer = page.getByRole('dialog', { name: 'Picture, enlarged' });
	await expect(viewer.getByRole('img', { name: 'A network' })).toBeVisible();
	await viewer.getByRole('button', { name: 'Close' }).click();
	// The focus is in the frame now, and its keys are the app's.
	await frame.getByText('of caches').click();
	await page.keyboard.press('3');
	await session.expectDone(1);

	// A sound begins with its card, and again when it is asked to.
	await expect(frame.getByText('Listen:')).toBeVisible();
	const plays = () => inFrame(page, (inside) => inside.querySelector('audio')?.paused === false);
	await expect.poll(plays).toBe(true);
	await inFrame(page, (inside) => inside.querySelector('audio')?.pause());
	await page.keyboard.press('r');
	await expect.poll(plays).toBe(true);
	await sound(session);
	await session.answerByKey();

	// A cloze with a hint; its answer stands where the question stood.
	await expect(frame.getByText('[protocol] elects a leader')).toBeVisible();
	await page.keyboard.press('Space');
	await expect(frame.getByText('Raft elects a leader')).toBeVisible();
	await page.keyboard.press('3');
	await session.expectDone(3);

	// What is typed is compared.
	const field = page.getByRole('textbox', { name: 'Your answer' });
	await expect(field).toBeFocused();
	await field.fill('eigth');
	await page.keyboard.press('Enter');
	await expect(page.getByText('Compared with yours')).toBeVisible();
	await expect(frame.getByText('eight')).toBeVisible();
	await sound(session);
	await page.keyboard.press('1');
	await session.expectDone(4);

	// Shapes cover the picture, and only outline it on the other side.
	await expect
		.poll(() =>
			inFrame(page, (inside) => inside.querySelector('rect')?.getBoundingClientRect().width),
		)
		.toBeGreaterThan(40);
	const fill = () =>
		inFrame(page, (inside) => getComputedStyle(inside.querySelector('rect') as Element).fill);
	expect(await fill()).not.toBe('none');
	await page.keyboard.press('Space');
	await expect(session.answer).toBeFocused();
	expect(await fill()).toBe('none');
	await page.keyboard.press('3');
	await session.expectDone(5);

	// The hostile one: read, and nothing else.
	const here = page.url();
	await expect(frame.getByText('Safe')).toBeVisible();
	await sound(session);
	await session.reveal.click();
	await expect(frame.getByText('Still safe')).toBeVisible();
	expect(page.url()).toBe(here);
	expect(await page.evaluate(() => Reflect.get(window, 'pwned'))).toBeUndefined();
	await expect(session.grade('Good')).toBeVisible();
	await session.grade('Good').click();
	await session.expectDone(6);

	// In Markdown it is a page of the app's own.
	await expect(page.locator('.card strong', { hasText: 'W + R > N' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Enlarge: net' })).toBeVisible();
	await page.keyboard.press('Space');
	await session.answer.getByRole('link', { name: 'more' }).click();
	await expect(page.getByRole('dialog', { name: 'Open example.org?' })).toBeVisible();
	await page.keyboard.press('Escape');
	await sound(session);
	await page.keyboard.press('3');
	await expect.poll(async () => (await stored(page)).reviews.length).toBe(7);
}
