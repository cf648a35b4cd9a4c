/** From the press of a grade to the next card: what is seen, and what is stored. */

/** Counts the frames from a press to the one that shows another text, and says how long that took. */
const WATCH = `(() => {
	const question = () => document.querySelector('article[aria-label="Card"] [aria-label="Question"]');
	globalThis.benchPresses = [];
	addEventListener('keydown', (event) => {
		if (event.key !== '3') return;
		const before = question()?.textContent;
		const start = event.timeStamp;
		let frames = 0;
		const look = () => {
			frames += 1;
			if (!question() || question().textContent === before) return void requestAnimationFrame(look);
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => benchPresses.push({ frames, ms: performance.now() - start });
			port2.postMessage(0);
		};
		requestAnimationFrame(look);
	}, { capture: true });
})()`;

/**
 * @param {import('../browser.js').Page} page @param {number} runs @param {() => Promise<unknown>} reveal
 * @returns {Promise<{ frames: number, ms: number }>} medians
 */
async function pressGood(page, runs, reveal) {
	await page.evaluate(WATCH);
	for (let run = 1; run <= runs; run += 1) {
		await reveal();
		// A person reads; and what was stored before must not be part of this.
		await new Promise((resolve) => setTimeout(resolve, 150));
		await page.press('3');
		await page.until(`benchPresses.length === ${run}`, 10_000);
	}
	return page.evaluate(`(() => {
		const middle = (name) => benchPresses.map((press) => press[name]).sort((a, b) => a - b)[benchPresses.length >> 1];
		return { frames: middle('frames'), ms: middle('ms') };
	})()`);
}

/**
 * @param {{ browser: import('../browser.js').Browser, origin: string, runs: number }} options
 * @returns {Promise<import('../table.js').Row[]>}
 */
export async function gradeRows({ browser, origin, runs }) {
	const bare = await browser.newPage();
	await bare.go(`${origin}/bench/press.html`);
	await bare.until('!!document.querySelector("section")');
	const least = await pressGood(bare, runs, async () => {});
	await bare.close();

	const page = await browser.newPage();
	await page.go(`${origin}/review`);
	const ours = await pressGood(page, runs, async () => {
		await page.until('!!document.querySelector(\'article[aria-label="Card"]\')');
		await page.press(' ');
		await page.until('!!document.querySelector(\'[aria-label="Answer"]\')');
	});
	await page.close();

	const tools = await browser.newPage();
	await tools.go(`${origin}/bench/tools.html`);
	await tools.until('!!globalThis.bench');
	/** @type {Awaited<ReturnType<import('../page/main.ts').Bench['gradeFigures']>>} */
	const stored = await tools.evaluate('bench.gradeFigures(60)');
	await tools.close();
	return [
		{
			figure: 'grade to the next card, frames',
			...{ ours: ours.frames, baseline: least.frames, most: 1, unit: 'frames' },
		},
		{ figure: '… and until it is painted', ours: ours.ms, baseline: least.ms, unit: 'ms' },
		{
			figure: 'an answer stored durably',
			...{ ours: stored.ours, baseline: stored.bare, limit: 1.5, unit: 'ms' },
			note: `${stored.rows} rows; ${stored.answers} answers`,
		},
	];
}
