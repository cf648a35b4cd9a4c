import { expect, test } from 'vitest';
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import { nextMemory, retrievability } from '../scheduler/memory-model.ts';
import type { Grade } from '../scheduler/review.ts';
import { cardsOfPerson, OTHER_PERSON } from './fit.fixture.ts';
import type { FitCard } from './fit-history.ts';
import { fitScore, foretell, losses, lossOf } from './fit-score.ts';
import { earlierCards, NATIVE_FITS } from './native-fit.fixture.ts';

const { weights } = DEFAULT_PRESET;
const card = (...answers: [Grade, number][]): FitCard =>
	answers.map(([grade, elapsed], t) => ({ grade, elapsed, t }));

test('log loss and RMSE by hand', () => {
	const cards = ([1, 3, 3, 3] as const).map((grade) => card([3, 0], [grade, 3]));
	const first = nextMemory(null, 0, 3, weights);
	const recall = retrievability(first.stability, 3, weights);
	const score = fitScore(cards, weights);
	expect(score.logLoss).toBeCloseTo(-(3 * Math.log(recall) + Math.log(1 - recall)) / 4, 10);
	// All four lie in one bin, in which three of four were recalled.
	expect(score.rmse).toBeCloseTo(Math.abs(recall - 0.75), 10);
	expect(fitScore([], weights)).toEqual({ logLoss: 0, rmse: 0, answers: 0 });
});

test('bins tell delays, lengths and lapses apart', () => {
	const cards = [card([3, 0], [3, 3]), card([3, 0], [1, 3]), card([3, 0], [1, 40])];
	const { stability } = nextMemory(null, 0, 3, weights);
	const [near, far] = [
		retrievability(stability, 3, weights),
		retrievability(stability, 40, weights),
	];
	const squares = 2 * (near - 0.5) ** 2 + far ** 2;
	expect(fitScore(cards, weights).rmse).toBeCloseTo(Math.sqrt(squares / 3), 10);
});

test('only answers from a time on are foretold, by all that was before', () => {
	const cards = [card([3, 0], [3, 3], [1, 8])];
	expect(losses(cards, weights)).toHaveLength(2);
	expect(losses(cards, weights, 2)).toEqual(losses(cards, weights).slice(1));
});

test('agrees with fsrs-rs (training.rs, test_loss_and_grad): a loss of 4.0466027 over four answers', () => {
	const cards = [
		card([1, 0], [3, 0], [1, 0], [4, 0], [3, 1], [2, 3], [3, 4]),
		card([2, 0], [4, 0], [4, 0], [3, 1], [1, 3], [3, 6], [3, 11]),
		card([3, 0], [2, 0], [4, 0], [3, 1], [3, 3], [3, 6], [3, 12]),
		card([4, 0], [4, 0], [3, 1], [3, 3], [3, 5], [4, 12], [1, 23]),
	];
	const last = cards.map((each) => losses([each], weights).at(-1) ?? 0);
	expect(last.reduce((sum, loss) => sum + loss, 0)).toBeCloseTo(4.0466027, 5);
});

/** As the native `evaluate` scores: later answers weigh more. */
function nativeScore(cards: readonly FitCard[], parameters: readonly number[]) {
	const all = foretell(cards, parameters).sort((a, b) => a.t - b.t);
	const bins = new Map<string, { off: number; answers: number; weight: number }>();
	let [loss, sum] = [0, 0];
	for (const [at, each] of all.entries()) {
		const weight = 0.25 + 0.75 * (at / (all.length - 1)) ** 3;
		const bin = bins.get(each.bin) ?? { off: 0, answers: 0, weight: 0 };
		bin.off += each.recall - each.recalled;
		bin.answers += 1;
		bin.weight += weight;
		bins.set(each.bin, bin);
		loss += weight * lossOf(each);
		sum += weight;
	}
	const squares = [...bins.values()].map(({ off, answers, weight }) => {
		return weight * (off / answers) ** 2;
	});
	const rmse = Math.sqrt(squares.reduce((total, each) => total + each, 0) / sum);
	return { answers: all.length, logLoss: loss / sum, rmse };
}

test.each(NATIVE_FITS)(
	'foretells as the native fsrs-rs does over 12,800 items, in the same bins: $name',
	({ person, items, weights: found, before, after }) => {
		const cards = earlierCards(person);
		for (const [parameters, [logLoss, rmse]] of [
			[weights, before],
			[found, after],
		] as const) {
			const score = nativeScore(cards, parameters);
			expect(score.answers).toBe(items);
			expect(score.logLoss).toBeCloseTo(logLoss, 5);
			expect(score.rmse).toBeCloseTo(rmse, 4);
		}
	},
);

test('the parameters by which a person forgets foretell better than others', () => {
	const cards = cardsOfPerson(OTHER_PERSON, 300);
	const [right, usual] = [fitScore(cards, OTHER_PERSON), fitScore(cards, weights)];
	expect(right.logLoss).toBeLessThan(usual.logLoss);
	expect(right.rmse).toBeLessThan(usual.rmse);
	expect(right.rmse).toBeLessThan(0.05);
});
