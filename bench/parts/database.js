/** What happens within the page: the queue of a great deck, history in blocks, replay, backup. */

/** @typedef {import('../page/main.ts').Bench} Bench */
/** @typedef {import('../table.js').Row} Row */

/**
 * @template {keyof Bench} Name
 * @param {{ browser: import('../browser.js').Browser, origin: string }} place
 * @param {Name} name @param {number[]} args
 * @returns {Promise<Awaited<ReturnType<Bench[Name]>>>}
 */
export async function inPage({ browser, origin }, name, ...args) {
	const page = await browser.newPage();
	await page.go(`${origin}/bench/tools.html`);
	await page.until('!!globalThis.bench');
	/** @type {Awaited<ReturnType<Bench[Name]>>} */
	const figures = await page.evaluate(`bench.${name}(${args.join(', ')})`);
	await page.close();
	return figures;
}

/** @param {{ browser: import('../browser.js').Browser, origin: string }} place @returns {Promise<Row[]>} */
export async function queueRows(place) {
	const { times, rows, shown, sorted } = await inPage(place, 'queueFigures', 100_000, 30);
	const { cards = 0, ...counters } = rows;
	const others = Object.entries(counters).map(([name, count]) => `${name} ${count}`);
	return [
		{
			figure: "cards read for today's queue of 100,000",
			...{ ours: cards, baseline: shown, limit: 1, unit: 'rows' },
			note: `besides: ${others.join(', ')}`,
		},
		{ figure: '… and how long it takes', ours: times.ours, baseline: times.bare, unit: 'ms' },
		{
			figure: '… weakest first, 10,000 due',
			ours: sorted,
			unit: 'ms',
			note: 'reads all that is due',
		},
	];
}

/** @param {{ browser: import('../browser.js').Browser, origin: string }} place @returns {Promise<Row[]>} */
export async function historyRows(place) {
	const { packed, replayed, check, reviews } = await inPage(place, 'historyFigures', 5);
	const many = reviews.toLocaleString('en-US');
	return [
		{
			figure: `${many} reviews sealed in blocks`,
			...{
				ours: packed.write,
				baseline: packed.writeRows,
				unit: 'ms',
				note: 'baseline: as rows, scaled',
			},
		},
		{
			figure: '… and read back',
			...{
				ours: packed.read,
				baseline: packed.readRows,
				unit: 'ms',
				note: 'baseline: as rows, scaled',
			},
		},
		{
			figure: `${many} reviews replayed`,
			...{
				ours: replayed.ours,
				baseline: replayed.bare,
				unit: 'ms',
				note: 'baseline: next_state alone',
			},
		},
		{
			figure: 'everything checked against the log',
			...{ ours: check.ms, unit: 'ms', note: `longest task ${Math.round(check.longest)} ms` },
		},
	];
}

/** @param {{ browser: import('../browser.js').Browser, origin: string }} place @returns {Promise<Row[]>} */
export async function backupRows(place) {
	const { exported, zipped, restored, parsed } = await inPage(place, 'backupFigures');
	/** @param {string} figure @param {{ ms: number, longest: number }} ours @param {{ ms: number, longest: number }} bare @returns {Row} */
	const row = (figure, ours, bare) => ({
		figure,
		...{ ours: ours.ms, baseline: bare.ms, unit: 'ms' },
		note: `longest task ${Math.round(ours.longest)} / ${Math.round(bare.longest)} ms`,
	});
	return [
		row('backup of everything to a file', exported, zipped),
		{
			figure: '… the file',
			...{ ours: exported.bytes / 1e6, baseline: zipped.bytes / 1e6, unit: 'MB' },
		},
		row('restore into an empty database', restored, parsed),
	];
}
