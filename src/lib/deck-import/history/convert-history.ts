/** Makes the log of a card, from wherever it comes, one that our replay understands. */
import { memoryFromSm2 } from '../../scheduler/sm2-memory.ts';
import type { MemoryStart } from '../../scheduler/memory-start.ts';
import type { Phase, Review } from '../../scheduler/review.ts';
import type { ImportedCard, ImportedReview, ImportedSchedule } from '../imported.ts';
import { retrievedPhase } from './phase-after.ts';
import type { StudyDays } from './study-days.ts';

/** An entry of the log; whoever stores it adds ids, the device and the parameters. */
export type HistoryReview = Omit<Review, 'id' | 'cardId' | 'params' | 'dev' | 'void'>;

/** What was known of a card before the first entry of its log, or without any log. */
export type HistoryStart = MemoryStart;

export interface CardHistory {
	/** By time; `replay` of them ends at the due date of the file. */
	reviews: HistoryReview[];
	/** Absent where the log reaches back to the first answer; else it stands in place of all entries up to its `t`. */
	start?: HistoryStart;
}

export interface HistoryContext {
	days: StudyDays;
	/** Of the preset of the card. */
	weights: readonly number[];
	/** ms since the epoch. */
	now: number;
	/** At which SM-2's intervals were given; 0.9 where nobody knows. */
	retention: number;
	/** The log itself notes each time that a card was forgotten, as ours does. */
	notesResets?: boolean;
}

const GRADED = new Set(['learn', 'review', 'relearn']);

/**
 * The history of one card.
 *
 * Everything is kept as a fact. Where an old program forgot a card without noting it, a reset is put
 * before the last time that it was learned; where the file moved the due date after the last answer, a
 * reschedule is put at the end. So replaying gives the state that the file shows.
 * @param reviews of this card, by time
 */
export function convertHistory(
	card: ImportedCard,
	reviews: readonly ImportedReview[],
	context: HistoryContext,
): CardHistory {
	const { schedule } = card;
	const log = context.notesResets ? reviews : withReset(reviews);
	const entries = log.map((review, at, all) => entryOf(review, all[at + 1], schedule, context));
	const start = card.start ?? startOf(reviews, schedule, context);
	if (!schedule) return { reviews: entries };
	const last = entries.findLast(({ kind }) => kind !== 'cram');
	const moved = last && !schedule.intraday ? movedTo(schedule, last, entries.at(-1)!) : undefined;
	const all = moved ? [...entries, moved] : entries;
	return { reviews: all, ...(start ? { start: standing(start, all, schedule) } : {}) };
}

/** The start with the place where the card stands, where no entry says that. */
function standing(
	start: HistoryStart,
	entries: readonly HistoryReview[],
	{ phase, left, due, intraday }: ImportedSchedule,
): HistoryStart {
	const moved = entries.some(({ kind, t }) => kind !== 'cram' && t > start.t);
	return moved ? start : { ...start, phase, left: leftIn(phase, left), due, intraday };
}

/** Steps that are left, of which a card that is in them has one at least. */
function leftIn(phase: Phase, left: number): number {
	return phase === 'learning' || phase === 'relearning' ? Math.max(1, left) : 0;
}

/** The log with a reset before the last block of learning, where answers of before would count else. */
function withReset(reviews: readonly ImportedReview[]): ImportedReview[] {
	let from = -1;
	let before: ImportedReview['kind'] | undefined;
	reviews.forEach(({ kind }, at) => {
		if (kind === 'learn' && before !== 'learn') from = at;
		// Neither takes a card out of its steps.
		if (kind !== 'cram' && kind !== 'reschedule') before = kind;
	});
	const known = reviews.slice(0, Math.max(from, 0));
	const forgotten = known.findLastIndex(({ kind }) => kind === 'reset');
	if (!known.slice(forgotten + 1).some(({ kind }) => GRADED.has(kind))) return [...reviews];
	const first = reviews[from]!;
	const reset: ImportedReview = {
		...{ ...first, t: first.t - 1, grade: 0, kind: 'reset' },
		...{ duration: 0, next: 0, before: 0, factor: 0 },
	};
	return [...known, reset, ...reviews.slice(from)];
}

function entryOf(
	review: ImportedReview,
	after: ImportedReview | undefined,
	schedule: ImportedSchedule | undefined,
	{ days }: HistoryContext,
): HistoryReview {
	const { t, grade, kind, duration, next } = review;
	const phase = retrievedPhase(review, after, schedule);
	const left = after === undefined ? (schedule?.left ?? 1) : 1;
	return {
		...{ t, tz: days.offset(t), day: days.day(t), grade, kind, duration },
		next: kind === 'cram' || kind === 'reset' ? 0 : next,
		...{ phase, left: leftIn(phase, left) },
	};
}

/** The entry that moves the date to that of the file; undefined where it stands there already. */
function movedTo(
	{ due, phase, left }: ImportedSchedule,
	last: HistoryReview,
	final: HistoryReview,
): HistoryReview | undefined {
	const stands = last.day + last.next === due && last.phase === phase && last.kind !== 'reset';
	if ((last.next > 0 || last.kind === 'reschedule') && stands) return undefined;
	const { tz, day } = final;
	const next = Math.min(Math.max(0, due - day), 36_500);
	const entry = { t: final.t + 1, tz, day, grade: 0, kind: 'reschedule', duration: 0 } as const;
	return { ...entry, next, phase, left: leftIn(phase, left) };
}

/** How often the card had been answered and forgotten, as the file counts beyond the entries `after` the start. */
function countsBefore(
	schedule: ImportedSchedule | undefined,
	after: readonly ImportedReview[],
): Pick<HistoryStart, 'reps' | 'lapses'> {
	const { reps = 0, lapses = 0 } = schedule ?? {};
	const forgotten = after.filter(({ kind, grade }) => kind === 'review' && grade === 1).length;
	return { reps: Math.max(1, reps - after.length), lapses: Math.max(0, lapses - forgotten) };
}

/** The starting point where the log does not reach back to the first answer. */
function startOf(
	reviews: readonly ImportedReview[],
	schedule: ImportedSchedule | undefined,
	context: HistoryContext,
): HistoryStart | undefined {
	const counted = reviews.slice(reviews.findLastIndex(({ kind }) => kind === 'reset') + 1);
	const graded = counted.filter(({ kind }) => GRADED.has(kind));
	if (graded.some(({ kind }) => kind === 'learn')) return undefined;
	const first = graded.find(({ next }) => next > 0);
	if (graded.length > 0 && !first) return undefined;
	const dayOf = (t: number) => context.days.day(t);
	const { retention, weights } = context;
	if (first) {
		const ease = first.factor / 1000;
		const memory = memoryFromSm2(ease, first.next, retention, weights);
		const { t, next: interval } = first;
		const counts = countsBefore(
			schedule,
			graded.filter((entry) => entry.t > t),
		);
		return { ...memory, t, day: dayOf(t), interval, ...counts, factor: first.factor };
	}
	// A card in its first steps has no memory worth a guess.
	if (!schedule || (schedule.phase === 'learning' && !schedule.memory)) return undefined;
	const { interval, ease, reps, lapses, due, intraday } = schedule;
	const memory = schedule.memory ?? memoryFromSm2(ease || 2.5, interval, retention, weights);
	const dueDay = intraday ? dayOf(due) : due;
	const today = dayOf(context.now);
	const day = schedule.lastT > 0 ? dayOf(schedule.lastT) : Math.min(dueDay - interval, today);
	const t = schedule.lastT || day * 86_400_000 + 43_200_000;
	return { ...memory, t, day, interval, reps, lapses };
}
