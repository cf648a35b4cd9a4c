/** Answers a card: what each button would do, and what the pressed one does. */
import type { CardState } from './card-state.ts';
import { parametersId } from './default-preset.ts';
import { dayAfter, stampAfter } from './entry-order.ts';
import { isLeechAt } from './leech.ts';
import { mendMemory } from './mend-memory.ts';
import type { AnswerContext, IntervalTrace, Outcome } from './outcome.ts';
import { outcomesOf } from './outcomes.ts';
import { applyReview } from './replay.ts';
import type { Grade, Phase, Review, ReviewKind } from './review.ts';

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

const KIND_IN: Record<Phase, ReviewKind> = {
	new: 'learn',
	learning: 'learn',
	review: 'review',
	relearning: 'relearn',
};

function mended(card: CardState, context: AnswerContext): CardState {
	const { memory } = mendMemory(card, context.now);
	return memory === card ? card : { ...card, ...memory };
}

/**
 * What each of the four buttons would do. Exactly what `answerCard` then does, given the same
 * context: chance is drawn from the card and its count of answers. (A step's instant moves with
 * the clock, of course.)
 */
export function previewAnswers(card: CardState, context: AnswerContext): Record<Grade, Outcome> {
	return outcomesOf(mended(card, context), context);
}

function countedDuration(stamp: EntryStamp, capSeconds: number): number {
	const spent = Number.isFinite(stamp.duration) ? Math.max(0, Math.round(stamp.duration)) : 0;
	return stamp.capped ? Math.min(spent, capSeconds * 1000) : spent;
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
	const { now, preset } = context;
	const before = mended(card, context);
	const outcome: Outcome | undefined = outcomesOf(before, context)[grade];
	if (!outcome) throw new RangeError(`Grade ${String(grade)}: 1, 2, 3 or 4 is expected`);
	const review: Review = {
		id: stamp.id,
		cardId: card.id,
		t: stampAfter(before.lastEntryT, now.t),
		tz: now.tz,
		day: dayAfter(before.lastDay, now.day),
		grade,
		kind: KIND_IN[before.phase],
		duration: countedDuration(stamp, preset.answerCap),
		next: outcome.next,
		phase: outcome.phase,
		left: outcome.left,
		params: parametersId(preset.weights),
		dev: stamp.dev,
	};
	const memory = applyReview(before, review, preset.weights);
	const becameLeech =
		memory.lapses > before.lapses && isLeechAt(memory.lapses, preset.leechThreshold);
	return {
		review,
		card: {
			...before,
			...memory,
			leech: before.leech || becameLeech,
			suspended: before.suspended || (becameLeech && preset.leechAction === 'suspend'),
		},
		becameLeech,
		trace: outcome.trace,
	};
}
