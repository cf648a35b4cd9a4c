/** The screen for imports as a person goes through it. */
import { createHash } from 'node:crypto';
import { expect, type Locator, type Page } from '@playwright/test';
import { holdImporter, nextImporter } from './hold-importer.ts';
import type { BroughtFile } from './import-files.ts';
import { tables } from './stored.ts';

/** All that an import may touch, but for the list of what the next copy has to hold. */
const TABLES = [
	...['cards', 'reviews', 'records', 'days', 'dueCounts', 'totals', 'actions', 'params', 'blocks'],
	...['media', 'imports'],
];

/** What the screen says in each phase, where the worker is held in it, and the heading behind it. */
const PHASES = {
	reading: {
		says: /^Reading (notes|cards): /,
		stages: ['notes', 'cards'],
		from: 0,
		then: 'Preview',
	},
	// So many are not all in memory any more.
	media: {
		says: /^Reading pictures and sounds: 250 of/,
		stages: ['media'],
		from: 250,
		then: 'Preview',
	},
	judging: { says: /^Comparing with what is here/, stages: ['judge'], from: 0, then: 'Preview' },
	writing: { says: /^Writing: [1-9]/, stages: ['write'], from: 1, then: 'Imported' },
};
export type ImportPhase = keyof typeof PHASES;

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

	/**
	 * Until the screen says that the import is in this phase, in which it is held then. To be called before the file
	 * is chosen. @throws where the phase was over before it could be held
	 */
	async until(phase: ImportPhase): Promise<void> {
		const { says, then, ...at } = PHASES[phase];
		await holdImporter(await nextImporter(this.page), at);
		const there = this.page.getByText(says);
		await expect(there.or(this.heading(then)).first()).toBeVisible({ timeout: 60_000 });
		expect(await there.count(), `the import was held while it was ${phase}`).toBe(1);
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
