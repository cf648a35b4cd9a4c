/** Everything that was said in an interview, from its facts. */
import type { Question } from '../content/question.ts';
import type { Line } from './conversation.ts';
import type { InterviewEvent } from './interview-event.ts';
import { readCourse } from './read-course.ts';

/** The conversation in its order. */
export function wholeConversation(question: Question, events: readonly InterviewEvent[]): Line[] {
	return readCourse(events, question).lines;
}
