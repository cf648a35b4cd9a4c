/** Recall against what was aimed at, where decks aim at different shares. */
import type { LogCount } from './log-count.ts';
import { sumsByDeck, type LogRange } from './log-range.ts';
import { retentionIn, type Recall } from './retention.ts';

/** The cards that came back and aim at the same share. */
export interface AimedRecall extends Recall {
	/** Desired retention, 0 to 1. */
	target: number;
}

export interface Aim {
	/**
	 * What is aimed at of all of them together, 0 to 1: the mean of each card's own target. `null` where
	 * nothing came back.
	 */
	target: number | null;
	/** Each target with its cards, the highest first. */
	parts: AimedRecall[];
}

/**
 * What the cards that came back were to be recalled at, each by the desired retention of its own deck.
 * @param targetOf the desired retention in force for a deck, 0 to 1
 */
export function aimIn(count: LogCount, range: LogRange, targetOf: (deck: string) => number): Aim {
	const parts = new Map<number, AimedRecall>();
	for (const [deck, sums] of sumsByDeck(count, range)) {
		const { all } = retentionIn(sums);
		if (all.asked === 0) continue;
		const target = targetOf(deck);
		const { asked, recalled } = parts.get(target) ?? { asked: 0, recalled: 0 };
		parts.set(target, {
			target,
			asked: asked + all.asked,
			recalled: recalled + all.recalled,
		});
	}
	const list = [...parts.values()].sort((a, b) => b.target - a.target);
	const asked = list.reduce((sum, each) => sum + each.asked, 0);
	const aimed = list.reduce((sum, each) => sum + each.asked * each.target, 0);
	// Divided, even a single target would come out with a rounding error.
	const target = list.length > 1 ? aimed / asked : (list[0]?.target ?? null);
	return { target, parts: list };
}
