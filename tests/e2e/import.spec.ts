import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { buildAnkiPackage } from '../support/build-anki-package.ts';
import { buildZip, bytesOf } from '../support/build-zip.ts';
import {
	brought,
	largeDeck,
	oneOfEach,
	studiedDeck,
	type FormatCase,
} from '../support/import-files.ts';
import { Importing } from '../support/importing.ts';
import { expect, test } from '../support/journey.ts';
import { Session } from '../support/session.ts';
import { stored } from '../support/stored.ts';
import { controlled } from '../support/worker.ts';

/** A page with answers in it, on the screen for imports. */
async function begun(page: Page): Promise<Importing> {
	const session = new Session(page);
	await session.begin();
	await session.answerByKey('Good');
	const importing = new Importing(page);
	await importing.open();
	await importing.settled();
	return importing;
}

test('files of every format come in one after the other, and once only', async ({ page }) => {
	const importing = await begun(page);
	const cases = await oneOfEach();
	await importing.choose(...cases.map(({ file }) => file));
	for (const [at, { file, brings, deck }] of cases.entries()) {
		await test.step(file.name, async () => {
			await importing.previewOf(file.name);
			await expect(importing.brings).toContainText(brings);
			await expect(page.getByRole('listitem').filter({ hasText: deck }).first()).toBeVisible();
			await importing.take();
			const left = cases.length - at - 1;
			await importing.button(left > 0 ? 'Next file' : 'Import another').click();
		});
	}
	const own = (await stored(page)).cards.filter(({ id }) => id.startsWith('note/'));
	expect(own).toHaveLength(14);
	expect(own.filter(({ phase }) => phase === 'review')).toHaveLength(4);

	const before = await importing.dump();
	const again = [2, 4, 5].map((at) => cases[at]!.file);
	await importing.choose(...again);
	for (const file of again) {
		await importing.previewOf(file.name);
		await expect(importing.brings).toContainText('All of it is here already');
		await importing.button('Choose another file').click();
	}
	expect(await importing.dump()).toEqual(before);
});

