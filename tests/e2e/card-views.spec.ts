import type { Page } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { expect, test } from '../support/journey.ts';
import { overflow } from '../support/overflow.ts';
import { bringOwnCards, OWN_CARDS } from '../support/own-cards.ts';
import { Session } from '../support/session.ts';

const [PICTURE = '', SOUND = ''] = OWN_CARDS;
const frame = (page: Page) => page.frameLocator('iframe').first();

/** How often a sound has begun, in whatever page is open. */
async function countSounds(page: Page): Promise<() => Promise<number>> {
	await page.addInitScript(() => {
		const { play } = HTMLMediaElement.prototype;
		HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
			Reflect.set(top!, 'begun', Number(Reflect.get(top!, 'begun') ?? 0) + 1);
			return play.call(this);
		};
	});
	return () => page.evaluate(() => Number(Reflect.get(window, 'begun') ?? 0));
}

/** Nothing wrong in either theme, and a frame that says what it holds. */
async function isSound(page: Page): Promise<void> {
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
		await page.evaluate(() =>
			Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
		);
		expect(await violations(page), colorScheme).toEqual([]);
		expect(await overflow(page)).toEqual([]);
	}
	await expect(page.locator('iframe').first()).toHaveAttribute('title', /^(Question|Answer): ./);
}

test('keys are those of the session, wherever in a card one has clicked or tabbed', async ({
	page,
}) => {
	const session = new Session(page);
	await session.open();
	await bringOwnCards(page);
	await session.open(`?cards=${OWN_CARDS.join(',')}`);

	// A click on a word marks nothing, and shows the answer; another click leaves it.
	const word = frame(page).getByRole('heading', { name: 'What is a CDN?' });
	await word.dblclick();
	await expect(session.reveal).toBeHidden();
	await frame(page).getByText('of caches').click();
	expect(await page.evaluate(() => document.activeElement?.localName)).toBe('iframe');
	await page.keyboard.press('2');
	await session.expectDone(1);

	// Space, after the focus went into the frame without a reveal: a word that is marked.
	await frame(page)
		.getByText('Listen:')
		.evaluate((text) => {
			const inside = text.ownerDocument;
			inside.body.tabIndex = -1;
			inside.body.focus();
		});
	await page.keyboard.press('Space');
	await expect(session.answer).toBeFocused();
	await page.keyboard.press('3');
	await session.expectDone(2);
	await session.answerByKey();

	// By Tab alone: into the frame, on its picture, and the keys are the session's still.
	await session.open(`?cards=${PICTURE}&mode=cram`);
	const picture = frame(page).getByRole('button', { name: 'Enlarge: A network' });
	// A card that has just come takes the focus once more.
	await expect(async () => {
		for (let presses = 0; presses < 12; presses += 1) {
			await page.keyboard.press('Tab');
			const inFrame = await page.evaluate(
				() => document.querySelector('iframe')?.contentDocument?.activeElement?.localName,
			);
			if (inFrame === 'img') break;
		}
		await expect(picture).toBeFocused({ timeout: 1_000 });
	}).toPass();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog', { name: 'Picture, enlarged' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toBeHidden();
	await page.evaluate(() => {
		const inside = document.querySelector('iframe')?.contentDocument;
		inside?.querySelector('img')?.focus();
	});
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
	await page.keyboard.press('Escape');
	await page.evaluate(() => {
		const inside = document.querySelector('iframe')?.contentDocument;
		inside?.querySelector('h2')?.scrollIntoView();
		inside?.defaultView?.focus();
	});
	await page.keyboard.press('Space');
	await expect(session.answer).toBeFocused();
	await page.keyboard.press('1');
	await session.expectDone(1);
});

test('a card that is only looked at is as sound as one that is studied, and makes none', async ({
	page,
}) => {
	const begun = await countSounds(page);
	const session = new Session(page);
	await session.open();
	await bringOwnCards(page);

	await test.step('in the list', async () => {
		await page.goto('/browse?q=deck:Brought');
		const grid = page.getByRole('grid', { name: 'Cards' });
		await expect(grid).toHaveAttribute('aria-rowcount', String(OWN_CARDS.length + 1));
		for (const words of ['What is a CDN', 'Listen']) {
			await grid.getByRole('row').filter({ hasText: words }).click();
			await expect(frame(page).getByText(words)).toBeVisible();
			await isSound(page);
		}
	});

	await test.step('in the editor', async () => {
		for (const id of [PICTURE, SOUND]) {
			await page.goto(`/notes/edit?id=${id.slice(0, id.lastIndexOf('/'))}`);
			const preview = page.getByRole('region', { name: 'Preview' });
			await expect(preview.locator('iframe').first()).toBeVisible();
			await isSound(page);
		}
		await expect(frame(page).getByText('Listen:')).toBeVisible();
	});
	expect(await begun()).toBe(0);

	await test.step('and once where it is studied, with a sound that is not said twice', async () => {
		await session.open(`?cards=${SOUND}`);
		await expect(frame(page).getByText('Listen:')).toBeVisible();
		await expect.poll(begun).toBe(1);
		await page.keyboard.press('Space');
		await expect(frame(page).getByText('A tone')).toBeVisible();
		expect(await begun()).toBe(1);
		await page.keyboard.press('r');
		await expect.poll(begun).toBe(2);
	});
});

test('a hostile card is as tame in the list and in the editor as in the session', async ({
	page,
}) => {
	await new Session(page).open();
	await bringOwnCards(page);
	const hostile = OWN_CARDS[5]!;
	for (const address of [
		`/notes/edit?id=${hostile.slice(0, hostile.lastIndexOf('/'))}`,
		'/browse?q=deck:Brought%20Safe',
	]) {
		await page.goto(address);
		if (address.startsWith('/browse')) {
			await page.getByRole('row').filter({ hasText: 'Safe' }).click();
		}
		await expect(frame(page).getByText('Safe').first()).toBeVisible();
		const here = page.url();
		await page.keyboard.press('Tab');
		expect(page.url()).toBe(here);
		expect(await page.evaluate(() => Reflect.get(window, 'pwned'))).toBeUndefined();
		const frames = await page.locator('iframe').all();
		for (const each of frames) await expect(each).toHaveAttribute('sandbox', 'allow-same-origin');
	}
});
