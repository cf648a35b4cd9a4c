/** A plan as a calendar file, for reminders by the person's own calendar: RFC 5545, a whole-day entry for each day. */
import { dateOfDay } from '../scheduler/study-day.ts';
import type { InterviewPlan } from './interview-plan.ts';
import type { PlanDay } from './plan-days.ts';
import { REMINDER_HOUR } from './plan-reminders.ts';

const LONGEST_LINE = 75;

/** What ids are called. */
export interface PlanNames {
	titleOf: (question: string) => string;
	/** Of a pattern, or a deck. */
	nameOf: (id: string) => string;
}

/**
 * The text of an `.ics` file. Entries keep their ids from one plan to the next, so that taking in a newer file moves
 * them and doubles none. They are days rather than times, the same in every zone and whatever the clocks do. Those
 * with work have an alarm at the hour of reminders.
 * @param made when the file is made, ms since the epoch
 * @param names the titles of questions, and the names of what begins
 */
export function planCalendar(
	plan: InterviewPlan,
	date: number,
	made: number,
	names: PlanNames,
): string {
	const stamp = new Date(made).toISOString().replace(/[-:]|\.\d+/g, '');
	const entry = (
		day: number,
		name: string,
		summary: string,
		text: string,
		alarm: string[] = [],
	) => [
		'BEGIN:VEVENT',
		`UID:onsite-${name}@onsite`,
		`DTSTAMP:${stamp}`,
		`DTSTART;VALUE=DATE:${compact(day)}`,
		`DTEND;VALUE=DATE:${compact(day + 1)}`,
		`SUMMARY:${escaped(summary)}`,
		...(text ? [`DESCRIPTION:${escaped(text)}`] : []),
		'TRANSP:TRANSPARENT',
		...alarm,
		'END:VEVENT',
	];
	const lines = [
		...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Onsite//Interview plan//EN'],
		...plan.days
			.filter(({ minutes }) => minutes > 0)
			.flatMap((day) => {
				const summary = `Onsite: ${day.minutes} min`;
				const name = `day-${dateOfDay(day.day)}`;
				return entry(day.day, name, summary, sayDay(day, names), alarmOf(summary));
			}),
		...entry(date, 'interview', 'Interview', ''),
		'END:VCALENDAR',
	];
	return lines.flatMap(folded).join('\r\n') + '\r\n';
}

/** Counted from the begin of the day. */
function alarmOf(summary: string): string[] {
	const words = `DESCRIPTION:${escaped(summary)}`;
	return ['BEGIN:VALARM', 'ACTION:DISPLAY', words, `TRIGGER:PT${REMINDER_HOUR}H`, 'END:VALARM'];
}

function sayDay(
	{ reviews, fresh, begins, refresh, drill, mock }: PlanDay,
	{ titleOf, nameOf }: PlanNames,
): string {
	const count = (number: number, one: string, more: string) =>
		number > 0 ? [`${number} ${number === 1 ? one : more}`] : [];
	return [
		...(mock === undefined ? [] : [`Mock interview: ${titleOf(mock)}`]),
		...count(reviews, 'review', 'reviews'),
		...count(fresh, 'new card', 'new cards'),
		...(begins.length > 0 ? [`Begin ${begins.map(nameOf).join(', ')}`] : []),
		...count(refresh, 'card to look at again', 'cards to look at again'),
		...(drill ? ['Estimation drills'] : []),
	].join('\n');
}

function compact(day: number): string {
	return dateOfDay(day).replaceAll('-', '');
}

function escaped(text: string): string {
	return text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
}

/** A line holds at most 75 octets; what goes on begins with a space. */
function folded(line: string): string[] {
	const parts: string[] = [];
	let part = '';
	let length = 0;
	for (const letter of line) {
		if (length + octets(letter) > LONGEST_LINE) {
			parts.push(part);
			part = ' ';
			length = 1;
		}
		part += letter;
		length += octets(letter);
	}
	return [...parts, part];
}

/** Of one letter in UTF-8. */
function octets(letter: string): number {
	const code = letter.codePointAt(0) ?? 0;
	return 1 + Number(code >= 0x80) + Number(code >= 0x800) + Number(code >= 0x10000);
}
