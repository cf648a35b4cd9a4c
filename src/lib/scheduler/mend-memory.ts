/** Makes a card usable again whose stored memory is damaged, and says what was wrong. */
import { NEVER_SEEN, type Memory } from './card-state.ts';
import { isSoundMemory } from './memory-model.ts';
import type { Moment } from './study-day.ts';

/** Due dates further away than the longest interval and a year of clock error are damage. */
const FARTHEST_DAYS = 36_500 + 366;
/** Last day of year 9999. */
const LAST_DAY = 2_932_896;

function count(value: unknown): number {
	return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : 0;
}

function instant(value: number): number {
	return Math.abs(value) <= 8.64e15 ? value : 0;
}

/** The fields of an answered card that are plain counts and dates. */
function counted(memory: Memory, now: Moment): Partial<Memory> {
	const far = memory.intraday
		? !(memory.due <= Math.max(now.t, memory.lastT) + FARTHEST_DAYS * 86_400_000)
		: !(Number.isInteger(memory.due) && memory.due <= now.day + FARTHEST_DAYS);
	return {
		...(far ? { due: now.day, intraday: false } : {}),
		left: count(memory.left),
		interval: Math.min(count(memory.interval), 36_500),
		reps: count(memory.reps),
		lapses: count(memory.lapses),
		lastT: instant(memory.lastT),
		lastDay:
			Number.isInteger(memory.lastDay) && Math.abs(memory.lastDay) <= LAST_DAY
				? memory.lastDay
				: now.day,
	};
}

/**
 * A memory that every function of this folder can take.
 *
 * Where FSRS's numbers are lost (NaN, infinite, zero, a text) the card starts anew, as nothing can be
 * reckoned from them; a due date that cannot be becomes today; counts that are none become 0. The
 * same object comes back where nothing was wrong. `replay` is the better remedy where a log exists.
 */
export function mendMemory(memory: Memory, now: Moment): { memory: Memory; problems: string[] } {
	const kept = {
		lastEntryT: instant(memory.lastEntryT),
		lastReview: typeof memory.lastReview === 'string' ? memory.lastReview : '',
	};
	const isNew = memory.phase === 'new';
	if (!isNew && !isSoundMemory(memory.stability, memory.difficulty)) {
		return {
			memory: { ...NEVER_SEEN, ...kept },
			problems: [
				`stability ${String(memory.stability)} with difficulty ${String(memory.difficulty)}: ` +
					'the card starts anew',
			],
		};
	}
	const mended = isNew
		? { ...NEVER_SEEN, ...kept }
		: { ...memory, ...kept, ...counted(memory, now) };
	const fields = Object.keys(NEVER_SEEN).filter((key): key is keyof Memory => key in mended);
	const problems = fields
		.filter((key) => !Object.is(mended[key], memory[key]))
		.map((key) => `${key} ${String(memory[key])}: taken as ${String(mended[key])}`);
	return { memory: problems.length > 0 ? mended : memory, problems };
}
