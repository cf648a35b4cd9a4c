/** What comes back on the days ahead: what is due already, and what new cards will add. */
import type { CardState } from '../scheduler/card-state.ts';
import { intervalDays, nextMemory, type MemoryState } from '../scheduler/memory-model.ts';
import type { Preset } from '../scheduler/preset.ts';
import type { Moment } from '../scheduler/study-day.ts';

export interface DayAhead {
	/** Cards due on the day by their schedule; on the first day those of today alone. */
	due: number;
	/** On the first day, cards that were due before it; 0 on the others. */
	backlog: number;
	/** Reviews of cards that are not begun yet, if as many are begun each day as the limit lets in. */
	fromNew: number;
}

/**
 * The days from today on. Each begun card counts once, on its next date: what it will ask for after
 * that is not known. Suspended cards and cards of a later day count nowhere; a card in today's steps
 * counts today.
 * @param sources where new cards come from, each with limits of its own
 */
export function futureDue(
	cards: readonly CardState[],
	now: Moment,
	days: number,
	sources: readonly NewCards[],
): DayAhead[] {
	const ahead = Array.from({ length: days }, (): DayAhead => ({ due: 0, backlog: 0, fromNew: 0 }));
	for (const card of cards) {
		if (card.suspended || card.phase === 'new') continue;
		const due = card.intraday ? now.day : card.due;
		const at = ahead[Math.max(0, due - now.day)];
		if (at) at[due < now.day ? 'backlog' : 'due'] += 1;
	}
	for (const source of sources) addNew(ahead, source);
	return ahead;
}

/** New cards that wait behind one set of limits. */
export interface NewCards {
	fresh: number;
	/** How many of them may still be begun today. */
	newToday: number;
	preset: FuturePreset;
}

function addNew(ahead: DayAhead[], { fresh, newToday, preset }: NewCards): void {
	const days = ahead.length;
	const course = courseOfNew(preset, days);
	let left = fresh;
	for (let day = 0; day < days && left > 0; day += 1) {
		const begun = Math.min(left, day === 0 ? newToday : preset.newPerDay);
		left -= begun;
		for (const after of course) {
			const at = ahead[day + after];
			if (at) at.fromNew += begun;
		}
	}
}

export type FuturePreset = Pick<
	Preset,
	'weights' | 'desiredRetention' | 'newPerDay' | 'maximumInterval'
>;

/** Days after its first answer on which a new card comes back, if it is recalled each time with Good. */
function courseOfNew(preset: FuturePreset, days: number): number[] {
	const { weights, desiredRetention, maximumInterval } = preset;
	const course: number[] = [];
	let memory: MemoryState = nextMemory(null, 0, 3, weights);
	for (let day = 0; day < days;) {
		const wanted = Math.round(intervalDays(memory.stability, desiredRetention, weights));
		const interval = Math.min(maximumInterval, Math.max(1, wanted));
		day += interval;
		course.push(day);
		memory = nextMemory(memory, interval, 3, weights);
	}
	return course;
}
