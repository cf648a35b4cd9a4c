/** The list of all cards: how long searches over 100,000 take, and what scrolling through them looks like. */
import { inPage } from './database.js';

const CARDS = 100_000;
/** What a search may take while one types. */
const MOST = 50;
/** Frames that are scrolled through, each by several screens. */
const FRAMES = 180;

/**
 * Scrolls a list by so much each frame; tells how long all of it and the longest frame took, the longest task
 * over 50 ms, the frames that came late, and those in which a row in sight was empty.
 */
const SCROLL = `new Promise((resolve) => {
	const grid = document.querySelector('[role=grid]');
	const times = [];
	let empty = 0;
	let task = 0;
	const watch = new PerformanceObserver((list) => {
		for (const { duration } of list.getEntries()) task = Math.max(task, duration);
	});
	watch.observe({ entryTypes: ['longtask'] });
	let last = performance.now();
	const step = (now) => {
		times.push(now - last);
		last = now;
		const { top, bottom } = grid.getBoundingClientRect();
		const seen = [...grid.querySelectorAll('[role=row][id]')].filter((row) => {
			const box = row.getBoundingClientRect();
			return box.bottom > top + 40 && box.top < bottom;
		});
		if (seen.length < 5 || seen.some((row) => row.textContent.replace('Not selected', '').trim() === '')) empty += 1;
		grid.scrollTop += 170;
		if (times.length < ${FRAMES}) return void requestAnimationFrame(step);
		const frames = times.slice(1);
		const all = frames.reduce((sum, ms) => sum + ms, 0);
		watch.disconnect();
		resolve({ all, worst: Math.max(...frames), late: frames.filter((ms) => ms > 25).length, task, empty });
	};
	requestAnimationFrame(step);
})`;

/** A list with nothing in it, as high as that of the app. */
const EMPTY = `document.body.innerHTML =
	'<div role="grid" style="height: 700px; overflow: auto"><div style="height: ${40 * CARDS}px"></div></div>'`;

/** The rows in sight are there, and what they say. */
const SHOWN = `(() => {
	const rows = [...document.querySelectorAll('[role=grid] [role=row][id] [role=gridcell]:nth-child(2)')];
	return rows.length > 10 && rows.every((cell) => cell.textContent.trim() !== '');
})()`;
/** Nothing is read any more: all can be searched. */
const WHOLE = `${SHOWN} && !document.querySelector('progress[aria-label^=Reading]')`;

/** @typedef {{ all: number, worst: number, late: number, task: number, empty: number }} Scrolled */

/** @param {{ browser: import('../browser.js').Browser, origin: string }} place @returns {Promise<Scrolled>} */
async function scrollNothing({ browser, origin }) {
	const page = await browser.newPage();
	await page.go(`${origin}/bench/tools.html`);
	await page.until('document.readyState === "complete"');
	await page.evaluate(EMPTY);
	/** @type {Scrolled} */
	const scrolled = await page.evaluate(SCROLL);
	await page.close();
	return scrolled;
}

/** @param {{ browser: import('../browser.js').Browser, origin: string }} place @returns {Promise<import('../table.js').Row[]>} */
export async function browseRows({ browser, origin }) {
	const { bare, found } = await inPage({ browser, origin }, 'browseFigures', CARDS, 15);
	await inPage({ browser, origin }, 'fillUp', CARDS);
	const nothing = await scrollNothing({ browser, origin });
	const page = await browser.newPage();
	const start = Date.now();
	await page.go(`${origin}/browse`);
	await page.until(SHOWN, 60_000);
	const opened = Date.now() - start;
	/** @type {Scrolled} */
	const { all, worst, late, task, empty } = await page.evaluate(SCROLL);
	await page.close();
	const again = await browser.newPage();
	const restart = Date.now();
	await again.go(`${origin}/browse`);
	await again.until(WHOLE, 60_000);
	const whole = Date.now() - restart;
	await again.close();
	return [
		...found.map(({ text, count, ms }) => ({
			figure: `${CARDS.toLocaleString('en-US')} cards searched for ${text}`,
			...{ ours: ms, baseline: bare, most: MOST, unit: 'ms' },
			note: `${count.toLocaleString('en-US')} found, in order; baseline: includes() over the same texts`,
		})),
		{
			figure: `the list of ${CARDS.toLocaleString('en-US')} cards opened`,
			...{ ours: opened, unit: 'ms', note: 'all of them in their order, with the texts in sight' },
		},
		{
			figure: '… and all that they say, on another page',
			...{ ours: whole, unit: 'ms', note: 'read and indexed' },
		},
		{
			figure: `… scrolled through in ${FRAMES} frames`,
			...{ ours: all, baseline: nothing.all, limit: 1.1, unit: 'ms' },
			note: `${late} frames over 25 ms / ${nothing.late}; ${empty} with an empty row; baseline: an empty list`,
		},
		{
			figure: '… the longest frame of them',
			...{ ours: worst, baseline: nothing.worst, unit: 'ms' },
			note: `longest task over 50 ms: ${Math.round(task)} / ${Math.round(nothing.task)}`,
		},
	];
}
