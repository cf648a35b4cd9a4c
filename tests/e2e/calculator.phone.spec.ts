import { CalculatorPage } from '../support/calculator.ts';
import { expect, test } from '../support/journey.ts';

test('a calculation by number pad and unit keys, without losing the field', async ({ page }) => {
	const calculator = new CalculatorPage(page);
	await calculator.open();
	// No keyboard comes up before it is asked for.
	await expect(calculator.line(1)).not.toBeFocused();
	await calculator.line(1).tap();
	await expect(calculator.line(1)).toHaveAttribute('inputmode', 'decimal');
	const press = async (name: string) => {
		await calculator.keys.getByRole('button', { name, exact: true }).tap();
		await expect(calculator.line(1)).toBeFocused();
	};
	await page.keyboard.type('100');
	await press('million');
	await press('times');
	await page.keyboard.type('10');
	await press('/day, per day');
	await expect(calculator.line(1)).toHaveValue('100M × 10/day');
	await expect(calculator.echo).toContainText('11,600 per second');

	// At the caret, not at the end; and around what is selected.
	await calculator.line(1).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(3, 4));
	await press('thousand');
	await expect(calculator.line(1)).toHaveValue('100k × 10/day');
	await calculator.line(1).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(0, 9));
	await press('parentheses');
	await expect(calculator.line(1)).toHaveValue('(100k × 10)/day');

	await calculator.keys.getByRole('button', { name: 'Letters, abc' }).tap();
	await expect(calculator.line(1)).toHaveAttribute('inputmode', 'text');
	await expect(calculator.line(1)).toBeFocused();
});

test('the tables come from below and give their value to the line', async ({ page }) => {
	const calculator = new CalculatorPage(page);
	await calculator.open();
	await calculator.line(1).fill('4 × ');
	await page.getByRole('button', { name: 'Tables' }).tap();
	const sheet = page.getByRole('dialog', { name: 'Tables' });
	await sheet.getByRole('button', { name: 'Common sizes' }).tap();
	await sheet.getByRole('button', { name: '3 MB' }).tap();
	await expect(sheet).toBeHidden();
	await expect(calculator.line(1)).toHaveValue('4 × 3 MB');
	await expect(calculator.echo).toContainText('12 MB');
});

test('every key is large enough for a finger', async ({ page }) => {
	const calculator = new CalculatorPage(page);
	await calculator.open();
	const sizes = await calculator.keys
		.getByRole('button')
		.evaluateAll((all) =>
			all.map((key) => key.getBoundingClientRect()).map(({ width, height }) => [width, height]),
		);
	expect(sizes.length).toBeGreaterThan(20);
	for (const size of sizes.flat()) expect(size).toBeGreaterThanOrEqual(44);
});
