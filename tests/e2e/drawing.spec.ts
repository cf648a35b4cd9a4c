import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { violations } from '../support/axe.ts';
import { PAYLOADS } from '../support/diagram-payloads.ts';
import { Drawing } from '../support/drawing.ts';
import { Host } from '../support/host.ts';
import { expect, test } from '../support/journey.ts';
import { controlled } from '../support/worker.ts';

const BUILD = join(fileURLToPath(new URL('../..', import.meta.url)), 'build');
const LATE = /\/_app\/immutable\/late\//;
/** The one late file that a start itself asks for, where it has a collection to copy. */
const COPY = /\/late\/daily-copy\.worker\./;
// Wide enough for the text and the drawing side by side.
test.use({ viewport: { width: 1920, height: 1080 } });

const GOOD = 'flowchart TD\n  a[One] --> b[Two]\n';

test('nonsense keeps the last good drawing and says at which line it stands', async ({ page }) => {
	const drawing = new Drawing(page);
	await drawing.open();
	await drawing.text.fill(GOOD);
	await drawing.expectBoxes('One', 'Two');
	await drawing.text.press('ControlOrMeta+End');
	await drawing.text.pressSequentially('  b -->');
	const fault = drawing.editor.getByText('Line 3.').first();
	await expect(fault).toBeVisible();
	await drawing.expectBoxes('One', 'Two');
	await drawing.text.pressSequentially(' c[Three]');
	await drawing.expectBoxes('One', 'Two', 'Three');
	await expect(fault).toBeHidden();

	await drawing.text.fill('qwerty ((( --> ]] <script>');
	await expect(drawing.editor.getByText('Line 1.').first()).toBeVisible();
	await drawing.expectBoxes();
	await drawing.text.fill(GOOD);
	await drawing.expectBoxes('One', 'Two');
	await expect(page.locator('body > [id*="drawing"]')).toHaveCount(0);
});

test('undo and redo go across typing and taps', async ({ page }) => {
	const drawing = new Drawing(page);
	await drawing.open();
	await drawing.add('Client', 'Queue');
	await drawing.expectBoxes('Client', 'Queue');
	await drawing.text.press('ControlOrMeta+End');
	await drawing.text.pressSequentially('  queue --> w[Mailer]');
	await drawing.expectBoxes('Client', 'Queue', 'Mailer');
	await drawing.text.press('ControlOrMeta+z');
	await drawing.expectBoxes('Client', 'Queue');
	await drawing.text.press('ControlOrMeta+z');
	await drawing.expectBoxes('Client');
	await drawing.text.press('ControlOrMeta+Shift+z');
	await drawing.text.press('ControlOrMeta+Shift+z');
	await drawing.expectBoxes('Client', 'Queue', 'Mailer');
});

test('a drawing is joined, named and emptied by keys alone, and axe finds nothing', async ({
	page,
}) => {
	const drawing = new Drawing(page);
	await drawing.open();
	for (const name of ['Client', 'Service', 'Database']) {
		await drawing.kinds.getByRole('button', { name, exact: true }).press('Enter');
	}
	await drawing.expectBoxes('Client', 'Service', 'Database');
	await drawing.box('Client').press('Enter');
	await drawing.panel.getByRole('button', { name: 'Arrow to …' }).press('Enter');
	await drawing.panel.getByRole('button', { name: 'Database' }).press('Enter');
	await drawing.panel.getByRole('textbox', { name: 'Name of the box' }).fill('Browser (EU)');
	await drawing.panel.getByRole('button', { name: 'Arrows 2' }).press('Enter');
	await drawing.panel.getByLabel('to Database').fill('reads, p99 < 5 ms');
	await drawing.expectBoxes('Browser (EU)', 'Service', 'Database');
	await expect(drawing.text).toHaveValue(/client -->\|"reads, p99 < 5 ms"\| db/);
	expect(await violations(page, '#drawing')).toEqual([]);
	await drawing.box('Service').press('Enter');
	await drawing.box('Service').press('Delete');
	await drawing.expectBoxes('Browser (EU)', 'Database');
});

test('what is too large is refused before it is drawn, with the limit named', async ({ page }) => {
	const drawing = new Drawing(page);
	await drawing.open();
	await drawing.text.fill(GOOD);
	await drawing.expectBoxes('One', 'Two');
	const lines = Array.from({ length: 61 }, (_, at) => `  n${at}`);
	await drawing.text.fill(`flowchart TD\n${lines.join('\n')}`);
	await expect(drawing.editor.getByText(/61 boxes; at most 60 are drawn/).first()).toBeVisible();
});

test('no hostile diagram runs or asks for anything, and the next one is drawn', async ({
	page,
}) => {
	test.setTimeout(240_000);
	const drawing = new Drawing(page);
	await drawing.open();
	await drawing.text.fill(GOOD);
	await drawing.expectBoxes('One', 'Two');
	const status = drawing.editor.locator('.live [role=status]');
	// The journey itself fails for any request that leaves, any complaint of the policy, any error.
	for (const [at, payload] of PAYLOADS.entries()) {
		if (at % 4 !== 0 && payload.length < 2000) continue;
		await drawing.paste(payload);
		await drawing.text.fill(`flowchart TD\n  ok${at}[Good ${at}]`);
		await expect(drawing.box(`Good ${at}`), payload.slice(0, 100)).toBeVisible();
		await expect(status).toBeEmpty();
	}
	expect(await page.evaluate(() => 'pwned' in window || 'pwned' in {})).toBe(false);
});

test.describe('files that draw', () => {
	test.use({ expected: /404 .*favicon/ });

	test('come after everything else, are not loaded by a start, and draw without a network', async ({
		page,
	}) => {
		const host = await Host.start(BUILD);
		const byPage: string[] = [];
		page.on('request', (request) => {
			const url = request.url();
			if (LATE.test(url) && !COPY.test(url) && !request.serviceWorker()) byPage.push(url);
		});
		await page.goto(host.url);
		await page
			.getByRole('button', { name: /^Start/ })
			.first()
			.click();
		await controlled(page);
		await expect.poll(() => host.asked.filter((path) => LATE.test(path)).length).toBeGreaterThan(0);
		expect(byPage).toEqual([]);
		await expect
			.poll(() =>
				page.evaluate(async () => {
					for (const name of await caches.keys()) {
						const kept = await (await caches.open(name)).keys();
						if (kept.some(({ url }) => url.includes('/late/drawing.'))) return true;
					}
					return false;
				}),
			)
			.toBe(true);

		await host.unplug();
		await page.goto(`${host.url}mock/partner?question=url-shortener`);
		await page.getByRole('button', { name: 'I interview someone' }).click();
		const design = page.getByRole('group', { name: 'Reference design' });
		await design.scrollIntoViewIfNeeded();
		await expect(design.locator('svg text').first()).toBeVisible();
		await host.plugIn();
	});
});
