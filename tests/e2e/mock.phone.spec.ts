import { expect, test } from '../support/journey.ts';
import { Mock } from '../support/mock.ts';

test('an interview with one hand: topics, pad, drawing by taps, and who spoke meanwhile', async ({
	page,
}) => {
	await page.clock.install({ time: '2026-11-20T12:00:00+01:00' });
	await page.goto('/mock');
	await page.getByRole('link', { name: /^URL shortener/ }).tap();
	await page.getByRole('button', { name: 'Start 45 minutes' }).tap();
	const mock = new Mock(page);
	const view = (name: string) => mock.panes.getByRole('button', { name });
	await expect(mock.log).toContainText('People paste a long link');
	await page.getByRole('button', { name: 'scale', exact: true }).tap();
	await expect(mock.log).toContainText('6 million');

	await view('Pad').tap();
	await expect(mock.log).toBeHidden();
	await page.getByRole('textbox', { name: 'Requirement 1' }).fill('create a short link');
	await page.clock.fastForward('05:00');
	const heard = page.getByRole('button', { name: /^Interviewer About/ });
	await expect(heard).toBeVisible();
	await heard.tap();
	await expect(mock.log).toBeVisible();
	await expect(heard).toBeHidden();

	await view('Next: Numbers').tap();
	await view('Pad').tap();
	await expect(page.getByRole('textbox', { name: 'Line 1' })).toBeVisible();
	await view('Next: API and data').tap();
	await view('Next: Drawing').tap();
	const kinds = page.getByRole('list', { name: 'Add to the drawing' });
	for (const kind of ['Client', 'Service', 'Database']) {
		await kinds.getByRole('button', { name: kind, exact: true }).tap();
	}
	await view('Talk').tap();
	await expect.poll(() => mock.stored('diagram')).toMatch(/Client[\s\S]*Service[\s\S]*Database/);
	await page.reload();
	await expect(mock.log).toContainText('6 million');
	await mock.clock.tap();
	await page.getByRole('button', { name: 'Go to Scope' }).tap();
	await expect(page.getByText('Ask who uses it')).toBeVisible();
	await mock.expectLeft(40 * 60, 60);
});

test('a short practice takes minutes, and says what it is about', async ({ page }) => {
	await page.goto('/mock');
	await page.getByRole('link', { name: /^Spot the flaw/ }).tap();
	await page.getByRole('combobox', { name: 'Question' }).selectOption({ label: 'URL shortener' });
	await page.getByText('5 min', { exact: true }).tap();
	await page.getByRole('button', { name: 'Start 5 minutes' }).tap();
	const mock = new Mock(page);
	await expect(mock.log).toContainText('lacks one box');
	await mock.expectLeft(5 * 60);
	await mock.panes.getByRole('button', { name: 'Next: End' }).tap();
	const question = page.getByRole('dialog', { name: 'End the interview?' });
	await question.getByRole('button', { name: 'Go on' }).tap();
	await expect(question).toBeHidden();
	await mock.panes.getByRole('button', { name: 'Next: End' }).tap();
	await question.getByRole('button', { name: 'End it' }).tap();
	await expect(page).toHaveURL(/\/mock\/result\?id=/);
});
