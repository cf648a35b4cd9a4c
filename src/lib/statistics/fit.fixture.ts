/** Histories of people whose memory is known, for tests of the fit. */
import { DEFAULT_PRESET } from '../scheduler/default-preset.ts';
import {
	intervalDays,
	nextMemory,
	retrievability,
	type MemoryState,
} from '../scheduler/memory-model.ts';
import type { Grade } from '../scheduler/review.ts';
import { chance } from '../scheduler/seed.ts';
import type { FitAnswer, FitCard } from './fit-history.ts';

const DAY = 86_400_000;

const personOf = (own: Readonly<Record<number, number>>): readonly number[] =>
	DEFAULT_PRESET.weights.map((weight, at) => own[at] ?? weight);

/** Weights of a person who learns more slowly from the start and forgets otherwise than most. */
export const OTHER_PERSON = personOf({ 0: 0.6, 2: 6, 3: 20, 8: 1.3, 20: 0.25 });
/** Of one who forgets new things much sooner than most. */
export const QUICK_TO_FORGET = personOf({ 0: 0.1, 1: 0.4, 2: 0.9, 3: 3, 8: 1, 20: 0.3 });
/** Of one who keeps all of it much longer. */
export const SLOW_TO_FORGET = personOf({ 0: 1, 1: 4, 2: 9, 3: 30, 8: 2.4, 20: 0.1 });

/**
 * Cards studied by the default schedule by someone who forgets by `weights`. Intervals are spread
 * widely, as a fit needs early and late answers.
 */
export function cardsOfPerson(
	weights: readonly number[],
	count: number,
	{ answers = 8, seed = 1 }: { answers?: number; seed?: number } = {},
): FitCard[] {
	return Array.from({ length: count }, (_, card): FitCard => {
		const draw = (what: string, at: number) => chance(seed, card, what, at);
		const list: FitAnswer[] = [];
		/** As it is, and as the schedule takes it to be. */
		const stand: Record<'true' | 'taken', MemoryState | null> = { true: null, taken: null };
		let day = Math.floor((card / count) * 200);
		const answer = (grade: Grade, elapsed: number) => {
			list.push({ grade, elapsed, t: day * DAY + list.length });
			stand.true = nextMemory(stand.true, elapsed, grade, weights);
			stand.taken = nextMemory(stand.taken, elapsed, grade, DEFAULT_PRESET.weights);
			if (grade === 1) answer(3, 0);
		};
		answer(gradeAt(draw('first', 0), [0.2, 0.3, 0.85]), 0);
		for (let at = 0; at < answers; at += 1) {
			const scheduled = intervalDays(stand.taken?.stability ?? 1, 0.9, DEFAULT_PRESET.weights);
			const elapsed = Math.max(1, Math.round(scheduled * (0.7 + 0.6 * draw('late', at))));
			day += elapsed;
			const recall = retrievability(stand.true?.stability ?? 1, elapsed, weights);
			const recalled = draw('recall', at) < recall;
			answer(recalled ? gradeAt(draw('grade', at), [0, 0.12, 0.9]) : 1, elapsed);
		}
		return list;
	});
}

function gradeAt(draw: number, [again = 0, hard = 0, good = 0]: number[]): Grade {
	return draw < again ? 1 : draw < hard ? 2 : draw < good ? 3 : 4;
}
