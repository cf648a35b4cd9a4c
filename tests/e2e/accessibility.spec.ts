import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axeCore from 'axe-core';
import { expect, test } from '../support/journey.ts';
import { SCREENS, SCREENS_COMPLAIN } from '../support/screens.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page as it is, one line for each place. */
async function violations(page: Page): Promise<string[]> {
	// A script tag would be refused by the policy of the page; the debugger is not bound by it.
	await page.evaluate((axe) => {
		if (!('axe' in window)) (0, eval)(axe);
	}, AXE);
	const { violations, passes } = await page.evaluate(async (tags) => {
		const { axe } = window as unknown as { axe: typeof axeCore };
		const found = await axe.run(document, {
			runOnly: tags,
			rules: { 'target-size': { enabled: true } },
		});
		return { violations: found.violations, passes: found.passes.map(({ id }) => id) };
	}, TAGS);
	expect(passes.length, 'rules that had something to judge').toBeGreaterThan(10);
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ target, html, failureSummary }) => {
			const why = failureSummary?.split('\n').slice(1).join(' ').trim();
			return `${id}: ${target.join(' ')} ${html.slice(0, 120)} (${why})`;
		}),
	);
}

test.use({ expected: SCREENS_COMPLAIN, contextOptions: { reducedMotion: 'reduce' } });

for (const [name, viewport] of [
	['a phone', { width: 390, height: 844 }],
	['a desktop', { width: 1440, height: 900 }],
] as const) {
	test(`axe finds nothing on any screen of ${name}, light or dark`, async ({ page }) => {
		test.setTimeout(300_000);
		await page.setViewportSize(viewport);
		const found: string[] = [];
		for (const screen of SCREENS) {
			await test.step(screen.name, async () => {
				await screen.open(page);
				for (const colorScheme of ['light', 'dark'] as const) {
					await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
					await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
					for (const each of await violations(page)) {
						found.push(`${screen.name}, ${colorScheme}: ${each}`);
					}
				}
			});
		}
		expect(found).toEqual([]);
	});
}

test('axe would find what is wrong', async ({ page }) => {
	await page.goto('/help');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await page.evaluate(() => {
		document
			.querySelector('main')
			?.insertAdjacentHTML(
				'beforeend',
				'<button style="width:10px;height:10px;padding:0"></button><button style="width:10px;height:10px;padding:0">x</button>' +
					'<p style="color:#ccc;background:#fff">faint</p>',
			);
	});
	const rules = new Set((await violations(page)).map((each) => each.split(':')[0]));
	expect([...rules]).toEqual(
		expect.arrayContaining(['button-name', 'color-contrast', 'target-size']),
	);
});
