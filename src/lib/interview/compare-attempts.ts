/** What changed from one attempt at a question to another. */
import { RUBRIC_DIMENSIONS, type Phase, type RubricDimension } from '../content/question-terms.ts';
import type { Question } from '../content/question.ts';
import { PHASE_OF } from './plan.ts';
import { timeByStep, type InterviewState } from './replay-interview.ts';
import type { Reached } from './score-interview.ts';

export interface Attempt {
	/** At its end. */
	state: InterviewState;
	/** Empty before it was judged. */
	reached: Readonly<Partial<Record<RubricDimension, Reached>>>;
	estimates: readonly AttemptEstimate[];
}

export interface AttemptEstimate {
	id: string;
	/** The line that was taken for it; '' where there was none. */
	text: string;
	right: boolean;
}

/** One thing in both attempts; what an attempt does not have is undefined there. */
export interface Pair<T> {
	before: T | undefined;
	after: T | undefined;
}

export interface AttemptComparison {
	dimensions: ({ dimension: RubricDimension } & Pair<Reached>)[];
	/** In milliseconds. */
	phases: ({ phase: Phase } & Pair<{ spent: number; budget: number }>)[];
	/** Must-ask questions, and all that were asked, with the moment in milliseconds of the interview. */
	questions: ({ id: string; ask: string; must: boolean } & Pair<number>)[];
	/** Components of the reference, each with the label of its box. */
	components: ({ id: string; name: string; must: boolean } & Pair<string>)[];
	/** Must-haves: whether they have their path. */
	requirements: ({ id: string; t: string } & Pair<boolean>)[];
	estimates: ({ id: string; ask: string } & Pair<AttemptEstimate>)[];
}

/** Compares two attempts at the same question; nothing that neither of them has, apart from what is a must. */
export function compareAttempts(
	question: Question,
	before: Attempt,
	after: Attempt,
): AttemptComparison {
	const pair = <T>(of: (attempt: Attempt) => T | undefined): Pair<T> => ({
		...{ before: of(before), after: of(after) },
	});
	const phases = [before, after].flatMap(({ state }) => state.plan?.phases ?? []);
	return {
		dimensions: RUBRIC_DIMENSIONS.map((dimension) => ({
			...{ dimension, ...pair(({ reached }) => reached[dimension]) },
		})).filter(isAnywhere),
		phases: [...new Set(phases.map(({ phase }) => phase))].map((phase) => ({
			...{ phase, ...pair(({ state }) => phaseTime(state, phase)) },
		})),
		questions: question.clarify
			.map(({ id, ask, need }) => ({
				...{ id, ask, must: need === 'must' },
				...pair(({ state }) => state.asked.find(({ answers }) => answers === id)?.at),
			}))
			.filter((each) => each.must || isAnywhere(each)),
		components: question.design.components
			.map(({ id, name, need }) => ({
				...{ id, name, must: need === 'must' },
				...pair(({ state }) => boxOf(state, id)),
			}))
			.filter((each) => each.must || isAnywhere(each)),
		requirements: question.requirements.must.map(({ id, t }) => ({
			...{ id, t, ...pair(({ state }) => !state.untraced.includes(id)) },
		})),
		estimates: question.estimates.map(({ id, ask }) => ({
			...{ id, ask },
			...pair(({ estimates }) => estimates.find((each) => each.id === id && each.text !== '')),
		})),
	};
}

function isAnywhere({ before, after }: Pair<unknown>): boolean {
	return before !== undefined || after !== undefined;
}

function phaseTime(
	state: InterviewState,
	phase: Phase,
): { spent: number; budget: number } | undefined {
	const steps = timeByStep(state).filter(({ step }) => PHASE_OF[step] === phase);
	if (steps.length === 0) return undefined;
	return {
		spent: steps.reduce((sum, each) => sum + each.spent, 0),
		budget: steps.reduce((sum, each) => sum + each.budget, 0),
	};
}

function boxOf({ coverage }: InterviewState, id: string): string | undefined {
	return coverage.found.find(({ component }) => component === id)?.node.label;
}
