import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brought, largeDeck } from '../support/import-files.ts';
import { Importing, type ImportPhase } from '../support/importing.ts';
import { expect, test, watch } from '../support/journey.ts';
import { kill, launchWith, processesOf } from '../support/profile.ts';
import { Session } from '../support/session.ts';
import { tables } from '../support/stored.ts';

const NOTES = 3_000;
const PICTURES = 600;

/** What an import may leave on its way, and what it has to say of it at the next start. */
const PHASES: [ImportPhase | 'over', 'nothing' | 'all'][] = [
	['reading', 'nothing'],
	['media', 'nothing'],
	['judging', 'nothing'],
	['writing', 'nothing'],
	['over', 'all'],
];

test('a browser that dies in any phase of an import leaves nothing of it, or all', async ({
	playwright,
	launchOptions,
	baseURL,
	complaints,
}) => {
	test.setTimeout(240_000);
	const folder = mkdtempSync(join(tmpdir(), 'onsite-import-'));
	const options = { ...launchOptions, ...(baseURL ? { baseURL } : {}), locale: 'en-US' };
	const large = brought('Large.apkg', await largeDeck(NOTES, PICTURES));
	const open = async () => {
		const context = await launchWith(playwright.chromium, folder, options);
		await watch(context, complaints);
		return { context, importing: new Importing(await context.newPage()) };
	};
	try {
		let { context, importing } = await open();
		await new Session(importing.page).begin();
		await importing.open();
		await importing.settled();
		const before = await importing.dump();
		for (const [phase, left] of PHASES) {
			await test.step(`${phase}: ${left}`, async () => {
				const begins = async () => {
					await importing.choose(large);
					if (phase !== 'writing' && phase !== 'over') return;
					await importing.previewOf(large.name);
					await (phase === 'over' ? importing.take() : importing.import.click());
				};
				await Promise.all([phase === 'over' ? undefined : importing.until(phase), begins()]);
				kill(processesOf(folder));
				await context.close().catch(() => {});

				({ context, importing } = await open());
				await importing.open();
				if (phase === 'media' || phase === 'writing') {
					const told = 'The import of Large.apkg was interrupted; nothing of it was kept.';
					await expect(importing.page.getByText(told)).toBeVisible();
				}
				if (left === 'nothing') await expect.poll(() => importing.dump()).toEqual(before);
			});
		}
		const { cards, media, imports } = await tables(importing.page, ['cards', 'media', 'imports']);
		const own = (cards as { id: string }[]).filter(({ id }) => id.startsWith('note/'));
		expect([own.length, media?.length]).toEqual([NOTES, PICTURES]);
		expect(imports).toContainEqual(expect.objectContaining({ file: large.name, state: 'done' }));
		await importing.page.goto('/settings#data');
		await importing.button('Check the database').click();
		const well = 'All is well: every card is as its history says.';
		await expect(importing.page.getByText(well)).toBeVisible({ timeout: 30_000 });
		await context.close();
	} finally {
		kill(processesOf(folder));
		rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	}
});
