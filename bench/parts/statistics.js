/** A million answers as statistics: counted once, and looked at again and again. */
import { inPage } from './database.js';

const REVIEWS = 1_000_000;
const CARDS = 50_000;

/** @param {{ browser: import('../browser.js').Browser, origin: string }} place @returns {Promise<import('../table.js').Row[]>} */
export async function statisticsRows(place) {
	await inPage(place, 'statisticsFill', CARDS, REVIEWS);
	const { first: shownFirst, again: shownAgain } = await inPage(place, 'statisticsScreen');
	const found = await inPage(place, 'statisticsFigures', 9);
	const { first, again, whole, studied, figures, memory, kept, days, rows } = found;
	/** @param {{ longest: number }} each */
	const longest = (each) => `longest task ${Math.round(each.longest)} ms, in the app a worker’s`;
	const many = REVIEWS.toLocaleString('en-US');
	return [
		{
			figure: `${many} answers counted for the first time`,
			...{ ours: first.ms, baseline: whole.ms, unit: 'ms' },
			note: `${longest(first)}; baseline: all read as objects, ${Math.round(whole.longest)} ms`,
		},
		{
			figure: '… looked at again, as of what is kept',
			...{ ours: again.ms, baseline: whole.ms, limit: 0.25, unit: 'ms' },
			note: `${longest(again)}; ${days} days, ${(kept / 1e6).toFixed(1)} MB kept, ${rows} rows since`,
		},
		{
			figure: '… the longest task of the screen meanwhile',
			...{ ours: Math.max(shownFirst.longest, shownAgain.longest), baseline: 50, limit: 1 },
			unit: 'ms',
			note: `shown after ${Math.round(shownFirst.ms)} ms, again after ${Math.round(shownAgain.ms)} ms, another span after ${Math.round(shownAgain.other)} ms; baseline: 50 ms`,
		},
		{ figure: '… all figures of a span', ours: figures, unit: 'ms' },
		{
			figure: `${CARDS.toLocaleString('en-US')} cards read for their distributions`,
			ours: studied.ms,
			unit: 'ms',
			note: `and ${Math.round(memory.ms)} ms for the figures`,
		},
	];
}
