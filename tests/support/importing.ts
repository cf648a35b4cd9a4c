/** The screen for imports as a person goes through it. */
import { createHash } from 'node:crypto';
import { expect, type Locator, type Page } from '@playwright/test';
import type { BroughtFile } from './import-files.ts';
import { tables } from './stored.ts';

/** All that an import may touch, but for the list of what the next copy has to hold. */
const TABLES = [
	...['cards', 'reviews', 'records', 'days', 'dueCounts', 'totals', 'actions', 'params', 'blocks'],
	...['media', 'imports'],
];

export class Importing {
	readonly page: Page;
	readonly brings: Locator;
	readonly import: Locator;

	constructor(page: Page) {
		this.page = page;
		this.brings = page.getByRole('region', { name: 'What comes in' });
		this.import = page.getByRole('button', { name: 'Import', exact: true });
	}

	async open(query = ''): Promise<void> {
		await this.page.goto(`decks/import${query}`);
		await expect(this.button('Choose files')).toBeVisible();
	}

	button(name: string): Locator {
		return this.page.getByRole('button', { name, exact: true });
	}

	heading(name: string): Locator {
		return this.page.getByRole('heading', { level: 1, name, exact: true });
	}

	async choose(...files: BroughtFile[]): Promise<void> {
		const chooser = this.page.waitForEvent('filechooser');
		await this.button('Choose files').click();
		await (await chooser).setFiles(files);
	}

	/** Waits for the preview of a file. */
	async previewOf(name: string): Promise<void> {
		await expect(this.heading('Preview')).toBeVisible({ timeout: 30_000 });
		await expect(this.page.getByText(name, { exact: true }).first()).toBeVisible();
	}

	async take(): Promise<void> {
		await this.import.click();
		await expect(this.heading('Imported')).toBeVisible({ timeout: 60_000 });
	}

	/** Looks at every frame: it is no longer than a second or two. */
	async untilWriting(): Promise<void> {
		await this.page.waitForFunction(() => /^Writing: \d/m.test(document.body.innerText));
	}

	/** Everything that is stored, by table: how many rows, and a name for what they say. */
	async dump(): Promise<string[]> {
		const found = await tables(this.page, TABLES);
		return Object.entries(found).map(([name, rows]) => {
			const says = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
			return `${name} ${rows.length} ${says.slice(0, 12)}`;
		});
	}

	/** Until the app has done what it does some time after its start. */
	async settled(): Promise<void> {
		await expect
			.poll(async () => JSON.stringify((await tables(this.page, ['meta']))['meta']))
			.toContain('"drills"');
	}
}
