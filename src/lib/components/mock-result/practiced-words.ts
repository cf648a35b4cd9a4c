/** What of an interview was practiced alone: its name, and the address query that sets the same up again. */
import type { Phase } from '$lib/content/question-terms.ts';
import type { Exercise } from '$lib/interview/exercise.ts';
import { EXERCISE_NAMES } from '../mock/interview-words.ts';
import { PHASE_NAMES } from '$lib/interview/part-names.ts';

export interface PracticedRow {
	only?: Phase;
	exercise?: Exercise;
}

/** `Estimate only`, `Deep dive alone`; empty for a whole interview. */
export function practicedName({ only, exercise }: PracticedRow): string {
	if (exercise) return EXERCISE_NAMES[exercise.kind];
	return only ? `${PHASE_NAMES[only]} alone` : '';
}

/** The query of the page where an interview is set up, for the same part of the same question. */
export function againQuery({ question, only, exercise }: PracticedRow & { question: string }) {
	return new URLSearchParams({
		question,
		// A short practice names its phase by itself.
		...(exercise ? { exercise: exercise.kind } : only ? { only } : {}),
	});
}
