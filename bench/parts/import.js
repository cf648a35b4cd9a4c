/** An Anki package of 50,000 notes: written, brought in, and its rows put without a library. */
import { inPage } from './database.js';

const NOTES = 50_000;
const REVIEWS = 300_000;

/** @param {{ browser: import('../browser.js').Browser, origin: string }} place @returns {Promise<import('../table.js').Row[]>} */
export async function importRows(place) {
	const { written, imported, bare } = await inPage(place, 'importFigures', NOTES, REVIEWS);
	const { read, judged, applied } = imported;
	/** @param {number} ms */
	const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
	return [
		{
			figure: `a package of ${NOTES.toLocaleString('en-US')} notes brought in`,
			...{ ours: imported.ms, baseline: bare.ms, limit: 1.5, unit: 'ms' },
			note: `read ${seconds(read)}, judged ${seconds(judged)}, applied ${seconds(applied)}; baseline: ${bare.rows.toLocaleString('en-US')} rows put bare`,
		},
		{
			figure: '… longest task of the page meanwhile',
			...{ ours: imported.longest, most: 50, unit: 'ms', note: 'below 50 counts as 0' },
		},
		{
			figure: '… the package written',
			...{ ours: written.ms, unit: 'ms' },
			note: `${(written.bytes / 1e6).toFixed(0)} MB; longest task of the page ${Math.round(written.longest)} ms`,
		},
	];
}
