import { expect, test } from 'vitest';
import { DEFAULT_PRESET, validatePreset } from '../scheduler/default-preset.ts';
import { soundWeights } from '../scheduler/sound-weights.ts';
import { cardsOfPerson, OTHER_PERSON } from './fit.fixture.ts';
import { askedTimes, type FitCard } from './fit-history.ts';
import { judgeFit, LEAST_ANSWERS, splitByTime } from './fit-verdict.ts';

const { weights } = DEFAULT_PRESET;
const pairs = (count: number, t: (at: number) => number): FitCard[] =>
	Array.from({ length: count }, (_, at) => [
		{ grade: 3, elapsed: 0, t: 0 },
		{ grade: 3, elapsed: 2, t: t(at) },
	]);

test('the latest fifth is held out, answers of one instant together', () => {
	expect(splitByTime(pairs(100, (at) => at + 1))).toEqual({ from: 81, trained: 80, held: 20 });
	const from = 70;
	expect(splitByTime(pairs(100, (at) => Math.min(from, at + 1)))).toEqual({
		...{ from, trained: 69, held: 31 },
	});
	expect(splitByTime(pairs(LEAST_ANSWERS - 1, (at) => at))).toBeUndefined();
	expect(splitByTime([])).toBeUndefined();
});

test('parameters that foretell better are taken, others not', () => {
	const cards = cardsOfPerson(OTHER_PERSON, 400);
	const split = splitByTime(cards)!;
	const better = judgeFit(cards, split, weights, OTHER_PERSON);
	expect(better.kept).toBeNull();
	expect(better.after.logLoss).toBeLessThan(better.before.logLoss);
	expect(better.before.answers).toBe(split.held);
	expect(judgeFit(cards, split, OTHER_PERSON, weights).kept).toBe('worse');
	expect(judgeFit(cards, split, weights, weights).kept).toBe('same');
});

test('a gain within its own error is taken for chance', () => {
	const cards = cardsOfPerson(weights, 60, { seed: 4 });
	const times = askedTimes(cards);
	const split = { from: times[0]!, trained: 0, held: times.length };
	const near = weights.map((weight, at) => (at === 3 ? weight * 1.02 : weight));
	const verdicts = [judgeFit(cards, split, weights, near), judgeFit(cards, split, near, weights)];
	expect(verdicts.map(({ kept }) => kept).sort()).toEqual(['chance', 'worse']);
});

test('weights are brought into the form in which they are kept', () => {
	const float32 = [...Float32Array.from(weights)];
	expect(soundWeights(float32, weights)).toEqual(weights);
	const wild = weights.map((weight, at) => (at === 4 ? 99 : at === 5 ? NaN : weight));
	const sound = soundWeights(wild, weights);
	expect(sound[4]).toBe(10);
	expect(sound[5]).toBe(weights[5]);
	expect('preset' in validatePreset({ ...DEFAULT_PRESET, weights: sound })).toBe(true);
	expect(soundWeights([1, 2], weights)).toEqual(weights);
});
