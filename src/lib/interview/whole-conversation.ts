/** Everything that was said in an interview, from its facts. */
import type { Question } from '../content/question.ts';
import { linesOf, type Line } from './conversation.ts';
import { applyEvent, newCourse } from './interview-course.ts';
import { inOrder, type InterviewEvent } from './interview-event.ts';

/** The conversation in its order. */
export function wholeConversation(question: Question, events: readonly InterviewEvent[]): Line[] {
	let course = newCourse(question);
	return inOrder(events).flatMap((event) => {
		const before = course;
		course = applyEvent(before, event, question);
		return linesOf(before, course, event, question);
	});
}
