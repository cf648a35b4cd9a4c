/** The optimizer of FSRS alone, on items that are ready: the baseline of a fit. */
import init, { Fsrs } from 'fsrs-browser';
import type { PackedItems } from '../../src/lib/statistics/fit-history.ts';

self.onmessage = async ({ data }: MessageEvent<{ wasm: string; items: PackedItems }>) => {
	await init({ module_or_path: data.wasm });
	const { ratings, deltas, lengths } = data.items;
	self.postMessage([...new Fsrs().computeParameters(ratings, deltas, lengths, null, true)]);
};