test('what came in is studied, and goes again as one step', async ({ page }) => {
	const importing = await begun(page);
	const own = async () =>
		(await stored(page)).cards.filter(({ id }) => id.startsWith('note/')).length;
	const [, , { file }] = (await oneOfEach()) as [unknown, unknown, FormatCase];
	await importing.choose(file);
	await importing.previewOf(file.name);
	await importing.take();
	await page.getByRole('link', { name: 'Study now' }).click();
	const session = new Session(page);
	await expect(session.reveal).toBeVisible();
	await expect(session.card).toContainText(/Third/);

	await importing.open();
	await importing.choose(brought('More.csv', 'front,back\na question,an answer\n'));
	await importing.previewOf('More.csv');
	await importing.take();
	expect(await own()).toBe(3);
	await importing.button('Undo').click();
	await expect(importing.heading('Undone')).toBeVisible();
	expect(await own()).toBe(2);

	await importing.open();
	const two = '#separator:comma\n#deck column:3\nfirst,answer,Here\nsecond,answer,There\n';
	await importing.choose(brought('Two decks.csv', two));
	await importing.previewOf('Two decks.csv');
	await importing.take();
	await page.getByRole('link', { name: 'See the decks' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Decks');
	await expect(page.getByRole('link', { name: /^There/ })).toBeVisible();
});

test('an import that is given up at any point leaves nothing', async ({ page }) => {
	test.setTimeout(240_000);
	const importing = await begun(page);
	const before = await importing.dump();
	const large = brought('Large.apkg', await largeDeck(5_000, 600));
	const cancel = importing.button('Cancel');

	for (const phase of ['reading', 'media', 'judging'] as const) {
		await test.step(phase, async () => {
			await Promise.all([importing.until(phase), importing.choose(large)]);
			await cancel.click();
			await expect(importing.button('Choose files')).toBeVisible();
			await expect.poll(() => importing.dump()).toEqual(before);
		});
	}
	await test.step('in the preview', async () => {
		await importing.choose(large);
		await importing.previewOf(large.name);
		await cancel.click();
		await expect(importing.button('Choose files')).toBeVisible();
		await expect.poll(() => importing.dump()).toEqual(before);
	});
	await test.step('while it is written', async () => {
		const begins = async () => {
			await importing.choose(large);
			await importing.previewOf(large.name);
			await importing.import.click();
		};
		await Promise.all([importing.until('writing'), begins()]);
		await cancel.click();
		await expect(importing.button('Choose files')).toBeVisible();
		await expect.poll(() => importing.dump()).toEqual(before);
	});
	await test.step('and is none the worse for it', async () => {
		await importing.choose(brought('Small.md', 'Q: a\nA: b'));
		await importing.previewOf('Small.md');
		await importing.take();
	});
});

test('a file that cannot come in is refused in words, and nothing is written', async ({ page }) => {
	const importing = await begun(page);
	const before = await importing.dump();
	const good = await buildAnkiPackage(3, studiedDeck('Good'));
	const zeros = new Uint8Array(64 << 20);
	const files: [string, Uint8Array | string, RegExp][] = [
		['empty.apkg', '', /The file is empty/],
		['page.apkg', '<!doctype html><p>Not found', /a web page, as a failed download gives/],
		['paper.pdf', '%PDF-1.7 x', /a PDF/],
		['half.apkg', good.subarray(0, good.length >> 1), /archive/],
		['media.apkg', buildZip([{ name: '0', data: bytesOf('x') }]), /no collection of cards/],
		['bomb.apkg', buildZip([{ name: 'collection.anki21', data: zeros }]), /grows from/],
		[
			'newer.apkg',
			buildZip([{ name: 'meta', data: Uint8Array.of(8, 9) }]),
			/newer than this app knows/,
		],
		['prose.md', 'Only words.', /The text holds no card/],
		['polluting.json', '{"__proto__":{"polluted":1}}', /JSON, but no deck/],
	];
	for (const [name, content, words] of files) {
		await test.step(name, async () => {
			await importing.choose(brought(name, content));
			await expect(importing.heading('This file cannot be imported')).toBeVisible();
			await expect(page.getByText(name, { exact: true })).toBeVisible();
			const told = page.getByRole('alert').filter({ hasText: words });
			await expect(told).toContainText('Nothing has been changed.');
			await importing.button('Choose another file').click();
		});
	}
	expect(await importing.dump()).toEqual(before);
	expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
});

test('a table is read as its person says', async ({ page }) => {
	const importing = await begun(page);
	await importing.choose(brought('Table.txt', 'x1|Is it?|It is|<b>deep</b>\nx2|Or not?|Not|\n'));
	await importing.previewOf('Table.txt');
	await expect(importing.brings).toContainText('2 new cards');
	const samples = page.getByRole('region', { name: 'Some of its cards' }).locator('iframe');
	const sample = samples.first().contentFrame().locator('body');
	await expect(sample).toContainText('x1');

	const column = (number: number) => page.getByLabel(`Column ${number}`, { exact: true });
	await column(1).selectOption('ID of the note');
	await column(2).selectOption('Question');
	await column(4).selectOption('Leave out');
	await expect(sample).not.toContainText('x1');
	await expect(sample).toContainText('Is it?');
	await expect(sample).not.toContainText('deep');
	// The answer repeats its question, so that one picture of the card is enough.
	await expect(sample).toContainText('It is');
	const shown = page.getByRole('region', { name: 'Some of its cards' }).getByRole('listitem');
	await expect(shown.first().locator('iframe')).toHaveCount(1);
	await page.getByLabel('Kind of note').selectOption('Basic (and reversed card)');
	await expect(importing.brings).toContainText('4 new cards');
	await page.getByLabel('Deck', { exact: true }).fill('Mine::Small');
	await page.getByLabel('Deck', { exact: true }).press('Enter');
	await expect(page.getByRole('listitem').filter({ hasText: 'Small' })).toBeVisible();
	await page.getByRole('switch', { name: 'The first row names the columns' }).click();
	await expect(importing.brings).toContainText('2 new cards');
	await importing.take();
	const { cards } = await stored(page);
	expect(cards.filter(({ id }) => id.startsWith('note/'))).toHaveLength(2);
});

test('a file is dropped anywhere, pasted, opened with the app, and shared with it', async ({
	page,
}) => {
	await page.addInitScript(() => {
		const queue = {
			setConsumer: (take: (params: object) => void) => {
				if (!sessionStorage.getItem('opened')) return;
				sessionStorage.removeItem('opened');
				take({ files: [{ getFile: async () => new File(['Q: opened\nA: b'], 'Opened.md') }] });
			},
		};
		Object.defineProperty(window, 'launchQueue', { value: queue });
	});
	await new Session(page).begin();
	await page.goto('/stats');
	const importing = new Importing(page);

	const drop = (kind: string) =>
		page.evaluate((kind) => {
			const dataTransfer = new DataTransfer();
			dataTransfer.items.add(new File(['Q: dropped\nA: b'], 'Dropped.md'));
			const target = document.querySelector('h1') ?? document.body;
			const event = new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer });
			target.dispatchEvent(event);
			return event.defaultPrevented;
		}, kind);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	expect(await drop('dragover')).toBe(true);
	await expect(page.getByText('Drop a deck to see what is in it')).toBeVisible();
	expect(await drop('drop')).toBe(true);
	await importing.previewOf('Dropped.md');
	await importing.button('Cancel').click();

	await page.evaluate(() => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', 'front\tback\npasted\tyes');
		document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, clipboardData }));
	});
	await importing.previewOf('Pasted text');
	await expect(importing.brings).toContainText('1 new card');

	await page.evaluate(() => sessionStorage.setItem('opened', '1'));
	await page.reload();
	await importing.previewOf('Opened.md');

	await controlled(page);
	// Not on the screen that would take it at once.
	await page.goto('/more');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await page.context().setOffline(true);
	await page.evaluate(async () => {
		const form = new FormData();
		form.set('file', new File(['Q: shared\nA: b'], 'Für dich.md'));
		await fetch('/decks/import/shared', { method: 'POST', body: form, redirect: 'manual' });
	});
	await page.goto('decks/import');
	await importing.previewOf('Für dich.md');
	await importing.take();
	await importing.open();
	await expect(page.getByText('Für dich.md')).toHaveCount(0);
	await page.context().setOffline(false);
});

