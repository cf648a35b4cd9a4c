/** How ready one is for an interview question: what is recalled, how estimates go, what the last interview showed. */
import { needsAt, type QuestionNeeds } from '../content/question-needs.ts';
import type { Dimension } from '../content/dimension.ts';
import type { InterviewLevel } from '../content/question-terms.ts';
import type { Moment } from '../scheduler/study-day.ts';
import {
	estimateReadiness,
	type EstimateReadiness,
	type EstimateRecord,
} from './estimate-record.ts';
import {
	interviewReadiness,
	type InterviewReadiness,
	type JudgedAttempt,
} from './interview-evidence.ts';
import { patternRecalls, type NeededCard, type PatternRecall } from './pattern-recall.ts';
import type { Range } from './range.ts';

/** What is known of the person, whatever the question. */
export interface Knowledge {
	aim: InterviewLevel;
	/** Cards of a pattern that are offered, in the order in which they are met. */
	cardsOf: (pattern: string) => readonly NeededCard[];
	estimates: ReadonlyMap<Dimension, EstimateRecord>;
	/** FSRS parameters. */
	weights: readonly number[];
	now: Moment;
}

export interface QuestionReadiness extends Range {
	/** The heaviest first. */
	patterns: PatternRecall[];
	/** Mean recall of the patterns by their weight, 0 to 1. */
	recall: number;
	estimates: EstimateReadiness;
	/** Undefined where no whole interview was judged. */
	interview: InterviewReadiness | undefined;
}

/**
 * What each part counts for, summing to 1: our judgment. Half is to know what is needed, a third to have shown it
 * against the clock.
 */
export const SHARES = { patterns: 0.5, estimates: 0.15, interview: 0.35 } as const;

/**
 * The three parts and the range of the whole. What is not known counts as nothing at the low end and as all at the
 * high end. Nothing that is learned lowers either end.
 * @param attempt the last whole interview with the question that was judged
 */
export function questionReadiness(
	needs: QuestionNeeds,
	knowledge: Knowledge,
	attempt: JudgedAttempt | undefined,
): QuestionReadiness {
	const { aim, cardsOf, now } = knowledge;
	const patterns = patternRecalls(needsAt(needs, aim), cardsOf, knowledge);
	const recall = patterns.reduce((sum, { weight, recall: own }) => sum + weight * own, 0);
	const estimates = estimateReadiness(needs.amounts, knowledge.estimates);
	const interview = attempt && interviewReadiness(attempt, aim, now.day);
	const whole = (estimate: number, shown: number) =>
		SHARES.patterns * recall + SHARES.estimates * estimate + SHARES.interview * shown;
	return {
		low: whole(estimates.low, interview?.low ?? 0),
		high: whole(estimates.high, interview?.high ?? 1),
		...{ patterns, recall, estimates, interview },
	};
}
