/** How much time lies between two moments, whatever happened to the clock, the page and the device meanwhile. */
import type { Moment } from './interview-event.ts';

export interface Passed {
	/** In milliseconds, never negative. */
	ms: number;
	/** The part of it in which the page was asleep or closed, or the clock was set forward: worth asking about. */
	away: number;
}

/** Clocks drift apart by less; more means that one was changed or the device slept. */
const DRIFT = 5000;
/** A page that was gone for less needs no question. */
const AWAY = 60_000;

/**
 * Within one life of a page the steady clock counts, so a clock set back changes nothing. Where the wall clock
 * is far ahead of it the device slept, which is real time, or the clock was set forward, which only the person can
 * say: `away` tells how much. Across two lives only the wall clock is left, and it never counts backward.
 */
export function passedTime(from: Moment, to: Moment): Passed {
	const wall = to.wall - from.wall;
	if (from.page !== to.page) {
		const ms = Math.max(0, wall);
		return { ms, away: ms > AWAY ? ms : 0 };
	}
	const steady = Math.max(0, to.mono - from.mono);
	return wall - steady > DRIFT ? { ms: wall, away: wall - steady } : { ms: steady, away: 0 };
}