test.describe('a deck by its address', () => {
	test.use({ expected: /localhost:\d+\/(deck|moved|shut|large|none|page)|CORS|net::ERR_FAILED/ });
	let server: Server;
	let origin: string;

	test.beforeAll(async () => {
		server = createServer((request, response) => {
			const open = { 'access-control-allow-origin': '*' };
			if (request.headers.cookie) return void response.writeHead(500, open).end();
			if (request.url === '/moved') {
				response.writeHead(302, { ...open, location: '/deck.md' }).end();
			} else if (request.url === '/deck.md') {
				response.writeHead(200, open).end('Q: from afar?\nA: yes');
			} else if (request.url === '/page') {
				response.writeHead(200, open).end('<!doctype html><title>Decks</title>');
			} else if (request.url === '/large') {
				response.writeHead(200, { ...open, 'content-length': 300 << 20 });
				response.write('x');
			} else if (request.url === '/shut') response.writeHead(200).end('Q: a\nA: b');
			else response.writeHead(404, open).end();
		});
		await new Promise<void>((resolve) => server.listen(0, resolve));
		origin = `http://localhost:${(server.address() as AddressInfo).port}`;
	});
	test.afterAll(() => {
		server.closeAllConnections();
		server.close();
	});

	test('is fetched when it was asked for, and says why where it cannot be', async ({ page }) => {
		await new Session(page).begin();
		const importing = new Importing(page);
		await importing.open(`?url=${encodeURIComponent(`${origin}/moved`)}`);
		const field = page.getByLabel('Address of a file');
		await expect(field).toHaveValue(`${origin}/moved`);
		await importing.button(`Fetch from ${new URL(origin).host}`).click();
		await importing.previewOf('deck.md');
		await expect(page.getByText(`redirected to ${origin}/deck.md`)).toBeVisible();
		await importing.take();
		await importing.button('Import another').click();

		for (const [path, words] of [
			['/shut', /does not let other sites read its files/],
			['/none', /there is no such file/],
			['/page', /is a web page/],
			['/large', /up to 256 MiB are fetched/],
		] as const) {
			await page.getByText('From an address').click();
			await field.fill(origin + path);
			await field.press('Enter');
			await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
			await importing.button('Choose another file').click();
		}
		await page.getByText('From an address').click();
		await field.fill('ftp://example.org/deck.apkg');
		await importing.button('Fetch').click();
		await expect(page.getByText('Only addresses that begin with https or http')).toBeVisible();
	});
});
