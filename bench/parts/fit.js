/** A hundred thousand answers fitted: the whole way against the optimizer alone. */
import { inPage } from './database.js';

const REVIEWS = 100_000;
const CARDS = 12_500;

/** @param {{ browser: import('../browser.js').Browser, origin: string }} place @returns {Promise<import('../table.js').Row[]>} */
export async function fitRows(place) {
	const found = await inPage(place, 'fitFigures', CARDS, REVIEWS);
	const many = REVIEWS.toLocaleString('en-US');
	return [
		{
			figure: `${many} answers fitted and judged`,
			...{ ours: found.oursMs, baseline: found.bareMs, limit: 1.5, unit: 'ms' },
			note: `longest task of the page ${Math.round(found.longest)} ms; ${found.items} items, ${found.held} held out; baseline: the optimizer alone`,
		},
		{ figure: '… of it, reading the log', ours: found.readMs, unit: 'ms' },
		{
			figure: '… parameters applied, memory counted anew',
			...{ ours: found.applyMs, unit: 'ms' },
			note: `${found.cards} cards; longest task ${Math.round(found.applyLongest)} ms`,
		},
	];
}
