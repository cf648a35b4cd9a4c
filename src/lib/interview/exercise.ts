/** Short practices: one thing out of an interview, in five to ten minutes. */
import {
	INTERVIEW_LEVELS,
	type InterviewLevel,
	type Phase,
	type Step,
} from '../content/question-terms.ts';
import type { Question } from '../content/question.ts';
import { removableComponents } from './flawed-drawing.ts';
import { PHASE_OF } from './plan.ts';
import { stemsOf } from './word-forms.ts';

export const EXERCISES = ['clarify', 'estimate', 'probe', 'curveball', 'flaw', 'defend'] as const;
export type ExerciseKind = (typeof EXERCISES)[number];

export interface Exercise {
	kind: ExerciseKind;
	/** Id of the probe, curveball, decision or lacking component that it is about; '' for the others. */
	about: string;
}

/** The step whose time it takes. */
export const STEP_OF_EXERCISE: Readonly<Record<ExerciseKind, Step>> = {
	clarify: 'scope',
	estimate: 'numbers',
	probe: 'depth',
	curveball: 'depth',
	flaw: 'drawing',
	defend: 'depth',
};

export function phaseOfExercise(kind: ExerciseKind): Phase {
	return PHASE_OF[STEP_OF_EXERCISE[kind]];
}

/**
 * What a short practice of a question is about, another thing each time until all had their turn; undefined where
 * the question has nothing of the kind.
 * @param level nothing above it is chosen where there is anything else
 * @param before how many of this kind were done on this question
 */
export function chooseExercise(
	question: Question,
	kind: ExerciseKind,
	level: InterviewLevel,
	before: number,
): Exercise | undefined {
	if (kind === 'clarify' || kind === 'estimate') return { kind, about: '' };
	const subjects = subjectsOf(question, kind);
	const fitting = subjects.filter(
		(each) => INTERVIEW_LEVELS.indexOf(each.level) <= INTERVIEW_LEVELS.indexOf(level),
	);
	const among = fitting.length > 0 ? fitting : subjects;
	const about = among[before % among.length]?.id;
	return about === undefined ? undefined : { kind, about };
}

function subjectsOf(
	question: Question,
	kind: Exclude<ExerciseKind, 'clarify' | 'estimate'>,
): { id: string; level: InterviewLevel }[] {
	const mid = (id: string) => ({ id, level: 'mid' as const });
	if (kind === 'probe') return question.probes;
	if (kind === 'curveball') return question.curveballs;
	if (kind === 'defend') return question.decisions.map(({ id }) => mid(id));
	return removableComponents(question).map(mid);
}

/** The option of a decision that the reference did not take: the one that its reasons say least of. */
export function otherOption(question: Question, decision: string): string | undefined {
	const found = question.decisions.find(({ id }) => id === decision);
	if (!found) return undefined;
	const first = new Set(stemsOf(found.pick.split(/[.!?](?:\s|$)/)[0] ?? ''));
	const shares = found.options.map(({ o }) => {
		const stems = stemsOf(o);
		return { o, share: stems.filter((each) => first.has(each)).length / stems.length };
	});
	return shares.toSorted((a, b) => a.share - b.share)[0]?.o;
}
