/** Cards and reviews as rows of an Anki collection of schema 11. */
import type { ImportedCard, ImportedReview } from '../imported.ts';
import type { ReviewKind } from '../../scheduler/review.ts';

const TYPES = { learning: 1, review: 2, relearning: 3 };
const KINDS: Record<ReviewKind, number> = {
	learn: 0,
	review: 1,
	relearn: 2,
	cram: 3,
	reset: 4,
	reschedule: 5,
};

export interface CardIds {
	id: number;
	note: number;
	deck: number;
}

/** @param dayZero study day of the collection's day 0; @param mod seconds since the epoch */
export function cardRow(
	card: ImportedCard,
	ids: CardIds,
	dayZero: number,
	mod: number,
	options: MemoryOptions,
): (number | string)[] {
	const { schedule, ordinal, position, flag } = card;
	const type = schedule ? TYPES[schedule.phase] : 0;
	const home = !schedule ? 0 : schedule.phase === 'review' ? 2 : schedule.intraday ? 1 : 3;
	const buried = { none: home, person: -3, sibling: -2 }[card.buried];
	const queue = card.suspended ? -1 : buried;
	const due = !schedule
		? position
		: schedule.intraday
			? Math.floor(schedule.due / 1000)
			: schedule.due - dayZero;
	const { interval = 0, ease = 0, reps = 0, lapses = 0, left = 0 } = schedule ?? {};
	// A card in its first steps has no ease yet; any other must have one, or Anki takes it for damaged.
	const usual = !schedule || schedule.phase === 'learning' ? 0 : 2.5;
	const factor = Math.round((ease || usual) * 1000);
	const head = [ids.id, ids.note, ids.deck, ordinal, mod, -1, type, queue, due, interval];
	return [...head, factor, reps, lapses, left * 1001, 0, 0, flag, dataOf(card, options)];
}

/** What the preset of a deck says of the memory of its cards. */
export interface MemoryOptions {
	desiredRetention: number;
	/** How fast it fades; without it Anki takes that of FSRS-5. */
	decay: number;
}

function dataOf(
	{ schedule, position }: ImportedCard,
	{ desiredRetention, decay }: MemoryOptions,
): string {
	if (!schedule) return '';
	const { memory, lastT } = schedule;
	return JSON.stringify({
		pos: position,
		...(memory
			? { s: memory.stability, d: memory.difficulty, dr: desiredRetention, decay: rounded(decay) }
			: {}),
		...(lastT > 0 ? { lrt: Math.floor(lastT / 1000) } : {}),
	});
}

/** As Anki keeps it. */
function rounded(decay: number): number {
	return Math.round(decay * 1000) / 1000;
}

/** An act by hand without a factor is a reset in Anki, any other a reschedule. */
export function reviewRow(review: ImportedReview, id: number, card: number): number[] {
	const { grade, next, before, factor, duration, kind } = review;
	const told = kind === 'cram' || kind === 'reset' ? 0 : factor;
	return [id, card, -1, grade, next, before, told, duration, KINDS[kind]];
}
