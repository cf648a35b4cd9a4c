/** What of a question a finished interview may show: where a part was practiced alone, the rest is kept for later. */
import type { Phase } from '../content/question-terms.ts';
import type { Question } from '../content/question.ts';
import type { ExerciseKind } from './exercise.ts';
import type { InterviewState } from './replay-interview.ts';

/** What one part of a result needs of the question. */
export const SHOWN = [
	'asked',
	'estimates',
	'design',
	'drawing',
	'requirements',
	'interface',
	'walk',
	'wrap-up',
] as const;
export type Shown = (typeof SHOWN)[number];
/** Those of them that stand in the model answer. */
export const MODEL_PARTS: readonly Shown[] = ['drawing', 'requirements', 'interface', 'walk'];

export interface PracticedPart {
	/** Nothing is kept back. */
	whole: boolean;
	shown: ReadonlySet<Shown>;
	/** Ids of decisions, probes and curveballs that may be shown with their answers. */
	decisions: readonly string[];
	probes: readonly string[];
	curveballs: readonly string[];
}

const BY_PHASE: Readonly<Record<Phase, readonly Shown[]>> = {
	clarify: ['asked', 'estimates', 'requirements'],
	'high-level': ['design', 'drawing', 'requirements', 'interface', 'walk'],
	'deep-dive': [],
	'wrap-up': ['wrap-up'],
};

const BY_EXERCISE: Readonly<Record<ExerciseKind, readonly Shown[]>> = {
	clarify: ['asked', 'requirements'],
	estimate: ['estimates'],
	probe: [],
	curveball: [],
	flaw: ['design', 'drawing'],
	defend: [],
};

/** What belongs to what was practiced; everything, in a whole interview. */
export function practicedPart(
	question: Question,
	{ plan, exercise, probes, curveballs }: InterviewState,
): PracticedPart {
	const phases = plan?.phases ?? [];
	const only = phases.length === 1 ? phases[0]?.phase : undefined;
	const whole = !exercise && only === undefined;
	const deep = whole || (!exercise && only === 'deep-dive');
	const shown = exercise ? BY_EXERCISE[exercise.kind] : only ? BY_PHASE[only] : SHOWN;
	const defended = exercise?.kind === 'defend' ? [exercise.about] : [];
	const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
	return {
		...{ whole, shown: new Set(shown) },
		decisions: deep ? ids(question.decisions) : defended,
		// Of a deep dive alone what did not come up may still come up.
		probes: whole ? ids(question.probes) : probes.map(({ probe }) => probe),
		curveballs: whole ? ids(question.curveballs) : curveballs.map(({ curveball }) => curveball),
	};
}

const EXERCISED: Readonly<Record<ExerciseKind, string>> = {
	clarify: 'the questions and the scope were',
	estimate: 'the estimates were',
	probe: 'one deep dive was',
	curveball: 'one change was',
	flaw: 'the drawing was',
	defend: 'one decision was',
};

const PHASED: Readonly<Record<Phase, string>> = {
	clarify: 'the first phase was',
	'high-level': 'the high-level design was',
	'deep-dive': 'the deep dive was',
	'wrap-up': 'the wrap-up was',
};

/** The line that says what is kept back; empty where nothing is. */
export function keptBack({ plan, exercise }: InterviewState): string {
	const phases = plan?.phases ?? [];
	const only = phases.length === 1 ? phases[0]?.phase : undefined;
	const what = exercise ? EXERCISED[exercise.kind] : only ? PHASED[only] : '';
	return what && `Only ${what} practiced; the rest of this question is kept for a whole interview.`;
}
