import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_PRESET } from './default-preset.ts';
import { retrievability } from './memory-model.ts';
import { recallCurve } from './recall-curve.ts';

test('the prepared curve is that of the model', () => {
	const decay = fc.double({ min: 0.1, max: 0.8, noNaN: true });
	const stability = fc.double({ min: 0.01, max: 30_000, noNaN: true });
	fc.assert(
		fc.property(decay, stability, fc.integer({ min: -2, max: 40_000 }), (w, s, days) => {
			const weights = DEFAULT_PRESET.weights.with(20, w);
			expect(recallCurve(weights)(s, days)).toBeCloseTo(retrievability(s, days, weights), 6);
		}),
	);
});
