import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '../support/journey.ts';
import { kill as killAll, launchWith, processesOf } from '../support/profile.ts';
import { tables } from '../support/stored.ts';

/** How often the browser is killed; many more for a release: `KILLS=300 npx playwright test mock-kill`. */
const KILLS = Number(process.env.KILLS ?? 6);
/** At most so long after typing began, in ms. */
const LATEST = 4_000;
/** What may be lost of the typing, and what the clock may be wrong by, in ms. */
const MAY_LOSE = 1_000;
const MINUTES_45 = 45 * 60_000;

/** Numbers from 0 to 1 that a seed repeats. */
function chance(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
}

/** Types into the notes without a pause; knows what stood there when. */
class Typist {
	/** What the page told of every stroke: when, by the clock of the device, and what stood there then. */
	readonly strokes: { t: number; text: string }[] = [];
	#page: Page;
	#random: () => number;

	constructor(page: Page, random: () => number) {
		this.#page = page;
		this.#random = random;
	}

	get notes() {
		return this.#page.getByRole('textbox', { name: 'Notes' });
	}

	async open(): Promise<string> {
		await this.#page.getByRole('tab', { name: 'Notes' }).click();
		return this.notes.inputValue();
	}

	async begin(): Promise<void> {
		const tell = (t: number, text: string) => void this.strokes.push({ t, text });
		await this.#page.exposeFunction('tell', tell);
		await this.#page.evaluate(() => {
			const { tell } = window as unknown as { tell: (t: number, text: string) => void };
			document.addEventListener('input', ({ target }) => {
				const notes = target instanceof HTMLTextAreaElement && target.ariaLabel === 'Notes';
				if (notes) tell(Date.now(), target.value);
			});
		});
		await this.#toEnd();
	}

	async #toEnd(): Promise<void> {
		await this.notes.focus();
		await this.#page.keyboard.press('Control+End');
	}

	/** Until the browser is gone. */
	async type(): Promise<void> {
		for (let word = 0; ; word += 1) {
			await this.#page.keyboard.type(`word${word} `, { delay: this.#random() * 60 });
			// Leaving the field keeps the text at once, another pane makes a fact of it: both may be cut off.
			const then = this.#random();
			if (then > 0.2) continue;
			if (then < 0.1) await this.#page.getByRole('tab', { name: 'API' }).click();
			else await this.notes.blur();
			await this.open();
			await this.#toEnd();
		}
	}

	/** What stood there at a moment, as far as the page has told. */
	at(t: number): string {
		return this.strokes.findLast((stroke) => stroke.t <= t)?.text ?? '';
	}
}

/** How far the clock on the screen is from what the beginning says, in ms. */
async function clockError(page: Page): Promise<number> {
	const { interviewEvents } = await tables(page, ['interviewEvents']);
	const events = interviewEvents as { kind: string; at: { wall: number } }[];
	const start = events.find(({ kind }) => kind === 'start')?.at.wall ?? 0;
	const clock = page.getByRole('button', { name: /^Clock/ });
	await expect(clock).toBeVisible();
	const { now, shown } = await clock.evaluate((button) => ({
		...{ now: Date.now(), shown: button.textContent },
	}));
	const [, minutes = '', seconds = ''] = /(\d+):(\d\d)/.exec(shown) ?? [];
	const remaining = (Number(minutes) * 60 + Number(seconds)) * 1000;
	// What is left of a second still counts as one on the screen.
	const behind = remaining - (MINUTES_45 - (now - start));
	return behind > 0 ? Math.max(0, behind - 1000) : -behind;
}

test('killing the browser while one types loses a second at most, and the clock stays right', async ({
	playwright,
	launchOptions,
	baseURL,
}) => {
	test.setTimeout(60_000 + KILLS * 30_000);
	const seed = Number(process.env.KILL_SEED ?? Date.now() % 1e9);
	const random = chance(seed);
	console.log(`KILL_SEED=${seed} repeats this run.`);
	const folder = mkdtempSync(join(tmpdir(), 'onsite-mock-kill-'));
	const launch = () =>
		launchWith(playwright.chromium, folder, { ...launchOptions, baseURL: baseURL ?? '' });
	let context: BrowserContext = await launch();
	let page = context.pages()[0] ?? (await context.newPage());
	await page.goto('/mock');
	await page.getByRole('link', { name: /^URL shortener/ }).click();
	await page.getByRole('button', { name: 'Start 45 minutes' }).click();
	await expect(page).toHaveURL(/\/mock\/run\?id=/);
	const address = new URL(page.url());
	let lost = 0;
	let text = '';
	for (let kill = 0; ; kill += 1) {
		const typist = new Typist(page, random);
		const found = await typist.open();
		if (kill > 0) {
			// `text` is what must have stayed.
			expect(found.startsWith(text), `after kill ${kill}: ${found.slice(-80)}`).toBe(true);
		}
		expect(await clockError(page), `after kill ${kill}`).toBeLessThanOrEqual(MAY_LOSE);
		if (kill === KILLS) break;

		await typist.begin();
		// Looked up before, so that the blow itself takes no time in which the browser could tidy up.
		const processes = processesOf(folder);
		expect(processes.length).toBeGreaterThan(1);
		const typing = typist.type().catch(() => {});
		await new Promise((resolve) => setTimeout(resolve, random() * LATEST));
		const t = Date.now();
		killAll(processes);
		await typing;
		await context.close().catch(() => {});
		text = typist.at(t - MAY_LOSE) || found;

		context = await launch();
		page = context.pages()[0] ?? (await context.newPage());
		await page.goto(address.pathname + address.search);
		const kept = await new Typist(page, random).open();
		const typed = typist.strokes.at(-1)?.text ?? found;
		lost = Math.max(lost, typed.length - kept.length);
	}
	console.log(`${KILLS} kills, ${text.length} characters kept, at most ${lost} lost at once.`);
	expect(text.length).toBeGreaterThan(KILLS * 10);

	await page.goto('/settings#data');
	await page.getByRole('button', { name: 'Check the database' }).click();
	await expect(page.getByText('All is well: every card is as its history says.')).toBeVisible();
	await context.close();
	rmSync(folder, { recursive: true, force: true });
});
