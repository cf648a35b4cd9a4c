/** How fast entries are read and judged, beside a bare `Number()` of the same texts. */
import type { Dimension } from '$lib/content/dimension.ts';
import { judgeEntry } from '$lib/estimation/judge.ts';
import { quantityOf } from '$lib/estimation/quantity.ts';
import { readPad } from '$lib/estimation/read-pad.ts';
import type { Target } from '$lib/estimation/target.ts';

/** What people type, of every kind that is read, some of it wrong; with what is asked for and about the right value. */
const ENTRIES: readonly [text: string, expected: Dimension, value: number][] = [
	['100M', 'count', 1e8],
	['1.2 PB', 'data', 1e15],
	['~115k qps', 'rate', 115_740],
	['10^9', 'count', 1e9],
	['3 TB/day', 'data-rate', 3.5e7],
	['12k/s', 'rate', 11_574],
	['1.5 Gbps', 'data-rate', 1.875e8],
	['16 GiB', 'data', 1.6e10],
	['1,000,000', 'count', 5e5],
	['5 × 10⁹ bytes', 'data', 5e9],
	['100 million users', 'count', 1e8],
	['10m requests/day', 'rate', 120],
	['100 Mb/s', 'data-rate', 1e8],
	['99.99%', 'fraction', 0.999],
	['four nines', 'fraction', 0.9999],
	['200 ms', 'time', 0.1],
	['100M * 500 bytes * 365 * 5', 'data', 9e13],
	['100M users × 10 reads / day', 'rate', 11_574],
	['62^7', 'count', 3.5e12],
	['(2,000 + 500) * 3', 'count', 7500],
	['5-10 TB', 'data', 7e12],
	['3 lakh', 'count', 3e5],
	['250 billion read requests per month', 'rate', 96_450],
	['12.7 GB per month', 'data-rate', 4900],
	['115000', 'rate', 115_000],
	['5 TB + 3 days', 'data', 1e12],
	['-4 GB', 'data', 4e9],
	['lots', 'count', 100],
];

const CASES = ENTRIES.map(([text, expected, value]) => {
	const target: Target = {
		...{ quantity: quantityOf(value, expected), tolerance: 'log', hasData: true },
		known: [{ ratio: 1 / 3, say: 'the peak factor was left out' }],
	};
	return { text, target };
});

const PAD = [
	'users = 100M',
	'reads = users * 10 / day',
	'peak = reads * 3',
	'size = 2 KB',
	'peak * size',
	'# copies',
	'size * users * 10 * 365 * 3',
];

/** ms that `rounds` rounds take, the least of some tries: what others do on the machine only adds. */
function least(rounds: number, go: () => void): number {
	let best = Infinity;
	for (let attempt = 0; attempt < 7; attempt++) {
		const start = performance.now();
		for (let round = 0; round < rounds; round++) go();
		best = Math.min(best, performance.now() - start);
	}
	return best;
}

/** ms for so many entries, ours and bare; ms of the slowest single entry, and of a whole pad. */
export function estimateFigures(entries: number) {
	// Kept, so that no engine leaves the loops out.
	let sum = 0;
	const judgeAll = () => {
		for (const { text, target } of CASES) sum += judgeEntry(text, target).ok ? 1 : 0;
	};
	const bareAll = () => {
		for (const { text } of CASES) sum += Number(text) > 0 ? 1 : 0;
	};
	const scaled = (rounds: number, ms: number) => (ms * entries) / (rounds * CASES.length);
	const ours = scaled(200, least(200, judgeAll));
	const bare = scaled(2000, least(2000, bareAll));
	const each = CASES.map(
		({ text, target }) => least(100, () => void (sum += judgeEntry(text, target).ok ? 1 : 0)) / 100,
	);
	const slowest = Math.max(...each);
	const pad = least(100, () => void (sum += readPad(PAD).length)) / 100;
	return { ours, bare, slowest, text: CASES[each.indexOf(slowest)]?.text ?? '', pad, sum };
}
