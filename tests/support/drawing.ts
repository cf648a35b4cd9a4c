/** The drawing of a running interview as its candidate uses it. */
import { expect, type Locator, type Page } from '@playwright/test';

export class Drawing {
	readonly page: Page;
	readonly editor: Locator;
	readonly kinds: Locator;
	readonly text: Locator;
	/** The boxes on the drawing. */
	readonly boxes: Locator;
	readonly panel: Locator;

	constructor(page: Page) {
		this.page = page;
		this.editor = page.getByRole('group', { name: 'Drawing', exact: true });
		this.kinds = this.editor.getByRole('list', { name: 'Add to the drawing' });
		this.text = this.editor.getByRole('textbox', { name: 'Drawing as text' });
		this.boxes = this.editor.locator('.layer button');
		this.panel = this.editor.getByRole('region', { name: /^Selected box/ });
	}

	/** Begins an interview and shows its drawing. */
	async open(): Promise<void> {
		await this.page.goto('/mock/start?question=url-shortener');
		const start = this.page.getByRole('button', { name: /^Start \d+ minutes$/ });
		await expect(start).toBeEnabled();
		await start.click();
		await expect(this.page.getByRole('log', { name: 'Conversation' })).toBeVisible();
		const pane = this.page.getByRole('navigation', { name: 'Panes' }).getByText('Drawing');
		if (await pane.isVisible()) await pane.click();
		await expect(this.kinds).toBeVisible();
	}

	async add(...kinds: string[]): Promise<void> {
		for (const name of kinds) {
			await this.kinds.getByRole('button', { name, exact: true }).click();
		}
	}

	/** Puts a long text in at once: typed in by the test it would take the browser seconds for a thousand lines. */
	async paste(text: string): Promise<void> {
		await this.text.evaluate((field, text) => {
			(field as HTMLTextAreaElement).value = text;
			field.dispatchEvent(new InputEvent('input', { bubbles: true }));
		}, text);
	}

	box(name: string): Locator {
		return this.boxes.filter({ hasText: new RegExp(`^\\s*${name}\\s*$`) });
	}

	/** Expects these boxes on the drawing, in any order. */
	async expectBoxes(...names: string[]): Promise<void> {
		await expect
			.poll(async () => (await this.boxes.allInnerTexts()).map((text) => text.trim()).sort())
			.toEqual([...names].sort());
	}
}
