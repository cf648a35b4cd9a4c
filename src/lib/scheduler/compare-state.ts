/** Says in words where a stored card state differs from what its log gives. */
import { NEVER_SEEN, type Memory } from './card-state.ts';
import { dateOfDay } from './study-day.ts';

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
