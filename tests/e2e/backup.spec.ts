import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { patternBeginningWith } from '../support/catalog.ts';
import { expect, test } from '../support/journey.ts';
import { Session } from '../support/session.ts';
import { flip } from '../support/settings.ts';
import { contradictions, stored, tables, type Stored, type StoredCard } from '../support/stored.ts';

const ALL = [
	'cards',
	'reviews',
	'records',
	'days',
	'dueCounts',
	'totals',
	'actions',
	'params',
	'blocks',
];
const dump = async (page: Page) => JSON.stringify(await tables(page, ALL));

/** A person with answers, an undone one, marks, an edit and a setting. */
async function live(page: Page): Promise<void> {
	const session = new Session(page);
	await session.begin();
	for (const grade of ['Good', 'Easy', 'Again', 'Hard', 'Easy', 'Good'] as const) {
		await session.answerByKey(grade);
	}
	await page.keyboard.press('u');
	await expect(session.message('Undone: Good')).toBeVisible();
	const flagged = async () => (await stored(page)).touched.some(({ flag }) => flag > 0);
	// A key that comes while the undo is still at work is passed over.
	await expect(async () => {
		if (!(await flagged())) await page.keyboard.press('f');
		expect(await flagged()).toBe(true);
	}).toPass();
	await page.keyboard.press('s');
	await expect(session.message(/^Suspended/)).toBeVisible();
	await session.open(`?pattern=${patternBeginningWith('recall').id}`);
	await page.keyboard.press('e');
	const editor = page.getByRole('dialog', { name: 'Edit card' });
	await editor.getByRole('textbox', { name: 'Front' }).fill('In my own words?');
	await editor.getByRole('button', { name: 'Save' }).click();
	await expect(session.question).toHaveText('In my own words?');
	await page.goto('/settings#display');
	await flip(page, 'Two buttons');
}

async function save(page: Page): Promise<string> {
	await page.goto('/settings#data');
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Back up to a file' }).click();
	const path = test.info().outputPath('backup');
	await (await download).saveAs(path);
	await expect(page.getByText(/^Last backup/)).toBeVisible();
	return path;
}

/** What is known of a card, without the place among new cards that it once had. */
function progress(card: StoredCard): unknown {
	const known: Partial<StoredCard> & { order?: unknown } = { ...card };
	delete known.position;
	if (card.phase === 'new') delete known.order;
	return known;
}

async function choose(page: Page, button: string, path: string): Promise<void> {
	const chooser = page.waitForEvent('filechooser');
	await page.getByRole('button', { name: button }).click();
	await (await chooser).setFiles(path);
}

test('a backup restored in a fresh browser brings everything back, and twice does no more', async ({
	page,
	newProfile,
}) => {
	await live(page);
	const path = await save(page);
	const before = await stored(page);

	const fresh = await (await newProfile()).newPage();
	await fresh.goto('/');
	await choose(fresh, 'Restore a backup instead', path);
	await expect(fresh.getByRole('region', { name: "Today's review" })).toBeVisible();
	const after = await stored(fresh);
	expect(after.reviews).toEqual(before.reviews);
	expect(after.undone).toEqual(before.undone);
	expect(after.touched.map(progress)).toEqual(before.touched.map(progress));
	expect(contradictions(after)).toEqual([]);

	// The chosen path is followed here too, from the next new card on.
	const nextNew = ({ cards }: Stored) =>
		cards
			.filter(({ phase, suspended }) => phase === 'new' && !suspended)
			.sort((a, b) => a.position - b.position)
			.slice(0, 20)
			.map(({ id }) => id);
	expect(nextNew(after)).toEqual(nextNew(before));

	const session = new Session(fresh);
	await session.open(`?pattern=${patternBeginningWith('recall').id}`);
	await expect(session.question).toHaveText('In my own words?');
	await fresh.keyboard.press('Space');
	await expect(session.grades.getByRole('button')).toHaveCount(2);

	await fresh.goto('/settings#data');
	await fresh.getByRole('button', { name: 'Check the database' }).click();
	await expect(fresh.getByText('All is well: every card is as its history says.')).toBeVisible();
	const once = await stored(fresh);
	await choose(fresh, 'Restore from a file', path);
	await expect(fresh.getByText(/held nothing that was not here already/)).toBeVisible();
	expect(await stored(fresh)).toEqual(once);
});

test('a backup merges with what was studied since, on either side', async ({
	page,
	newProfile,
}) => {
	const session = new Session(page);
	await session.begin();
	await session.answerByKey('Easy');
	await session.answerByKey('Good');
	const path = await save(page);

	const other = await (await newProfile()).newPage();
	const elsewhere = new Session(other);
	await elsewhere.begin();
	await elsewhere.answerByKey('Again');
	await other.goto('/settings#data');
	await choose(other, 'Restore from a file', path);
	await expect(other.getByText(/2 answers.* came back\./)).toBeVisible();
	const merged = await stored(other);
	expect(merged.reviews).toHaveLength(3);
	expect(contradictions(merged)).toEqual([]);
});

test('a damaged backup is refused in words, and nothing is changed', async ({ page }) => {
	await live(page);
	const path = await save(page);
	const good = readFileSync(path);
	const plain = gunzipSync(good);
	const end = plain.indexOf(10);
	const header = JSON.parse(plain.subarray(0, end).toString()) as Record<string, unknown>;
	const withHeader = (changes: Record<string, unknown>) =>
		gzipSync(
			Buffer.concat([Buffer.from(JSON.stringify({ ...header, ...changes })), plain.subarray(end)]),
		);
	const flipped = Buffer.from(plain);
	flipped[end + 200] = (flipped[end + 200] ?? 0) ^ 1;
	const damaged: [string, Buffer, RegExp][] = [
		['cut off in the middle', good.subarray(0, good.length >> 1), /not a complete backup/],
		['cut off by one byte', good.subarray(0, -1), /not a complete backup/],
		['with one bit flipped', gzipSync(flipped), /not a complete backup/],
		['with a flipped bit in the archive', flipBit(good), /not a complete backup/],
		['empty', Buffer.alloc(0), /not a complete backup/],
		['a text', Buffer.from('Dear diary'), /not a complete backup/],
		['an archive of something else', gzipSync('{"format":"other"}\n'), /not a complete backup/],
		['from a newer version', withHeader({ version: 99 }), /made by a newer version of the app/],
	];
	await page.goto('/settings#data');
	await expect(page.getByRole('heading', { name: 'Data' })).toBeVisible();
	const before = await dump(page);
	for (const [what, bytes, words] of damaged) {
		await test.step(what, async () => {
			const file = test.info().outputPath('damaged');
			writeFileSync(file, bytes);
			await choose(page, 'Restore from a file', file);
			const told = page.locator('.outcome', { hasText: words });
			await expect(told).toBeVisible();
			await expect(told).toContainText('Nothing has been changed.');
			expect(await dump(page)).toBe(before);
			// The words go when the next file is tried, so that none is taken for another's.
			await page.reload();
			await expect(page.getByRole('button', { name: 'Restore from a file' })).toBeEnabled();
		});
	}
	await choose(page, 'Restore from a file', path);
	await expect(page.getByText(/held nothing that was not here already/)).toBeVisible();
});

function flipBit(bytes: Buffer): Buffer {
	const flipped = Buffer.from(bytes);
	const at = flipped.length >> 1;
	flipped[at] = (flipped[at] ?? 0) ^ 4;
	return flipped;
}
