/** Counts time in the person's own days: civil days of their zone that begin at a rollover hour. */

/** ms of a civil day. Only ever applied to local wall time, where each day has 24 hours. */
const CIVIL_DAY = 86_400_000;
/** A known day further ahead than this is damage, not a clock that went back: it is not followed. */
const BELIEVABLE_DAYS = 36_525;

/** Where and when a person's day begins. */
export interface Zone {
	/** IANA name, such as `Europe/Berlin`. */
	timeZone: string;
	/** Hour of local time at which a study day begins, 0 to 23. */
	rolloverHour: number;
}

/** "Now", as everything in this folder takes it. */
export interface Moment {
	/** ms since the epoch. */
	t: number;
	/** Minutes east of UTC. */
	tz: number;
	/** Study day number; day 0 is 1970-01-01. */
	day: number;
	/** ms since the epoch at which the next study day begins, always later than `t`. */
	dayEndsAt: number;
}

/**
 * The study day of an instant.
 * @param t ms since the epoch
 * @param tzMinutes minutes east of UTC in force at `t`
 * @param rolloverHour 0 to 23
 * @returns civil day number of the local time less the rollover; day 0 is 1970-01-01
 */
export function studyDayOf(t: number, tzMinutes: number, rolloverHour: number): number {
	return Math.floor((t + tzMinutes * 60_000 - rolloverHour * 3_600_000) / CIVIL_DAY);
}

const offsets = new Map<string, Intl.DateTimeFormat>();

function offsetFormat(timeZone: string): Intl.DateTimeFormat {
	let format = offsets.get(timeZone);
	if (!format) {
		try {
			format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
		} catch {
			throw new RangeError(
				`Unknown time zone "${timeZone}": an IANA name such as Europe/Berlin is expected`,
			);
		}
		offsets.set(timeZone, format);
	}
	return format;
}

/**
 * Minutes east of UTC in a zone at an instant.
 * @param timeZone IANA name; every name that `Intl` knows is accepted
 * @param t ms since the epoch
 * @throws RangeError for an unknown zone or a time that is no date
 */
export function offsetMinutes(timeZone: string, t: number): number {
	if (!(Math.abs(t) <= 8.64e15)) {
		throw new RangeError(`Time ${t} is no date: ms since the epoch are expected`);
	}
	const parts = offsetFormat(timeZone).formatToParts(t);
	const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
	const found = /([+\-−])(\d{1,2})(?::?(\d{2}))?/.exec(name);
	if (!found) return 0;
	const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0);
	return found[1] === '+' ? minutes : -minutes;
}

function dayAt(t: number, zone: Zone): number {
	return studyDayOf(t, offsetMinutes(zone.timeZone, t), zone.rolloverHour);
}

/** First ms after `before` (whose day is earlier) at which the study day has reached `day`. */
function reach(day: number, zone: Zone, before: number): number {
	// On all but the days of a change of clocks the offset of now still holds then: two looks instead of thirty.
	const likely =
		day * CIVIL_DAY + zone.rolloverHour * 3_600_000 - offsetMinutes(zone.timeZone, before) * 60_000;
	if (likely > before && dayAt(likely - 1, zone) < day && dayAt(likely, zone) >= day) return likely;
	let low = before;
	let high = Math.max(before, day * CIVIL_DAY + zone.rolloverHour * 3_600_000) + 30 * 3_600_000;
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (dayAt(middle, zone) >= day) high = middle;
		else low = middle;
	}
	return high;
}

/**
 * The instant at which a study day begins: the first at which the local clock has reached the
 * rollover hour of that day. Where the clock jumps over that hour it is the jump; for a day that a
 * zone skipped (Apia, 30 December 2011) it is the begin of the next.
 * @returns ms since the epoch
 */
export function startOfStudyDay(day: number, zone: Zone): number {
	return reach(day, zone, day * CIVIL_DAY + zone.rolloverHour * 3_600_000 - 30 * 3_600_000);
}

/**
 * Now, with its study day.
 *
 * A day number never goes back: where the clock or a journey west would give a day before
 * `latestKnownDay`, that day goes on until local time has caught up with it. So nothing is due twice
 * and nothing counts negative days. This holds for up to a hundred years; a known day further ahead
 * is taken for damage and ignored. Whether a large jump is a wrong clock cannot be told from here:
 * `clockDoubt` says when to ask the person.
 * @param latestKnownDay the latest day on which this person is known to have studied
 */
export function momentAt(t: number, zone: Zone, latestKnownDay = -Infinity): Moment {
	const tz = offsetMinutes(zone.timeZone, t);
	const own = studyDayOf(t, tz, zone.rolloverHour);
	const behind = latestKnownDay - own;
	const day = behind > 0 && behind <= BELIEVABLE_DAYS ? latestKnownDay : own;
	return { t, tz, day, dayEndsAt: reach(day + 1, zone, t) };
}

/** Days between now and the last study day that a journey or a long weekend cannot explain. */
export interface ClockDoubt {
	kind: 'behind' | 'ahead';
	days: number;
}

/**
 * Whether to ask "is this the right date?" before an answer is taken: the clock is more than two
 * days behind the last study day (no journey does that), or more than `aheadDays` after it. Where
 * the person says that the clock is right, pass no `latestKnownDay` to `momentAt` from then on.
 * @param aheadDays a pause that is still taken as a pause; 90 by default
 */
export function clockDoubt(
	t: number,
	zone: Zone,
	latestKnownDay: number,
	aheadDays = 90,
): ClockDoubt | null {
	const ahead = dayAt(t, zone) - latestKnownDay;
	if (ahead < -2) return { kind: 'behind', days: -ahead };
	return ahead > aheadDays && Number.isFinite(ahead) ? { kind: 'ahead', days: ahead } : null;
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: number): number {
	return (((day + 3) % 7) + 7) % 7;
}

/** `YYYY-MM-DD` of a study day from year 1 to 9999. */
export function dateOfDay(day: number): string {
	const iso = Number.isInteger(day) && Math.abs(day) < 1e8 ? new Date(day * CIVIL_DAY) : null;
	const text = iso?.toISOString().slice(0, 10) ?? '';
	if (!/^\d{4}-\d\d-\d\d$/.test(text)) {
		throw new RangeError(
			`Day ${day} has no date: a whole day number before year 10,000 is expected`,
		);
	}
	return text;
}

/**
 * The study day of a date.
 * @throws RangeError unless the text is a real date as `YYYY-MM-DD`
 */
export function dayOfDate(text: string): number {
	const ms = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
	const day = ms / CIVIL_DAY;
	if (!Number.isInteger(day) || dateOfDay(day) !== text) {
		throw new RangeError(`"${text}" is no date: YYYY-MM-DD is expected, such as 2026-11-22`);
	}
	return day;
}
