/** The list of all cards: how long searches over 100,000 take, and what scrolling through 50,000 looks like. */
import { inPage } from './database.js';

const CARDS = 100_000;
/** What a search may take while one types. */
const MOST = 50;
/** Frames that are scrolled through, each by several screens. */
const FRAMES = 180;

/** Scrolls the list by so much each frame; tells the frames that came late, and those in which a row in sight was empty. */
const SCROLL = `new Promise((resolve) => {
	const grid = document.querySelector('[role=grid]');
	const times = [];
	let empty = 0;
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
		const sorted = times.slice(1).sort((a, b) => a - b);
		resolve({ middle: sorted[sorted.length >> 1], worst: sorted.at(-1), late: sorted.filter((ms) => ms > 25).length, empty });
	};
	requestAnimationFrame(step);
})`;

/** @param {{ browser: import('../browser.js').Browser, origin: string }} place @returns {Promise<import('../table.js').Row[]>} */
export async function browseRows({ browser, origin }) {
	const { bare, found } = await inPage({ browser, origin }, 'browseFigures', CARDS, 15);
	const page = await browser.newPage();
	const start = Date.now();
	await page.go(`${origin}/browse`);
	await page.until('document.querySelectorAll("[role=grid] [role=row]").length > 10', 60_000);
	const opened = Date.now() - start;
	/** @type {{ middle: number, worst: number, late: number, empty: number }} */
	const { middle, worst, late, empty } = await page.evaluate(SCROLL);
	await page.close();
	return [
		...found.map(({ text, count, ms }) => ({
			figure: `${CARDS.toLocaleString('en-US')} cards searched for ${text}`,
			...{ ours: ms, baseline: bare, most: MOST, unit: 'ms' },
			note: `${count.toLocaleString('en-US')} found, in order; baseline: includes() over the same texts`,
		})),
		{
			figure: 'the list of 50,000 cards opened',
			...{ ours: opened, unit: 'ms', note: 'read, indexed and shown' },
		},
		{
			figure: '… scrolled through, a frame',
			...{ ours: middle, unit: 'ms', most: 17 },
			note: `${late} of ${FRAMES} over 25 ms, the worst ${Math.round(worst)}; ${empty} with an empty row`,
		},
	];
}
