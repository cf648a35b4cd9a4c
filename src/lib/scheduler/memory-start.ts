/** Where a card stood before the first entry of its log that counts: of histories that were brought cut short. */
import { NEVER_SEEN, type Memory } from './card-state.ts';
import { clampMemory, isSoundMemory, type MemoryState } from './memory-model.ts';
import type { Phase, Review } from './review.ts';

/** It stands in place of all entries up to its `t`. */
export interface MemoryStart extends MemoryState {
	/** ms since the epoch. */
	t: number;
	/** Study day. */
	day: number;
	/** Days. */
	interval: number;
	reps: number;
	lapses: number;
	/** Where the card stands while no entry follows; without these it waits for the end of its interval. */
	phase?: Exclude<Phase, 'new'>;
	left?: number;
	/** Study day number, or ms since the epoch while `intraday`. */
	due?: number;
	intraday?: boolean;
	/** Of SM-2 in thousandths, from which the memory was reckoned; for who takes the history elsewhere. */
	factor?: number;
}

/** Whether a card can begin there; what comes from files may be anything. */
export function isSoundStart(start: MemoryStart): boolean {
	const { t, day, interval, reps, lapses, left = 0, due = 0 } = start;
	const times = [t, day, due].every((value) => Number.isFinite(value) && Math.abs(value) < 8.64e15);
	const counts = [interval, reps, lapses, left].every((value) => value >= 0 && value < 1e6);
	return times && counts && isSoundMemory(start.stability, start.difficulty);
}

/** The memory of a card that stands at its start. */
export function memoryAt(start: MemoryStart): Memory {
	const { t, day, interval, reps, lapses, phase = 'review', left = 0, intraday = false } = start;
	return {
		...{ phase, ...clampMemory(start), left, due: start.due ?? day + interval, intraday, interval },
		...{ reps, lapses, lastT: t, lastDay: day, lastEntryT: t, lastReview: '' },
	};
}

/** The memory before the first entry. */
export function memoryBefore(start: MemoryStart | undefined): Memory {
	return start && isSoundStart(start) ? memoryAt(start) : NEVER_SEEN;
}

/** Whether an entry comes after the start, and not before it as one of those that it stands for. */
export function isAfterStart({ t }: Pick<Review, 't'>, start: MemoryStart | undefined): boolean {
	return start === undefined || !isSoundStart(start) || t > start.t;
}
