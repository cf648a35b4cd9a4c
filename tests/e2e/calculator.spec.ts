import { CalculatorPage } from '../support/calculator.ts';
import { expect, test } from '../support/journey.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('an entry is read at every keystroke, in other units too, and copied', async ({ page }) => {
	const calculator = new CalculatorPage(page);
	await calculator.open();
	await expect(calculator.line(1)).toBeFocused();
	for (const [key, says] of [
		['1', '1'],
		['2', '12'],
		['k', '12,000'],
		['/', /missing|Write|ends/i],
		['s', '12,000 per second'],
	] as const) {
		await page.keyboard.type(key);
		await expect(calculator.echo).toContainText(says);
	}
	await expect(calculator.echo).toContainText('1.04 billion a day');
	await page.getByRole('button', { name: /^per minute/ }).click();
	await expect(page.getByText('Copied 720,000/min')).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('720,000/min');
});

test('lines give names to those below, and a change above goes through them', async ({ page }) => {
	const calculator = new CalculatorPage(page);
	await calculator.open();
	await page.keyboard.type('users = 100M users');
	await page.keyboard.press('Enter');
	await page.keyboard.type('reads = users × 10 / day');
	await page.keyboard.press('Enter');
	await page.keyboard.type('ans * 2 KB');
	await expect(calculator.result(1)).toHaveText('100 million');
	await expect(calculator.result(2)).toHaveText('11,600/s');
	await expect(calculator.result(3)).toHaveText('23.1 MB/s');

	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('ArrowUp');
	await expect(calculator.line(1)).toBeFocused();
	await calculator.line(1).fill('users = 200M users');
	await expect(calculator.result(3)).toHaveText('46.3 MB/s');

	// What was calculated outlasts a look elsewhere, and a clearing can be taken back.
	await page.getByRole('navigation', { name: 'Main' }).getByText('Catalog').click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Catalog');
	await page.goBack();
	await expect(calculator.result(3)).toHaveText('46.3 MB/s');
	await page.getByRole('button', { name: 'Clear' }).click();
	await expect(calculator.line(1)).toHaveValue('');
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(calculator.result(3)).toHaveText('46.3 MB/s');
});

test('lines are written, split and removed by keyboard', async ({ page }) => {
	const calculator = new CalculatorPage(page);
	await calculator.open();
	await page.evaluate(() =>
		navigator.clipboard.writeText('size = 2 TB\ncopies = 3\n\nsize × copies'),
	);
	await page.keyboard.press('Control+v');
	await expect(calculator.result(3)).toHaveText('6 TB');
	await expect(calculator.line(3)).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(calculator.line(4)).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('textbox')).toHaveCount(4);
	await page.keyboard.press('Backspace');
	await expect(calculator.line(3)).toBeFocused();
	await expect(page.getByRole('textbox')).toHaveCount(3);
});

test('an ambiguous entry says how it was read, and is another by one press', async ({ page }) => {
	const calculator = new CalculatorPage(page);
	await calculator.open();
	await page.keyboard.type('100 Mb/s');
	await expect(calculator.echo).toContainText('12.5 MB per second');
	await expect(page.getByText('bits, 8 to a byte')).toBeVisible();
	await page.getByRole('button', { name: 'Read as MB (bytes)' }).click();
	await expect(calculator.line(1)).toHaveValue('100 MB/s');
	await expect(calculator.echo).toContainText('100 MB per second');
	await expect(calculator.line(1)).toBeFocused();

	// Nothing decides between two meanings: neither is taken.
	await calculator.line(1).fill('x = 5m');
	await expect(calculator.echo).toContainText('“m” can mean million or minutes');
	await expect(page.locator('.wrong')).toHaveText('m');
	await page.getByRole('button', { name: 'Read as 5 minutes' }).click();
	await expect(calculator.line(1)).toHaveValue('x = 5 minutes');
	await expect(calculator.echo).toContainText('5 minutes');
});

test('a mistake is shown in its place, with what to write instead', async ({ page }) => {
	const calculator = new CalculatorPage(page);
	await calculator.open();
	await page.keyboard.type('5 TB + 3 days');
	await expect(calculator.echo).toContainText(/different kinds cannot be added/);
	await expect(page.locator('.wrong')).not.toHaveText('');
	await expect(calculator.result(1)).toHaveText('…');
	await page.keyboard.press('Enter');
	await expect(calculator.result(1)).toHaveText('not clear');
});

test('a value of the tables is taken at the caret', async ({ page }) => {
	const calculator = new CalculatorPage(page);
	await calculator.open();
	await page.keyboard.type('3 × ');
	const tables = page.getByRole('complementary', { name: 'Tables' });
	const row = tables.getByRole('row', { name: /^Main memory reference/ });
	await expect(row.getByRole('button')).toHaveText(['100 ns', '100 ns', '100 ns']);
	await row.getByRole('button').last().click();
	await expect(calculator.line(1)).toHaveValue('3 × 100 ns');
	await expect(calculator.line(1)).toBeFocused();
	await expect(calculator.echo).toContainText('300 nanoseconds');
	await tables.getByRole('button', { name: 'Availability' }).click();
	await expect(tables.getByRole('row', { name: /^99.99%/ })).toContainText('52.6 min');
});

test('the palette finds the calculator', async ({ page }) => {
	await page.goto('/help');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('combobox', { name: /^Search/ })).toBeFocused();
	await page.keyboard.type('calc');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Calculator');
});
