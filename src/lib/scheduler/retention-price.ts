/** What a desired retention costs, so that it is chosen with open eyes. */
import { DEFAULT_PRESET } from './default-preset.ts';
import { intervalDays } from './memory-model.ts';

/**
 * How long intervals become against those at 90%: 1 at 0.9, less above. By the forgetting curve of
 * the weights; the same for every card.
 * @param retention 0 to 1
 */
export function intervalRatio(retention: number, weights: readonly number[]): number {
	return (
		intervalDays(1, retention, weights) / intervalDays(1, DEFAULT_PRESET.desiredRetention, weights)
	);
}

/** Two sentences: what will be remembered, and at what price against 90%. */
export function retentionInWords(retention: number, weights: readonly number[]): string {
	const known = `You know about ${Math.round(retention * 100)} of 100 cards when they come back.`;
	const load = 1 / intervalRatio(retention, weights);
	if (Math.abs(load - 1) < 0.05) return `${known} The usual balance of memory and work.`;
	const ratio = (1 / load).toFixed(1);
	const cost = load > 1 ? 'so that cards come back sooner' : 'and more is learned again';
	return `${known} Intervals are about ${ratio} times those at 90%, ${cost}.`;
}
