/** What a desired retention comes to over simulated days, in a few numbers and one sentence. */
import type { SimulatedDay } from './simulate.ts';

export interface RetentionOutlook {
	/** 0 to 1. */
	retention: number;
	/** Means over all days. */
	reviewsPerDay: number;
	minutesPerDay: number;
	/** Of the week that asks for most, a day. */
	mostMinutes: number;
	/** Cards that would be recalled on the last day, and cards begun by then. */
	known: number;
	begun: number;
	/** Cards that wait beyond the limits on the last day. */
	left: number;
	days: readonly SimulatedDay[];
}

/** @param begunBefore cards begun before the first day */
export function outlookOfRetention(
	retention: number,
	days: readonly SimulatedDay[],
	begunBefore: number,
): RetentionOutlook {
	const mean = (of: (day: SimulatedDay) => number, part = days) =>
		part.reduce((sum, day) => sum + of(day), 0) / Math.max(1, part.length);
	const minutes = (day: SimulatedDay) => day.seconds / 60;
	const weeks = Array.from({ length: Math.ceil(days.length / 7) }, (_, at) =>
		mean(minutes, days.slice(at * 7, at * 7 + 7)),
	);
	const last = days.at(-1);
	return {
		...{ retention, days, reviewsPerDay: mean(({ reviews }) => reviews) },
		...{ minutesPerDay: mean(minutes), mostMinutes: Math.max(0, ...weeks) },
		...{ known: last?.known ?? 0, left: last?.left ?? 0 },
		begun: begunBefore + days.reduce((sum, { fresh }) => sum + fresh, 0),
	};
}

const percent = (share: number) => `${Math.round(100 * share)}%`;
const whole = (value: number) => Math.round(value).toLocaleString('en-US');
const inMinutes = (value: number) => {
	const minutes = Math.max(1, Math.round(value));
	return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
};

/** What the chosen one comes to, and what another one would cost and bring instead. */
export function retentionSentence(chosen: RetentionOutlook, other?: RetentionOutlook): string {
	const cards = `${whole(chosen.known)} of ${whole(chosen.begun)} cards`;
	const first = `At ${percent(chosen.retention)} it takes about ${inMinutes(chosen.minutesPerDay)} a day, and you would recall ${cards} on the last day.`;
	if (!other || chosen.minutesPerDay <= 0) return first;
	const times = other.minutesPerDay / chosen.minutesPerDay;
	const gain = Math.round(other.known) - Math.round(chosen.known);
	const cost =
		Math.abs(times - 1) < 0.05 ? 'about the same time' : `${times.toFixed(1)} times the time`;
	const more =
		gain === 0 ? 'as many cards' : `${whole(Math.abs(gain))} ${gain > 0 ? 'more' : 'fewer'}`;
	return `${first} ${percent(other.retention)} would take ${cost} for ${more}.`;
}
