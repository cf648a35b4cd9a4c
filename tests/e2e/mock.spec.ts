import type { Page } from '@playwright/test';
import { rmSync } from 'node:fs';
import { refuseWrites } from '../support/failing-writes.ts';
import { Host } from '../support/host.ts';
import { expect, test } from '../support/journey.ts';
import { Mock } from '../support/mock.ts';
import { makeRelease } from '../support/release.ts';
import { Session } from '../support/session.ts';

const NOON = '2026-11-20T12:00:00+01:00';
const DRAWING = `flowchart LR
c[Client] --> w[Create service] --> db[(Link store)]
c --> r[Redirect service] --> ch[(Link cache)] --> db
w --> i[Code source]`;

const notes = (page: Page) => page.getByRole('textbox', { name: 'Notes' });

test('45 minutes from the prompt to the result, over a reload and without a network', async ({
	page,
}) => {
	test.setTimeout(180_000);
	const host = await Host.start(makeRelease('first'));
	await page.clock.install({ time: NOON });
	await new Session(page).begin(host.url);
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	await page.goto(`${host.url}mock`);
	await page.getByRole('link', { name: /^URL shortener/ }).click();
	await page.getByRole('button', { name: 'Start 45 minutes' }).click();
	const mock = new Mock(page);
	await expect(mock.log).toContainText('People paste a long link');
	await mock.expectLeft(45 * 60);

	await expect(mock.question).toBeFocused();
	await mock.ask('how many links per day?');
	await expect(mock.log).toContainText('Plan for 6 million new links a day.');
	await page.getByRole('button', { name: 'latency' }).click();
	await expect(mock.log).toContainText('under 50 ms at p99');
	await mock.ask('is there a budget for balloons?');
	await expect(mock.log).toContainText('Your call. Say what you assume and why.');
	await page.getByRole('textbox', { name: 'Requirement 1' }).fill('create a short link');
	await page.keyboard.press('Enter');
	await page.keyboard.type('redirect from the short link to the long one');
	await page.getByRole('textbox', { name: 'Quality 1' }).fill('redirect p99 < 50 ms');
	await page.clock.fastForward('05:00');
	await expect(mock.log).toContainText('left for this. What is still open?');

	// In a field, too.
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('button', { name: 'Numbers', exact: true })).toHaveAttribute(
		'aria-current',
		'step',
	);
	await page.getByRole('textbox', { name: 'Line 1' }).fill('creates = 6M / day');
	await expect(page.getByLabel('Result of line 1')).toHaveText('69.4/s');
	await expect.poll(() => mock.stored('estimates')).toBe('creates = 6M / day');

	await host.unplug();
	await page.reload();
	await expect(mock.log).toContainText('Plan for 6 million new links a day.');
	await mock.expectLeft(40 * 60, 40);
	await expect(page.getByRole('textbox', { name: 'Requirement 2' })).toHaveValue(/^redirect from/);
	await mock.open('Estimates');
	await expect(page.getByRole('textbox', { name: 'Line 1' })).toHaveValue('creates = 6M / day');
	await page.keyboard.press('Control+Enter');
	await page.getByRole('textbox', { name: 'API' }).fill('POST /links, GET /{code}');
	await page.clock.fastForward('10:00');
	await expect(mock.log).toContainText('I see no drawing yet.');
	await page.keyboard.press('Control+Enter');
	await page.getByRole('button', { name: 'Text', exact: true }).click();
	await page.getByRole('textbox', { name: 'Drawing as text' }).fill(DRAWING);
	await mock.open('Requirements');
	await page.getByRole('checkbox', { name: 'Requirement 2 has its path' }).check();
	await page.clock.fastForward('06:00');

	await page.keyboard.press('Control+Enter');
	await expect(mock.log).toContainText('Where do you want to go deeper?');
	await page.getByRole('textbox', { name: 'I go into' }).fill('the hot link');
	await page.keyboard.press('Enter');
	await expect(mock.log).toContainText('One link goes viral');
	await page.getByRole('button', { name: 'Hint: a nudge' }).click();
	await expect(mock.log).toContainText('How many machines does one key live on?');
	await page.getByRole('button', { name: 'Ask me more' }).click();
	await expect(mock.log).toContainText('ran out on all servers at once');
	await page.clock.fastForward('06:00');
	const broke = page.getByRole('textbox', { name: 'Which assumption does it break?' }).first();
	await broke.fill('one primary takes all writes');
	await broke.press('Enter');
	await expect(mock.log).toContainText('That breaks: one primary takes all writes');
	await host.plugIn();

	await page.clock.fastForward('13:00');
	await mock.open('Notes');
	await notes(page).fill('watch the hit share');
	await page.keyboard.press('Control+Enter');
	await page.keyboard.press('Control+Enter');
	const ending = page.getByRole('dialog', { name: 'End the interview?' });
	await expect(ending).toContainText('minutes are left');
	await page.keyboard.press('Control+Enter');
	await page.keyboard.press('Escape');
	await expect(ending).toBeHidden();
	await page.keyboard.press('Control+Enter');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/mock\/result\?id=/);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	expect(await mock.stored('diagram')).toBe(DRAWING);
	expect(await mock.stored('notes')).toBe('watch the hit share');
	const facts = await mock.facts();
	expect(facts.at(-1)?.kind).toBe('end');
	expect(facts.filter(({ kind }) => kind === 'trace')).toMatchObject([
		{ requirement: 'f2', traced: true },
	]);
	expect(facts.map(({ seq }) => seq)).toEqual(facts.map((_, at) => at));

	await page.goto(`${host.url}mock`);
	await expect(page.getByRole('link', { name: /^URL shortener/ })).toContainText('tried Nov 20');
	await expect(page.getByRole('link', { name: 'Resume' })).toBeHidden();
	await host.unplug();
	rmSync(host.folder, { recursive: true });
});

