/** The calculator: how many entries it reads and judges, and what a keystroke costs. */
import { inPage } from './database.js';

/** What an entry may cost: 20,000 of them in a second. */
const ENTRIES = 20_000;
/** A frame at 60 Hz, of which reading may take no more than the least part. */
const FRAME = 1000 / 60;

/** @param {{ browser: import('../browser.js').Browser, origin: string }} place @returns {Promise<import('../table.js').Row[]>} */
export async function estimateRows(place) {
	const { ours, bare, slowest, text, pad } = await inPage(place, 'estimateFigures', ENTRIES);
	const rate = Math.round((ENTRIES / ours) * 1000).toLocaleString('en-US');
	return [
		{
			figure: `${ENTRIES.toLocaleString('en-US')} entries read and judged`,
			...{ ours, baseline: bare, most: 1000, unit: 'ms' },
			note: `${rate} a second; baseline: Number() of the same texts`,
		},
		{
			figure: '… the slowest of them',
			...{ ours: slowest, most: FRAME / 10, unit: 'ms' },
			note: `“${text}”`,
		},
		{
			figure: 'a pad of seven lines, anew at a keystroke',
			...{ ours: pad, most: FRAME / 10, unit: 'ms' },
			note: 'a tenth of a frame',
		},
	];
}
