/** Which parts an interviewer could go into still. */
import type { Question } from '../content/question.ts';
import type { Course } from './interview-course.ts';
import { nextProbe } from './pacing.ts';

/** Ids of the probes of the course's level that were not asked, in the order in which they would come. */
export function openProbes(course: Course, question: Question): string[] {
	const open: string[] = [];
	let rest = question.probes;
	for (;;) {
		const next = nextProbe(course, { ...question, probes: rest });
		if (next === undefined) return open;
		open.push(next);
		rest = rest.filter(({ id }) => id !== next);
	}
}
