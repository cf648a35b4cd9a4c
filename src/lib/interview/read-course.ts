/** An interview from its events: how it stands, and what was said. */
import type { Question } from '../content/question.ts';
import { linesOf, type Line } from './conversation.ts';
import { applyEvent, newCourse, type Course } from './interview-course.ts';
import { inOrder, type InterviewEvent } from './interview-event.ts';

/** @param events in any order */
export function readCourse(
	events: readonly InterviewEvent[],
	question: Question,
): { course: Course; lines: Line[] } {
	let course = newCourse(question);
	const lines: Line[] = [];
	for (const event of inOrder(events)) {
		const next = applyEvent(course, event, question);
		lines.push(...linesOf(course, next, event, question));
		course = next;
	}
	return { course, lines };
}
