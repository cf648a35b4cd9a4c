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

/** What the screen says in each phase. */
const PHASES = {
	reading: '^Reading (notes|cards): ',
	// So many are not all in memory any more.
	media: '^Reading pictures and sounds: [2-9]\\d\\d of',
	judging: '^Comparing with what is here',
	writing: '^Writing: \\d',
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
	 * Until the screen says this of where the import stands; where it is to cancel, within the same moment, as a
	 * phase may be over before the test hears of it. To be called before what begins the phase, for the same reason.
	 */
	async until(phase: ImportPhase, act: 'look' | 'cancel' = 'look'): Promise<void> {
		await this.page.evaluate(
			({ says, act }) =>
				new Promise<void>((resolve) => {
					const look = () => {
						if (!new RegExp(says, 'm').test(document.body.innerText)) return;
						observer.disconnect();
						const buttons = [...document.querySelectorAll('button')];
						if (act === 'cancel') buttons.find((each) => each.innerText === 'Cancel')?.click();
						resolve();
					};
					const observer = new MutationObserver(look);
					observer.observe(document.body, { subtree: true, childList: true, characterData: true });
					look();
				}),
			{ says: PHASES[phase], act },
		);
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
