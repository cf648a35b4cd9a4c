/** The calculator as a person sees it: its lines, what is said of the one being written, and the keys. */
import { expect, type Locator, type Page } from '@playwright/test';

export class CalculatorPage {
	readonly page: Page;
	/** How the active line is read. */
	readonly echo: Locator;
	readonly keys: Locator;

	constructor(page: Page) {
		this.page = page;
		this.echo = page.locator('main [role=status]');
		this.keys = page.getByRole('group', { name: 'Keys for units' });
	}

	async open(url = '/estimate/calculator'): Promise<void> {
		await this.page.goto(url);
		await expect(this.line(1)).toBeVisible();
	}

	line(number: number): Locator {
		return this.page.getByRole('textbox', { name: `Line ${number}`, exact: true });
	}

	result(number: number): Locator {
		return this.page.getByLabel(`Result of line ${number}`, { exact: true });
	}
}
