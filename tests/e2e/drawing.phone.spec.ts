import { violations } from '../support/axe.ts';
import { Drawing } from '../support/drawing.ts';
import { expect, test } from '../support/journey.ts';

const SYSTEM = [
	'flowchart TD',
	'  client([Client])',
	'  client --> lb{{Load balancer}}',
	'  lb --> service[Service]',
	'  service --> cache[(Cache)]',
	'  service --> db[(Database)]',
	'',
];

test('a system is drawn on a phone by taps alone', async ({ page }) => {
	const drawing = new Drawing(page);
	await drawing.open();
	await drawing.add('Client', 'Load balancer', 'Service', 'Cache', 'Database');
	await drawing.expectBoxes('Client', 'Load balancer', 'Service', 'Cache', 'Database');

	// Two boxes are joined by tapping one and then the other.
	await drawing.box('Cache').tap();
	await expect(drawing.panel).toHaveAccessibleName('Selected box: Cache');
	await drawing.panel.getByRole('button', { name: 'Arrow to …' }).tap();
	await drawing.box('Arrow to Database').tap();
	await drawing.panel.getByRole('button', { name: 'Arrows 2' }).tap();
	await expect(drawing.panel.getByLabel('to Database')).toBeVisible();

	await drawing.editor.getByRole('button', { name: 'Undo' }).tap();
	await expect(drawing.panel.getByLabel('to Database')).toBeHidden();
	await drawing.panel.getByRole('button', { name: 'Delete the box' }).tap();
	await drawing.expectBoxes('Client', 'Load balancer', 'Service', 'Database');
	await drawing.editor.getByRole('button', { name: 'Undo' }).tap();
	await drawing.expectBoxes('Client', 'Load balancer', 'Service', 'Cache', 'Database');

	await drawing.editor.getByRole('button', { name: 'Text', exact: true }).tap();
	await expect(drawing.text).toHaveValue(SYSTEM.join('\n'));
});

test('targets of the drawing are large enough for a finger, in both themes', async ({ page }) => {
	const drawing = new Drawing(page);
	await drawing.open();
	await drawing.add('Client', 'Service');
	await drawing.expectBoxes('Client', 'Service');
	await drawing.box('Service').tap();
	for (const button of await drawing.editor.getByRole('button').all()) {
		if (
			!(await button.isVisible()) ||
			(await button.locator('..').getAttribute('class'))?.includes('layer')
		)
			continue;
		const size = await button.boundingBox();
		const name = (await button.innerText()).trim();
		expect(size?.height, name).toBeGreaterThanOrEqual(43.9);
		expect(size?.width, name).toBeGreaterThanOrEqual(43.9);
	}
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
		expect(await violations(page, '#drawing')).toEqual([]);
	}
});
