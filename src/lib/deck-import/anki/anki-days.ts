/** Turns Anki's days, counted from the making of a collection, into study days. */
import { offsetMinutes, type Zone } from '../../scheduler/study-day.ts';

const DAY = 86_400_000;

export interface AnkiClock {
	/** Study day number of Anki's day 0. */
	dayZero: number;
}

/**
 * @param created seconds since the epoch at which the collection was made (`crt`)
 * @param offsetWest minutes west of UTC at that time as newer collections keep it, else undefined:
 * then the person's zone stands in
 */
export function ankiClock(created: number, offsetWest: number | undefined, zone: Zone): AnkiClock {
	const t = Math.abs(created) <= 8.64e12 ? created * 1000 : 0;
	const sound = offsetWest !== undefined && Math.abs(offsetWest) <= 18 * 60;
	const tz = sound ? -offsetWest : offsetMinutes(zone.timeZone, t);
	// Anki compares calendar dates; the hour at which a day begins moves both of its ends alike.
	return { dayZero: Math.floor((t + tz * 60_000) / DAY) };
}
