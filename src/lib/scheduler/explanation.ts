/** The form of an answer to "Why this date?", and the phrases that such answers share. */
import { fuzzDelta, type FuzzRange } from './fuzz.ts';
import type { EasyDay } from './preset.ts';
import { weekdayOf } from './study-day.ts';

export interface Explanation {
	/** One sentence that answers the question. */
	headline: string;
	/** Short sentences, in the order in which the scheduler reasoned. */
	reasons: string[];
	/** The numbers for a table. */
	numbers: { label: string; value: string }[];
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Monday to Sunday. */
export function weekdayName(day: number): string {
	return WEEKDAYS[weekdayOf(day)] ?? '';
}

/** Two places below ten, one below a hundred, none above. */
export function figure(value: number): string {
	return String(Number(value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)));
}

export function percent(share: number): string {
	return `${Number((share * 100).toFixed(1))}%`;
}

export function inDays(count: number): string {
	const text = figure(count);
	return `${text} ${text === '1' ? 'day' : 'days'}`;
}

/** What FSRS asked for and how much room was left around it. */
export function rangeSentence(rawDays: number, range: FuzzRange): string {
	if (range.lower === range.upper) {
		const why =
			fuzzDelta(rawDays) === 0 ? 'intervals this short are not spread' : 'limits leave one';
		return `There is one day to choose from, day ${range.lower}: ${why}.`;
	}
	return `Cards learned together should not return together, so any day from ${range.lower} to ${range.upper} would do.`;
}

/** What an easy day did; '' on a normal day. */
export function easyDaySentence(day: number, rule: EasyDay): string {
	const name = weekdayName(day);
	if (rule === 'reduced') return `${name} is set to take about half of a normal day's cards.`;
	if (rule === 'minimum') {
		return `${name} is kept as free as possible, but no other day was within reach.`;
	}
	return '';
}
