import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_PRESET } from './default-preset.ts';
import { intervalRatio, retentionInWords } from './retention-price.ts';

const { weights } = DEFAULT_PRESET;

/** FSRS-6: R(t) = (1 + f·t/S)^−w20 with f = 0.9^(−1/w20) − 1, so t/S = (R^(−1/w20) − 1)/f. */
function byHand(retention: number): number {
	const decay = weights[20] ?? 0;
	return (retention ** (-1 / decay) - 1) / (0.9 ** (-1 / decay) - 1);
}

describe('intervalRatio', () => {
	test.each([0.8, 0.85, 0.9, 0.95, 0.97])('follows the forgetting curve at %d', (retention) => {
		expect(intervalRatio(retention, weights)).toBeCloseTo(byHand(retention), 3);
	});

	test('falls as more is to be remembered', () => {
		const retention = fc.integer({ min: 70, max: 98 });
		fc.assert(
			fc.property(retention, (percent) => {
				const [lower, higher] = [percent / 100, (percent + 1) / 100];
				expect(intervalRatio(higher, weights)).toBeLessThan(intervalRatio(lower, weights));
			}),
		);
	});
});

describe('retentionInWords', () => {
	test('names the price above, at and below 90%', () => {
		expect(retentionInWords(0.95, weights)).toBe(
			'You know about 95 of 100 cards when they come back. Intervals are about 0.4 times those at 90%, so that cards come back sooner.',
		);
		expect(retentionInWords(0.9, weights)).toContain('usual balance');
		expect(retentionInWords(0.8, weights)).toBe(
			'You know about 80 of 100 cards when they come back. Intervals are about 3.3 times those at 90%, and more is learned again.',
		);
	});
});
