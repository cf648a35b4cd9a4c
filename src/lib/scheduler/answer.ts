/** Answers a card: what each button would do, and what the pressed one does. */
import type { CardState } from './card-state.ts';
import type { AnswerContext, IntervalTrace, Outcome } from './outcome.ts';
import type { Grade, Review } from './review.ts';

/** What the caller adds to an answer. */
export interface EntryStamp {
	/** UUIDv7. */
	id: string;
	/** Id of this device. */
	dev: string;
	/** Milliseconds of answering. */
	duration: number;
	/** Whether the preset's answer cap holds: not for `say` and `diagram` cards. */
	capped: boolean;
}

export interface Answered {
	/** To append to the log. */
	review: Review;
	/** To store; `replay` of the log gives the same memory. */
	card: CardState;
	/** Whether this answer made it a leech (again): the card is marked, and suspended if so set. */
	becameLeech: boolean;
	trace: IntervalTrace;
}

/**
 * What each of the four buttons would do. Exactly what `answerCard` then does, given the same
 * context: chance is drawn from the card and its count of answers.
 */
export function previewAnswers(card: CardState, context: AnswerContext): Record<Grade, Outcome> {
	throw new Error(`Not written yet: ${card.id} ${context.now.day}`);
}

/**
 * Answers a card. Never throws for a state that is damaged or from the future: that is mended
 * first (see `mendMemory`), so that a card can always be answered.
 * @throws RangeError only for a grade other than 1 to 4
 */
export function answerCard(
	card: CardState,
	grade: Grade,
	context: AnswerContext,
	stamp: EntryStamp,
): Answered {
	throw new Error(`Not written yet: ${card.id} ${grade} ${context.now.day} ${stamp.id}`);
}
