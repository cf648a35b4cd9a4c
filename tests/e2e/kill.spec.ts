import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { kill as killAll, launchWith, processesOf } from '../support/profile.ts';
import { Session } from '../support/session.ts';
import { allBeside } from '../support/spare.ts';
import { contradictions, stored } from '../support/stored.ts';

/** How often the browser is killed; many more for a release: `KILLS=300 npx playwright test kill`. */
const KILLS = Number(process.env.KILLS ?? 20);
/** At most so long after the session stands, in ms. */
const LATEST = 1_500;

/** Numbers from 0 to 1 that a seed repeats. */
function chance(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
}

/** Answers cards as fast as each is acknowledged; counts what the page has acknowledged as stored. */
class Hurry {
	acknowledged = 0;
	pressed = 0;
	#page: Page;
	#random: () => number;

	constructor(page: Page, random: () => number) {
		this.#page = page;
		this.#random = random;
	}

	async begin(): Promise<void> {
		await this.#page.exposeFunction('acknowledge', (count: number) => (this.acknowledged = count));
		await this.#page.evaluate(() => {
			const bar = document.querySelector('[data-done]');
			if (!bar) throw new Error('the page does not say what it has stored');
			const { acknowledge } = window as unknown as { acknowledge: (count: number) => void };
			const tell = () => acknowledge(Number(bar.getAttribute('data-done')));
			new MutationObserver(tell).observe(bar, { attributeFilter: ['data-done'] });
		});
	}

	/** Until the browser is gone. */
	async answer(): Promise<void> {
		for (;;) {
			const before = this.acknowledged;
			await this.#page.keyboard.press('Space');
			// The press may arrive although the browser dies before it says so.
			this.pressed = before + 1;
			await this.#page.keyboard.press(String(1 + Math.floor(this.#random() * 4)));
			await this.#page.waitForFunction(
				(before) =>
					Number(document.querySelector('[data-done]')?.getAttribute('data-done')) > before,
				before,
			);
			while (this.acknowledged <= before) await this.#page.evaluate(() => 0);
		}
	}
}

test('killing the browser at any moment loses no acknowledged answer and leaves none by halves', async ({
	playwright,
	launchOptions,
	baseURL,
}) => {
	test.setTimeout(60_000 + KILLS * 20_000);
	const seed = Number(process.env.KILL_SEED ?? Date.now() % 1e9);
	const random = chance(seed);
	const folder = mkdtempSync(join(tmpdir(), 'onsite-kill-'));
	let acknowledged = 0;
	let inFlight = 0;
	let survived = 0;
	let losses = 0;
	let [lastSittings, lastSitting] = [0, 0];
	let context: BrowserContext | undefined;
	console.log(`KILL_SEED=${seed} repeats this run.`);
	for (let kill = 0; kill <= KILLS; kill += 1) {
		context = await launchWith(playwright.chromium, folder, {
			...launchOptions,
			baseURL: baseURL ?? '',
		});
		const page = context.pages()[0] ?? (await context.newPage());
		const session = new Session(page);
		await session.open('?new=500');

		const log = await stored(page);
		const count = log.reviews.length;
		const wiped = await session.message(/^The browser had lost the data of this app\./).isVisible();
		if (wiped) losses += 1;
		// The store survives one start after a blow in the middle of a write, and not the next. What lies beside it
		// follows within a second, which a sitting may not have had.
		const floor = wiped ? acknowledged - lastSittings : acknowledged;
		expect(count, `after kill ${kill}`).toBeGreaterThanOrEqual(floor);
		expect(count, `after kill ${kill}`).toBeLessThanOrEqual(acknowledged + inFlight);
		expect(contradictions(log), `after kill ${kill}`).toEqual([]);
		survived += count - acknowledged;
		acknowledged = count;
		if (kill === KILLS) break;

		const hurry = new Hurry(page, random);
		await hurry.begin();
		// Looked up before, so that the blow itself takes no time in which the browser could tidy up.
		const processes = processesOf(folder);
		expect(processes.length).toBeGreaterThan(1);
		const answering = hurry.answer().catch(() => {});
		await new Promise((resolve) => setTimeout(resolve, random() * LATEST));
		killAll(processes);
		await answering;
		await context.close().catch(() => {});
		acknowledged += hurry.acknowledged;
		lastSittings = lastSitting + hurry.acknowledged;
		lastSitting = hurry.acknowledged;
		// What was pressed and not yet acknowledged may have been stored or not, but never more than it.
		inFlight = hurry.pressed - hurry.acknowledged;
		expect(inFlight).toBeLessThanOrEqual(1);
	}
	console.log(
		`${KILLS} kills, ${acknowledged} answers kept, ${survived} of them unacknowledged; ` +
			`the database was lost and brought back ${losses} times.`,
	);
	expect(acknowledged).toBeGreaterThan(KILLS / 2);

	const page = context?.pages()[0];
	if (!page) throw new Error('the browser is gone');
	await page.goto('/settings#data');
	await page.getByRole('button', { name: 'Check the database' }).click();
	await expect(page.getByText('All is well: every card is as its history says.')).toBeVisible();
	await context?.close();
	rmSync(folder, { recursive: true, force: true });
});

/** What a blow in the middle of a write leaves: a record that says that it is longer than it is. */
const TORN = new Uint8Array([0xde, 0xad, 0xbe, 0xef, 0x00, 0x10, 0x01, 0x41, 0x42, 0x43]);

/** The logs of the browser's own store. */
function logsIn(folder: string): string[] {
	const stores = join(folder, 'Default', 'IndexedDB');
	return readdirSync(stores).flatMap((store) =>
		readdirSync(join(stores, store))
			.filter((file) => /^\d+\.log$/.test(file))
			.map((file) => join(stores, store, file)),
	);
}

test('a write torn by a crash, for which Chromium throws the database away, loses nothing', async ({
	playwright,
	launchOptions,
	baseURL,
}) => {
	const folder = mkdtempSync(join(tmpdir(), 'onsite-torn-'));
	const begin = async () => {
		const options = { ...launchOptions, baseURL: baseURL ?? '' };
		const context = await launchWith(playwright.chromium, folder, options);
		const page = context.pages()[0] ?? (await context.newPage());
		const session = new Session(page);
		await session.open('?new=500');
		const end = async () => {
			killAll(processesOf(folder));
			await context.close().catch(() => {});
		};
		return { page, session, end, context };
	};
	const first = await begin();
	for (const grade of ['Good', 'Again', 'Easy'] as const) await first.session.answerByKey(grade);
	await expect.poll(() => allBeside(first.page)).toBeGreaterThanOrEqual(3);
	await first.end();
	for (const log of logsIn(folder)) appendFileSync(log, TORN);

	const second = await begin();
	expect((await stored(second.page)).reviews).toHaveLength(3);
	await second.session.answerByKey('Hard');
	await expect.poll(() => allBeside(second.page)).toBeGreaterThanOrEqual(4);
	const before = (await stored(second.page)).reviews;
	await second.end();

	const third = await begin();
	const after = await stored(third.page);
	expect(after.reviews).toEqual(before);
	expect(contradictions(after)).toEqual([]);
	await third.context.close();
	rmSync(folder, { recursive: true, force: true });
});
