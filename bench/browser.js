/** Drives a browser over its debugging pipe: nothing of a test tool runs in the pages that are measured. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from '../scripts/find-browser.js';

const FLAGS = [
	'--headless=new',
	'--remote-debugging-pipe',
	'--no-sandbox',
	'--no-first-run',
	'--no-default-browser-check',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-default-apps',
	'--disable-dev-shm-usage',
	'--disable-extensions',
	// Pages of the browser's own surface, which it would load beside the page that is measured.
	'--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
	'--disable-sync',
	'--disable-background-timer-throttling',
	'--disable-backgrounding-occluded-windows',
	'--disable-renderer-backgrounding',
	'--js-flags=--expose-gc',
	'--window-size=1280,900',
];
const ANSWER_LIMIT_MS = 300_000;

/** @returns {Promise<string>} path of the browser to measure in */
export async function browserPath() {
	const found = findBrowser();
	if (found.path) return found.path;
	const { chromium } = await import('playwright');
	const path = chromium.executablePath();
	if (existsSync(path)) return path;
	throw new Error(
		'No browser to measure in. Install Chrome or Chromium, or name one: ONSITE_BROWSER=/path/to/chrome npm run bench',
	);
}

/** @typedef {Record<string, unknown>} Params */
/** @typedef {{ resolve: (result: Params) => void, reject: (error: Error) => void }} Waiting */

export class Browser {
	/** @type {import('node:child_process').ChildProcess} */
	#process;
	/** @type {import('node:stream').Writable} */
	#out;
	#nextId = 0;
	/** @type {Map<number, Waiting>} */
	#waiting = new Map();
	/** @type {Map<string, (method: string, params: Params) => void>} */
	#listeners = new Map();

	/** @param {string} path @param {string} profile a folder that outlives the browser */
	constructor(path, profile) {
		this.#process = spawn(path, [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], {
			stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
		});
		const [, , , out, input] = this.#process.stdio;
		this.#out = /** @type {import('node:stream').Writable} */ (out);
		this.#out.on('error', () => {});
		let rest = '';
		/** @type {import('node:stream').Readable} */ (input).setEncoding('utf8').on('data', (text) => {
			const messages = (rest + text).split('\0');
			rest = messages.pop() ?? '';
			for (const message of messages) this.#take(JSON.parse(message));
		});
		this.#process.on('exit', () => {
			for (const { reject } of this.#waiting.values()) reject(new Error('The browser has ended.'));
			this.#waiting.clear();
		});
	}

	/** @param {{ id?: number, sessionId?: string, method?: string, params?: Params, result?: Params, error?: { message: string } }} message */
	#take({ id, sessionId = '', method, params = {}, result = {}, error }) {
		if (id === undefined) return void this.#listeners.get(sessionId)?.(method ?? '', params);
		const waiting = this.#waiting.get(id);
		this.#waiting.delete(id);
		if (error) waiting?.reject(new Error(error.message));
		else waiting?.resolve(result);
	}

	/** @param {string} method @param {Params} [params] @param {string} [sessionId] @returns {Promise<Params>} */
	send(method, params = {}, sessionId) {
		const id = (this.#nextId += 1);
		return new Promise((resolve, reject) => {
			const limit = setTimeout(() => {
				this.#waiting.delete(id);
				reject(new Error(`${method} was not answered in ${ANSWER_LIMIT_MS / 1000} s.`));
			}, ANSWER_LIMIT_MS);
			const done = () => clearTimeout(limit);
			this.#waiting.set(id, {
				resolve: (result) => (done(), resolve(result)),
				reject: (error) => (done(), reject(error)),
			});
			this.#out.write(
				`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`,
			);
		});
	}

	/** @returns {Promise<Page>} a new page, in front of the others */
	async newPage() {
		const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
		const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
		const page = new Page(this, String(targetId), String(sessionId));
		this.#listeners.set(page.sessionId, (method, params) => page.onevent(method, params));
		await page.send('Page.enable');
		await page.send('Runtime.enable');
		return page;
	}

	/** Ends the browser as a person does, so that what it keeps for the next start is on the disk. */
	async close() {
		const ended = new Promise((resolve) => this.#process.once('exit', resolve));
		this.send('Browser.close').catch(() => {});
		const patience = setTimeout(() => this.#process.kill('SIGKILL'), 10_000);
		await ended;
		clearTimeout(patience);
	}
}

export class Page {
	#browser;
	#targetId;
	sessionId;
	/** @type {(method: string, params: Params) => void} */
	onevent = () => {};

	/** @param {Browser} browser @param {string} targetId @param {string} sessionId */
	constructor(browser, targetId, sessionId) {
		this.#browser = browser;
		this.#targetId = targetId;
		this.sessionId = sessionId;
	}

	/** @param {string} method @param {Params} [params] */
	send(method, params) {
		return this.#browser.send(method, params, this.sessionId);
	}

	/** Runs before every document of this page. @param {string} source */
	async beforeEach(source) {
		await this.send('Page.addScriptToEvaluateOnNewDocument', { source });
	}

	/** @param {number} rate 4 makes the page's main thread four times slower */
	async slowDown(rate) {
		await this.send('Emulation.setCPUThrottlingRate', { rate });
	}

	/** Begins a navigation. @param {string} url */
	async go(url) {
		const { errorText } = await this.send('Page.navigate', { url });
		if (errorText) throw new Error(`${url}: ${errorText}`);
	}

	/** @template T @param {string} expression may be a promise @returns {Promise<T>} its value, as JSON */
	async evaluate(expression) {
		const { result, exceptionDetails } = await this.send('Runtime.evaluate', {
			expression,
			awaitPromise: true,
			returnByValue: true,
		});
		if (exceptionDetails) {
			const { exception, text } =
				/** @type {{ exception?: { description?: string }, text: string }} */ (exceptionDetails);
			throw new Error(`In the page: ${exception?.description ?? text}`);
		}
		return /** @type {{ value: T }} */ (result).value;
	}

	/** Asks until it is truthy, also across navigations. @template T @param {string} expression @param {number} [limit] ms @returns {Promise<T>} */
	async until(expression, limit = 60_000) {
		const end = Date.now() + limit;
		let last = '';
		while (Date.now() < end) {
			try {
				/** @type {T} */
				const value = await this.evaluate(expression);
				if (value) return value;
			} catch (problem) {
				// The document was replaced while it was asked.
				last = String(problem);
			}
			await new Promise((resolve) => setTimeout(resolve, 25));
		}
		throw new Error(`Not true within ${limit / 1000} s: ${expression} ${last}`);
	}

	/** A key as it is pressed on a keyboard. @param {string} key such as `3` or ` ` */
	async press(key) {
		const code = key === ' ' ? 'Space' : `Digit${key}`;
		const common = { key, code, text: key, windowsVirtualKeyCode: key.charCodeAt(0) };
		await this.send('Input.dispatchKeyEvent', { type: 'keyDown', ...common });
		await this.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common });
	}

	async close() {
		await this.#browser.send('Target.closeTarget', { targetId: this.#targetId });
	}
}
