/** Finds what makes a page scroll sideways. */
import type { Page } from '@playwright/test';
import { SCREENS } from './screens.ts';
import { test } from './journey.ts';

/** How far the page reaches beyond the window, and what reaches there. */
export async function overflow(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const width = document.documentElement.clientWidth;
		const frames = [document.documentElement, ...document.querySelectorAll('dialog[open]')];
		if (frames.every((frame) => frame.scrollWidth <= frame.clientWidth)) return [];
		const wide = [...document.querySelectorAll('body *')].filter((element) => {
			const { right, width: own } = element.getBoundingClientRect();
			if (right <= width + 1 || own === 0) return false;
			// What scrolls within a frame of its own is where it belongs.
			for (let up = element.parentElement; up; up = up.parentElement) {
				if (/auto|scroll|hidden|clip/.test(getComputedStyle(up).overflowX) && up !== document.body)
					return false;
			}
			return true;
		});
		// Those that push, not those that are pushed.
		const narrowest = (element: Element) =>
			!wide.some((other) => other !== element && element.contains(other));
		return wide
			.filter(narrowest)
			.slice(0, 4)
			.map(
				(element) =>
					`${element.tagName}.${element.className} reaches ${Math.round(element.getBoundingClientRect().right)} of ${width}`,
			)
			.concat(wide.length === 0 ? ['something'] : []);
	});
}

/** Goes through every screen and gathers what is too wide on any. */
export async function overflowOnScreens(page: Page): Promise<string[]> {
	const found: string[] = [];
	for (const screen of SCREENS) {
		await test.step(screen.name, async () => {
			await screen.open(page);
			for (const each of await overflow(page)) found.push(`${screen.name}: ${each}`);
		});
	}
	return found;
}
