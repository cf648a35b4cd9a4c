/** From an offline start to the first due card, beside the least page that reads one from the same database. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Browser } from '../browser.js';
import { median } from '../table.js';

/** As slow as a phone of the middle class. */
const SLOWDOWN = 4;
/** ms until a browser that was just started has come to rest. */
const REST = 1_000;
/** ms of a visit after which the browser has kept the compiled code. */
const VISIT = 3_000;
const QUESTION = 'article[aria-label="Card"] [aria-label="Question"]';
const STARTS = {
	ours: { path: '/review', shows: QUESTION },
	bare: { path: '/bench/start.html', shows: 'article[aria-label="Card"]' },
	today: { path: '/', shows: 'section[aria-label="Today\'s review"]' },
};

/** Tells when the element holds text and the frame that shows it is done. @param {string} selector */
const tellWhenPainted = (selector) => `
	new MutationObserver((_, observer) => {
		if (!document.querySelector(${JSON.stringify(selector)})?.textContent.trim()) return;
		observer.disconnect();
		requestAnimationFrame(() => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => benchPainted(String(performance.now()));
			port2.postMessage(0);
		});
	}).observe(document, { childList: true, subtree: true, characterData: true });`;

/**
 * @param {Browser} browser @param {string} origin @param {{ path: string, shows: string }} start
 * @param {number} [stay] ms for which the page stays open afterwards
 * @returns {Promise<number>} ms from the beginning of the navigation to the first due card painted
 */
async function timeOf(browser, origin, { path, shows }, stay = 0) {
	const page = await browser.newPage();
	/** @type {Promise<number>} */
	const painted = new Promise((resolve, reject) => {
		const limit = setTimeout(() => reject(new Error(`${path} has shown nothing in 60 s.`)), 60_000);
		page.onevent = (method, { payload }) => {
			if (method !== 'Runtime.bindingCalled') return;
			clearTimeout(limit);
			resolve(Number(payload));
		};
	});
	await page.send('Runtime.addBinding', { name: 'benchPainted' });
	await page.beforeEach(tellWhenPainted(shows));
	await page.slowDown(SLOWDOWN);
	await page.go(origin + path);
	const ms = await painted;
	await sleep(stay);
	await page.close();
	return ms;
}

/** Installs both service workers and fills the code cache, as some days of use do. @param {Browser} browser @param {string} origin */
export async function visitOnline(browser, origin) {
	const page = await browser.newPage();
	const active = 'navigator.serviceWorker.ready.then(() => true)';
	await page.go(`${origin}/bench/start.html`);
	await page.until('document.querySelector("article").textContent !== ""');
	await page.evaluate(
		"navigator.serviceWorker.register('/bench/start-worker.js').then(() => true)",
	);
	await page.until(active);
	await page.go(`${origin}/review`);
	await page.until(`!!document.querySelector(${JSON.stringify(QUESTION)})`);
	await page.until(active, 120_000);
	await page.until('navigator.serviceWorker.getRegistration().then((r) => !!r.active)', 120_000);
	await page.close();
	for (let time = 0; time < 3; time += 1) {
		for (const start of Object.values(STARTS)) await timeOf(browser, origin, start, VISIT);
	}
}

/**
 * @param {{ path: string, profile: string, origin: string, runs: number }} options
 * @returns {Promise<import('../table.js').Row[]>}
 */
export async function startRows({ path, profile, origin, runs }) {
	/** @type {Record<'warm' | 'cold', Record<keyof typeof STARTS, number[]>>} */
	const times = {
		warm: { ours: [], bare: [], today: [] },
		cold: { ours: [], bare: [], today: [] },
	};
	const names = /** @type {(keyof typeof STARTS)[]} */ (Object.keys(STARTS));
	const browser = new Browser(path, profile);
	for (const name of names) await timeOf(browser, origin, STARTS[name]);
	for (let run = 0; run < runs; run += 1) {
		for (const name of names) times.warm[name].push(await timeOf(browser, origin, STARTS[name]));
	}
	await browser.close();
	for (let run = 0; run < runs; run += 1) {
		for (const name of names) {
			const fresh = new Browser(path, profile);
			await sleep(REST);
			times.cold[name].push(await timeOf(fresh, origin, STARTS[name]));
			await fresh.close();
		}
	}
	return [
		rowOf('warm start, offline, to the first due card', times.warm.ours, times.warm.bare, 1.35),
		rowOf('cold start, offline, to the first due card', times.cold.ours, times.cold.bare, 2.3),
		rowOf("warm start, offline, to Today's numbers", times.warm.today, times.warm.bare),
		rowOf("cold start, offline, to Today's numbers", times.cold.today, times.cold.bare),
	];
}

/** @param {string} figure @param {number[]} ours @param {number[]} bare @param {number} [limit] @returns {import('../table.js').Row} */
function rowOf(figure, ours, bare, limit) {
	const least = `least ${Math.round(Math.min(...ours))} / ${Math.round(Math.min(...bare))} ms`;
	const row = { figure, ours: median(ours), baseline: median(bare), unit: 'ms', note: least };
	return limit === undefined ? row : { ...row, limit };
}
