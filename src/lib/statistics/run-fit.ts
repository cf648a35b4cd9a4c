/** A fit of parameters from end to end: to the earlier answers, judged by the latest. */
import { packItems, type FitCard, type PackedItems } from './fit-history.ts';
import { judgeFit, splitByTime, type FitSplit, type FitVerdict } from './fit-verdict.ts';

export type FitResult =
	/** Too few answers that came a day or more after the one before. */
	{ kind: 'few'; answers: number } | ({ kind: 'judged'; cards: number } & FitSplit & FitVerdict);

/**
 * @param current weights in force
 * @param optimize the optimizer of FSRS: weights that fit these items
 * @throws what `optimize` throws
 */
export function runFit(
	cards: readonly FitCard[],
	current: readonly number[],
	optimize: (items: PackedItems) => readonly number[],
): FitResult {
	const split = splitByTime(cards);
	if (!split) return { kind: 'few', answers: packItems(cards, Infinity).lengths.length };
	const fitted = optimize(packItems(cards, split.from));
	const answered = cards.filter(({ length }) => length > 1).length;
	return { kind: 'judged', cards: answered, ...split, ...judgeFit(cards, split, current, fitted) };
}
