import { violations } from '../support/axe.ts';
import { expect, test } from '../support/journey.ts';
import { SCREENS, SCREENS_COMPLAIN } from '../support/screens.ts';

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
