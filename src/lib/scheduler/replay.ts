/** Makes a card's memory from its log: the log is the truth, the stored state a cache of this. */
import { NEVER_SEEN, type Memory } from './card-state.ts';
import { dayAfter, elapsedDays } from './entry-order.ts';
import { isSoundMemory, nextMemory } from './memory-model.ts';
import { isAfterStart, memoryBefore, type MemoryStart } from './memory-start.ts';
import type { Phase, Review, ReviewKind } from './review.ts';
import { dateOfDay } from './study-day.ts';

const PHASES: ReadonlySet<Phase> = new Set(['new', 'learning', 'review', 'relearning']);
const GRADED: ReadonlySet<ReviewKind> = new Set(['learn', 'review', 'relearn']);
const UNGRADED: ReadonlySet<ReviewKind> = new Set(['cram', 'reset', 'reschedule']);
/** Last day of year 9999. */
const LAST_DAY = 2_932_896;

/** Whether an entry can be counted at all; entries from imports and backups may be anything. */
export function isSoundReview(review: Review): boolean {
	const { t, day, grade, kind, next, phase, left } = review;
	return (
		Number.isFinite(t) &&
		Math.abs(t) <= 8.64e15 &&
		Number.isInteger(day) &&
		Math.abs(day) <= LAST_DAY &&
		(GRADED.has(kind) ? grade >= 1 && grade <= 4 && Number.isInteger(grade) : UNGRADED.has(kind)) &&
		Number.isInteger(next) &&
		next >= -31_536_000 &&
		next <= 36_500 &&
		PHASES.has(phase) &&
		Number.isInteger(left) &&
		left >= 0
	);
}

/**
 * The memory after one more entry. Intervals, phase and steps are the entry's own; stability and
 * difficulty come from FSRS. Void entries and `cram` change nothing.
 */
export function applyReview(memory: Memory, review: Review, weights: readonly number[]): Memory {
	const { t, grade, kind, next, phase, left, id } = review;
	if (review.void || kind === 'cram') return memory;
	if (kind === 'reset') return { ...NEVER_SEEN, lastEntryT: t, lastReview: id };
	const day = dayAfter(memory.lastDay, review.day);
	const intraday = next < 0;
	const due = intraday ? t - next * 1000 : day + next;
	if (kind === 'reschedule' || grade === 0) {
		return { ...memory, phase, left, due, intraday, lastEntryT: t, lastReview: id };
	}
	const before = isSoundMemory(memory.stability, memory.difficulty) ? memory : null;
	const elapsed = elapsedDays(memory.lastDay, day);
	const { stability, difficulty } = nextMemory(before, elapsed, grade, weights);
	// One literal, since spreading here makes a replay of many entries twenty times slower.
	return {
		phase,
		stability,
		difficulty,
		left,
		due,
		intraday,
		interval: next > 0 ? next : memory.interval,
		reps: memory.reps + 1,
		lapses: memory.lapses + (kind === 'review' && grade === 1 ? 1 : 0),
		lastT: t,
		lastDay: day,
		lastEntryT: t,
		lastReview: id,
	};
}

function inOrder(a: Review, b: Review): number {
	return a.t - b.t || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * The memory of a card from all entries of its log, in any order: they are sorted by time and id.
 * Entries that cannot be (no number for a time, a grade of 7) are passed over.
 * @param start where the card stood before the log that is here; entries up to it are passed over
 */
export function replay(
	reviews: readonly Review[],
	weights: readonly number[],
	start?: MemoryStart,
): Memory {
	return reviews
		.filter((review) => isSoundReview(review) && isAfterStart(review, start))
		.sort(inOrder)
		.reduce((memory, review) => applyReview(memory, review, weights), memoryBefore(start));
}

const NAMES: { readonly [K in keyof Memory]: string } = {
	phase: 'Phase',
	stability: 'Stability',
	difficulty: 'Difficulty',
	left: 'Number of steps left',
	due: 'Due',
	intraday: 'Whether it is due within the day',
	interval: 'Interval',
	reps: 'Number of answers',
	lapses: 'Number of lapses',
	lastT: 'Time of the last answer',
	lastDay: 'Day of the last answer',
	lastEntryT: 'Time of the last entry',
	lastReview: 'Last entry',
};

/** One field in which a stored state differs from its log. */
export interface Difference {
	field: keyof Memory;
	stored: Memory[keyof Memory];
	replayed: Memory[keyof Memory];
	/** In words, such as `Due is 2026-11-24, by the log 2026-12-03`. */
	text: string;
}

function shown(field: keyof Memory, memory: Memory): string {
	const value: unknown = memory[field];
	if (typeof value !== 'number' || value === 0) return JSON.stringify(value) ?? 'missing';
	const instant =
		field === 'lastT' || field === 'lastEntryT' || (field === 'due' && memory.intraday);
	if (instant && Math.abs(value) <= 8.64e15) return new Date(value).toISOString();
	const isDay = field === 'lastDay' || (field === 'due' && !memory.intraday);
	if (isDay && Number.isInteger(value) && value > 0 && value < 2_932_896) return dateOfDay(value);
	return String(value);
}

/** Where the stored memory differs from the replayed one; empty when all is well. */
export function compareState(stored: Memory, replayed: Memory): Difference[] {
	const fields = Object.keys(NEVER_SEEN).filter((key): key is keyof Memory => key in NAMES);
	return fields
		.filter((field) => !Object.is(stored[field], replayed[field]))
		.map((field) => ({
			field,
			stored: stored[field],
			replayed: replayed[field],
			text: `${NAMES[field]} is ${shown(field, stored)}, by the log ${shown(field, replayed)}`,
		}));
}
