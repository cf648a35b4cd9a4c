import { expect, test } from 'vitest';
import { fewInWords, verdictInWords, type FitShown } from './fit-words.ts';

const fit: FitShown = {
	...{ id: 'a', t: 0, trained: 800, held: 1200, weights: [], old: [], kept: null, applied: false },
	...{ before: { logLoss: 0.4123, rmse: 0.05 }, after: { logLoss: 0.39, rmse: 0.04 } },
};

test('a verdict says what was compared, on what, and why the old stay', () => {
	expect(verdictInWords(fit)).toBe(
		'The new parameters foretell better: on 1,200 answers that the fit had not seen, log loss falls from 0.4123 to 0.3900.',
	);
	expect(verdictInWords({ ...fit, kept: 'worse', held: 1 })).toMatch(
		/^Kept the old because they foretell better: on 1 answer that .* 0.4123 with them and 0.3900/,
	);
	expect(verdictInWords({ ...fit, kept: 'chance' })).toContain('may be chance');
	expect(verdictInWords({ ...fit, kept: 'same' })).toContain('the same parameters');
});

test('too little is said with what it would take', () => {
	expect(fewInWords(0, 40)).toMatch(/^No answer tells of memory yet, and a fit needs 40/);
	expect(fewInWords(1, 40)).toMatch(/^1 answer tells/);
	expect(fewInWords(12, 40)).toMatch(/^12 answers tell/);
});