test('an exam ends by time: what is being typed stays, and so does the focus', async ({ page }) => {
	await page.clock.install({ time: NOON });
	const mock = new Mock(page);
	await mock.begin('question=url-shortener', (at) =>
		at.getByRole('radio', { name: /^Exam/ }).check(),
	);
	await mock.clock.click();
	await expect(page.getByRole('dialog')).toContainText('An exam has no pause');
	await expect(page.getByRole('button', { name: 'Pause' })).toBeHidden();
	await page.keyboard.press('Escape');
	await page.clock.fastForward('44:00');
	await mock.open('Notes');
	await notes(page).pressSequentially('typed in time');
	await page.clock.fastForward('01:00');
	await expect(page.getByText('The time is up. What you write')).toBeVisible();
	await expect(notes(page)).toBeFocused();
	await page.keyboard.type(', and after');
	await expect(notes(page)).toHaveValue('typed in time, and after');
	await expect.poll(() => mock.stored('notes')).toBe('typed in time, and after');
	await page.getByRole('button', { name: 'See how it went' }).click();
	await expect(page).toHaveURL(/\/mock\/result\?id=/);
	const facts = await mock.facts();
	expect(facts.filter(({ kind }) => kind === 'prompt' || kind === 'hint')).toEqual([]);
	const texts = facts.flatMap((fact) => (fact.kind === 'pad' ? [fact.text] : []));
	expect(texts).toEqual(['typed in time', 'typed in time, and after']);
});

test('an early end is asked about once, and a pause stops the clock', async ({ page }) => {
	await page.clock.install({ time: NOON });
	const mock = new Mock(page);
	await mock.begin('question=url-shortener');
	await mock.clock.click();
	await page.getByRole('button', { name: 'Pause' }).click();
	const before = await mock.left();
	await page.clock.fastForward('20:00');
	await expect(page.getByText('The clock stands still.')).toBeVisible();
	expect(await mock.left()).toBe(before);
	await page.getByRole('button', { name: 'Go on' }).click();
	await mock.clock.click();
	await page.getByRole('button', { name: '5 minutes more' }).click();
	await page.keyboard.press('Escape');
	await mock.expectLeft(50 * 60);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog', { name: 'Leave the interview?' })).toBeVisible();
	await page.getByRole('button', { name: 'End the interview' }).click();
	await page.getByRole('dialog', { name: 'End the interview?' }).getByText('End it').click();
	await expect(page).toHaveURL(/\/mock\/result\?id=/);
});

test('what was away is asked about, and a clock that is changed moves nothing', async ({
	page,
}) => {
	await page.clock.install({ time: NOON });
	const mock = new Mock(page);
	await mock.begin('question=url-shortener');
	const address = page.url();
	await page.goto('/mock');
	await expect(page.getByRole('link', { name: 'Resume' })).toBeVisible();
	await page.getByRole('button', { name: 'End it' }).click();
	const ending = page.getByRole('dialog', { name: 'End the interview?' });
	await ending.getByRole('button', { name: 'Go on' }).click();
	await expect(ending).toBeHidden();
	await page.clock.fastForward('12:00');
	await page.goto(address);
	await expect(page.getByText('You were away 12 minutes. Count it?')).toBeVisible();
	await mock.expectLeft(33 * 60);
	await page.getByRole('button', { name: 'Leave it out' }).click();
	await mock.expectLeft(45 * 60, 40);
	await expect(mock.log).toContainText('12 minutes away left out');

	const hour = 3_600_000;
	const now = await page.evaluate(() => Date.now());
	await page.clock.setSystemTime(now - hour);
	await page.clock.fastForward('01:00');
	await mock.expectLeft(44 * 60, 60);
	await page.clock.setSystemTime(now + 20 * hour);
	await page.clock.fastForward('00:02');
	await expect(page.getByText(/You were away .*, and the time ran out meanwhile/)).toBeVisible();
	await page.getByRole('button', { name: 'Leave it out' }).click();
	await mock.expectLeft(44 * 60, 80);
	await expect(mock.question).toBeVisible();
});

