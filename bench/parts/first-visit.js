/** Bytes of a first visit: from an empty profile, through the welcome, to the first card. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Browser } from '../browser.js';

const QUESTION = 'document.querySelector(\'article[aria-label="Card"] [aria-label="Question"]\')';

/** @typedef {{ url: string, type: string, bytes: number }} Loaded */

/**
 * Visits a page with an empty profile and counts what the page itself loads, not its worker.
 * @param {{ path: string, url: string, steps: (page: import('../browser.js').Page) => Promise<void> }} options
 * @returns {Promise<Loaded[]>}
 */
export async function visit({ path, url, steps }) {
	const profile = mkdtempSync(join(tmpdir(), 'onsite-bench-visit-'));
	const browser = new Browser(path, profile);
	/** @type {Map<unknown, Loaded>} */
	const loaded = new Map();
	try {
		const page = await browser.newPage();
		page.onevent = (method, params) => {
			if (method !== 'Network.responseReceived') return;
			const { response, type, requestId } =
				/** @type {{ requestId: string, type: string, response: { url: string, fromDiskCache?: boolean, headers: Record<string, string> } }} */ (
					params
				);
			if (response.fromDiskCache || !response.url.startsWith('http')) return;
			const length = Object.entries(response.headers).find(([name]) =>
				/^content-length$/i.test(name),
			);
			loaded.set(requestId, { url: response.url, type, bytes: Number(length?.[1] ?? 0) });
		};
		await page.send('Network.enable');
		await page.go(url);
		await steps(page);
	} finally {
		await browser.close();
		rmSync(profile, { recursive: true, force: true });
	}
	return [...loaded.values()];
}

/** @param {Loaded[]} loaded @param {RegExp} [only] matched against the type @returns {number} kB */
export function kilobytes(loaded, only = /./) {
	return (
		loaded.filter(({ type }) => only.test(type)).reduce((sum, { bytes }) => sum + bytes, 0) / 1000
	);
}

/** Text is shown before its font, and icons are none of it: all else holds up the first card. */
const NEEDED = /^(?!Font|Image|Manifest)/;

/**
 * @param {{ path: string, origin: string, minimal: string }} options `minimal` is the origin of the least app
 * @returns {Promise<import('../table.js').Row[]>}
 */
export async function firstVisitRows({ path, origin, minimal }) {
	const direct = await visit({
		path,
		url: `${origin}/review`,
		steps: async (page) => void (await page.until(`!!${QUESTION}`)),
	});
	const welcomed = await visit({
		path,
		url: `${origin}/`,
		steps: async (page) => {
			await page.until("!!document.querySelector('.button.primary')");
			await page.evaluate("document.querySelector('.button.primary').click()");
			await page.until(`!!${QUESTION}`);
		},
	});
	const least = await visit({
		path,
		url: `${minimal}/`,
		steps: async (page) => void (await page.until('document.body.dataset.ready === "yes"')),
	});
	if (process.env.BENCH_FILES) for (const file of direct) console.log(file.bytes, file.url);
	const baseline = kilobytes(least, NEEDED);
	const parts = ['Document', 'Script', 'Stylesheet', 'Fetch', 'Other']
		.map((type) => `${type.toLowerCase()} ${kilobytes(direct, RegExp(type)).toFixed(0)}`)
		.join(', ');
	return [
		{
			figure: 'first visit straight to the first card',
			...{ ours: kilobytes(direct, NEEDED), baseline, limit: 1.5, most: 150, unit: 'kB' },
			note: `${direct.length} files: ${parts}`,
		},
		{
			figure: '… through the welcome',
			...{ ours: kilobytes(welcomed, NEEDED), baseline, most: 150, unit: 'kB' },
			note: `${welcomed.length} files`,
		},
		{
			figure: '… with font and icons',
			...{ ours: kilobytes(welcomed), most: 150, unit: 'kB' },
			note: 'before the worker begins to store the rest',
		},
	];
}
