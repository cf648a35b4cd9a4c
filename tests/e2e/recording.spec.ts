import { findBrowser } from '../../scripts/find-browser.js';
import { Drawing } from '../support/drawing.ts';
import { expect, test } from '../support/journey.ts';
import { tables } from '../support/stored.ts';

const { path: executablePath } = findBrowser();

test.use({
	launchOptions: {
		...(executablePath ? { executablePath } : {}),
		args: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
	},
});

test('a talk-through is recorded, shown, deleted and brought back', async ({ page, context }) => {
	await context.grantPermissions(['microphone']);
	await new Drawing(page).open();
	const pieces = async () => (await tables(page, ['recordings']))['recordings'] ?? [];
	await page.getByRole('button', { name: 'Record the talk-through' }).click();
	const stop = page.getByRole('button', { name: 'Stop recording' });
	await expect(stop).toBeVisible();
	// The microphone gives its first sound when it pleases.
	await expect
		.poll(async () => {
			if (await stop.isVisible()) await stop.click();
			else await page.getByRole('button', { name: 'Record the talk-through' }).click();
			return (await pieces()).length;
		})
		.toBeGreaterThan(0);
	if (await stop.isVisible()) await stop.click();
	await page.getByRole('button', { name: /^Clock/ }).click();
	const sheet = page.getByRole('dialog', { name: 'Clock' });
	await expect(sheet.getByText(/B recorded$/)).toBeVisible();
	const before = (await pieces()).length;
	await sheet.getByRole('button', { name: 'Delete the recording' }).click();
	await expect.poll(async () => (await pieces()).length).toBe(0);
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Undo' }).last().click();
	await expect.poll(async () => (await pieces()).length).toBe(before);
});

test('without a microphone the interview goes on', async ({ page }) => {
	await page.addInitScript(() => {
		navigator.mediaDevices.getUserMedia = async () => {
			throw new DOMException('no', 'NotAllowedError');
		};
	});
	const drawing = new Drawing(page);
	await drawing.open();
	await page.getByRole('button', { name: 'Record the talk-through' }).click();
	await expect(
		page.getByText('The microphone is not allowed. The interview goes on'),
	).toBeVisible();
	await drawing.add('Client');
	await drawing.expectBoxes('Client');
});