test('200 kB are taken up to the limit, and nothing that stood there goes', async ({ page }) => {
	const mock = new Mock(page);
	await mock.begin('question=url-shortener');
	await mock.open('Notes');
	await notes(page).fill('before  after');
	await notes(page).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(7, 7));
	await page.keyboard.insertText('x'.repeat(200_000));
	await expect(page.getByRole('alert')).toContainText('holds 20,000 characters');
	const text = await notes(page).inputValue();
	expect(text).toHaveLength(20_000);
	expect(text.startsWith('before x')).toBe(true);
	expect(text.endsWith('x after')).toBe(true);
	await expect.poll(() => mock.stored('notes')).toBe(text);
	await mock.open('Estimates');
	await page.getByRole('textbox', { name: 'Line 1' }).focus();
	await page.keyboard.insertText('1 + '.repeat(50_000));
	await expect(page.getByRole('alert')).toContainText('holds 5,000 characters');
	await mock.ask('how many links per day?');
	await expect(mock.log).toContainText('Plan for 6 million');
});

test('one tab writes: the second is told, takes over, and finds every letter', async ({
	page,
	context,
}) => {
	const first = new Mock(page);
	await first.begin('question=url-shortener');
	await first.open('Notes');
	await notes(page).fill('from the first');
	const other = await context.newPage();
	await other.goto(page.url());
	await expect(other.getByRole('heading', { level: 1 })).toHaveText(/open in another tab/);
	await notes(page).pressSequentially(' tab');
	await other.getByRole('button', { name: 'Go on here' }).click();
	await expect(other.getByRole('log')).toBeVisible();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/open in another tab/);
	await new Mock(other).open('Notes');
	await expect(notes(other)).toHaveValue('from the first tab');
	await page.getByRole('button', { name: 'Go on here' }).click();
	await expect(first.log).toBeVisible();
	await expect(other.getByRole('heading', { level: 1 })).toHaveText(/open in another tab/);
});

test('by keyboard: panes, steps, and no letter of a field lost to a shortcut', async ({ page }) => {
	const mock = new Mock(page);
	await mock.begin('question=url-shortener');
	await expect(mock.question).toBeFocused();
	await page.keyboard.type('abcdefghijklmnopqrstuvwxyz?123');
	await expect(mock.question).toHaveValue('abcdefghijklmnopqrstuvwxyz?123');
	await mock.question.fill('');
	await page.keyboard.press('F6');
	await expect(page.getByRole('textbox', { name: 'Requirement 1' })).toBeFocused();
	await page.keyboard.press('Escape');
	await page.keyboard.press('6');
	await expect(notes(page)).toBeFocused();
	await page.keyboard.press('Escape');
	await page.keyboard.press('a');
	await expect(mock.question).toBeFocused();
	await page.keyboard.press('Escape');
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
	await page.keyboard.press('Escape');
	await page.keyboard.press('d');
	await expect(page.locator('#drawing :focus')).toBeVisible();
	await page.keyboard.press('n');
	await expect(page.getByRole('button', { name: 'Numbers', exact: true })).toHaveAttribute(
		'aria-current',
		'step',
	);
});

test('without room nothing is lost: what is written stays, is said so, and is stored later', async ({
	page,
}) => {
	await page.addInitScript(() => {
		// A refused wake lock changes nothing.
		const refuse = () => Promise.reject(new DOMException('Refused', 'NotAllowedError'));
		Object.defineProperty(navigator, 'wakeLock', { value: { request: refuse } });
	});
	const mock = new Mock(page);
	await mock.begin('question=url-shortener');
	const allow = await refuseWrites(page, 'abort-quota');
	await mock.open('Notes');
	await notes(page).fill('written while the disk was full');
	await expect(page.getByRole('alert')).toContainText('no room left');
	await mock.ask('how many links per day?');
	await expect(mock.log).toContainText('Plan for 6 million');
	await allow();
	await page.getByRole('button', { name: 'Try now' }).click();
	await expect(page.getByRole('alert')).toBeHidden();
	await page.reload();
	await expect(mock.log).toContainText('Plan for 6 million');
	await mock.open('Notes');
	await expect(notes(page)).toHaveValue('written while the disk was full');
});

test.describe('without a service worker', () => {
	test.use({ serviceWorkers: 'block' });

	test('an address without its question or its interview says which of the two is missing', async ({
		page,
	}) => {
		await page.goto('/mock/start?question=url-shortner&only=high-level');
		const heading = page.getByRole('heading', { level: 1 });
		await expect(heading).toHaveText('There is no such question');
		await page.getByRole('link', { name: /^URL shortener/ }).click();
		await expect(heading).toHaveText('URL shortener');
		await expect(page.getByRole('combobox', { name: 'Part' })).toHaveValue('high-level');
		await page.getByRole('button', { name: /^Start \d+ minutes$/ }).click();
		await expect(new Mock(page).log).toBeVisible();
		const address = page.url();
		await page.goto('/mock/run?id=none');
		await expect(heading).toHaveText('This interview is not on this device');
		// The release that follows may be without the question.
		await page.route('**/library/catalog-guide-*.json', async (route) => {
			const response = await route.fetch();
			await route.fulfill({ response, json: { ...(await response.json()), questions: [] } });
		});
		await page.goto(address);
		await expect(heading).toHaveText('The catalog no longer has this question');
	});
});
