/** A plan as a calendar file, for reminders by the person's own calendar: RFC 5545, a whole-day entry for each day. */
import { dateOfDay } from '../scheduler/study-day.ts';
import type { InterviewPlan, PlanDay } from './interview-plan.ts';

const LONGEST_LINE = 75;

/**
 * The text of an `.ics` file. Entries keep their ids from one plan to the next, so that taking in a newer file moves
 * them and doubles none.
 * @param made when the file is made, ms since the epoch
 * @param titleOf the title of a question, for a mock interview
 */
export function planCalendar(
	plan: InterviewPlan,
	date: number,
	made: number,
	titleOf: (question: string) => string,
): string {
	const stamp = new Date(made).toISOString().replace(/[-:]|\.\d+/g, '');
	const entry = (day: number, name: string, summary: string, text: string) => [
		'BEGIN:VEVENT',
		`UID:onsite-${name}-${dateOfDay(day)}@onsite`,
		`DTSTAMP:${stamp}`,
		`DTSTART;VALUE=DATE:${compact(day)}`,
		`DTEND;VALUE=DATE:${compact(day + 1)}`,
		`SUMMARY:${escaped(summary)}`,
		...(text ? [`DESCRIPTION:${escaped(text)}`] : []),
		'TRANSP:TRANSPARENT',
		'END:VEVENT',
	];
	const lines = [
		...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Onsite//Interview plan//EN'],
		...plan.days
			.filter(({ minutes }) => minutes > 0)
			.flatMap((day) => entry(day.day, 'day', `Onsite: ${day.minutes} min`, sayDay(day, titleOf))),
		...entry(date, 'interview', 'Interview', ''),
		'END:VCALENDAR',
	];
	return lines.flatMap(folded).join('\r\n') + '\r\n';
}

function sayDay(
	{ reviews, fresh, refresh, mock }: PlanDay,
	titleOf: (id: string) => string,
): string {
	return [
		...(mock === undefined ? [] : [`Mock interview: ${titleOf(mock)}`]),
		...(reviews > 0 ? [`${reviews} reviews`] : []),
		...(fresh > 0 ? [`${fresh} new cards`] : []),
		...(refresh > 0 ? [`${refresh} cards to look at again`] : []),
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
