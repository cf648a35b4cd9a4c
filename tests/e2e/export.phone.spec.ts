import type { Page } from '@playwright/test';
import { brought } from '../support/import-files.ts';
import { Importing } from '../support/importing.ts';
import { expect, test } from '../support/journey.ts';
import { Session } from '../support/session.ts';

/** What the system's share sheet was given, and how it ends. */
interface Sheet {
	shared: string[];
	ends: 'shared' | 'AbortError' | 'NotAllowedError';
}

declare global {
	interface Window {
		sheet: Sheet;
	}
}

async function withSheet(page: Page): Promise<void> {
	await page.addInitScript(() => {
		window.sheet = { shared: [], ends: 'shared' };
		const share = async ({ files = [] }: ShareData) => {
			const { ends, shared } = window.sheet;
			if (ends !== 'shared') throw new DOMException('No', ends);
			for (const file of files) shared.push(`${file.name}: ${await file.text()}`);
		};
		Object.assign(navigator, { canShare: () => true, share });
	});
}

test('a deck goes to the share sheet, and to the downloads where that is refused', async ({
	page,
}) => {
	await withSheet(page);
	await new Session(page).begin();
	const importing = new Importing(page);
	await importing.open();
	await importing.choose(
		brought('Lab.md', '---\ndeck: "Lab"\n---\n\n### one\nQ: Shared?\nA: Yes\n'),
	);
	await importing.previewOf('Lab.md');
	await importing.take();
	await page.goto('decks');
	await page.getByRole('link', { name: /^Lab/ }).tap();
	await page.getByRole('link', { name: 'Export' }).tap();
	await page.getByText('Markdown (.md)').tap();
	const downloads: string[] = [];
	page.on('download', (download) => downloads.push(download.suggestedFilename()));
	await page.getByRole('button', { name: 'Export', exact: true }).tap();
	const again = page.getByRole('button', { name: 'Save it again' });
	await expect(again).toBeVisible();
	const shared = () => page.evaluate(() => window.sheet.shared);
	await expect.poll(shared).toHaveLength(1);
	expect((await shared())[0]).toMatch(/^Lab\.md: [^]*Q: Shared\?/);

	// Closed by the person, it is not brought up in another form.
	await page.evaluate(() => (window.sheet.ends = 'AbortError'));
	await again.tap();
	expect(downloads).toEqual([]);
	await page.evaluate(() => (window.sheet.ends = 'NotAllowedError'));
	await again.tap();
	await expect.poll(() => downloads).toEqual(['Lab.md']);
	expect(await shared()).toHaveLength(1);
});
