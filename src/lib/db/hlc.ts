/** Hybrid logical clock: stamps by which the last writer of a field wins, also where clocks disagree. */

/** `wall ms (12 hex)-counter (4 hex)-device`: sorts as a string in the order of writing. */
export type Stamp = string;

/** Sorts before every stamp that a device makes. */
export const NO_STAMP: Stamp = '';

/** ms; a stamp further ahead than this is kept with its value but does not move our clock. */
export const FOLLOW_LIMIT = 24 * 60 * 60 * 1000;

const MAX_WALL = 0xffff_ffff_ffff;
const MAX_COUNTER = 0xffff;
const SHAPE = /^[0-9a-f]{12}-[0-9a-f]{4}-[A-Za-z0-9_-]{1,64}$/;

/** Whether `text` is a stamp, `NO_STAMP` included. */
export function isStamp(text: string): boolean {
	return text === NO_STAMP || SHAPE.test(text);
}

/** ms since the epoch of a stamp; 0 for `NO_STAMP`. */
export function wallOf(stamp: Stamp): number {
	return stamp === NO_STAMP ? 0 : parseInt(stamp.slice(0, 12), 16);
}

function counterOf(stamp: Stamp): number {
	return stamp === NO_STAMP ? -1 : parseInt(stamp.slice(13, 17), 16);
}

/**
 * The next stamp of device `dev` at `wall` ms: above `clock`, the last one followed, and above
 * `replaced`, the stamp of the value that is written over (even one far ahead).
 */
export function nextStamp(
	clock: Stamp,
	wall: number,
	dev: string,
	replaced: Stamp = NO_STAMP,
): Stamp {
	const floor = replaced > clock ? replaced : clock;
	let ms = Math.min(Math.max(0, Math.floor(wall)), MAX_WALL);
	let counter = 0;
	if (ms <= wallOf(floor)) {
		ms = wallOf(floor);
		counter = counterOf(floor) + 1;
		if (counter > MAX_COUNTER) {
			ms += 1;
			counter = 0;
		}
	}
	if (ms > MAX_WALL) throw new RangeError(`No stamp can be made above ${floor}`);
	return `${ms.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}-${dev}`;
}

/** The clock after seeing `stamp` at `wall` ms: the later one, unless `stamp` is too far ahead to follow. */
export function follow(clock: Stamp, stamp: Stamp, wall: number): Stamp {
	if (stamp <= clock || wallOf(stamp) > wall + FOLLOW_LIMIT) return clock;
	return stamp;
}
