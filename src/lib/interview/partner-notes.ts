/** What a human partner writes down while interviewing, and the file that brings it to the candidate. */
import * as v from 'valibot';
import type { Question } from '../content/question.ts';
import { linesOf, type Tick } from './score-interview.ts';

const FORMAT = 'onsite-partner/1';
const MOST_TICKS = 200;
const LONGEST_NOTE = 20_000;

const at = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(86_400_000));

const FILE = v.object({
	format: v.literal(FORMAT),
	question: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), v.maxLength(200)),
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
	ticks: v.pipe(
		v.array(v.object({ line: v.pipe(v.string(), v.maxLength(200)), at })),
		v.maxLength(MOST_TICKS),
	),
	note: v.pipe(v.string(), v.maxLength(LONGEST_NOTE)),
});

export interface PartnerNotes {
	question: string;
	version: number;
	/** Lines of the rubric, with the moment at which they were seen, in ms of the partner's clock. */
	ticks: { line: string; at: number }[];
	/** What the partner wants the candidate to read. */
	note: string;
}

/** The text of the file. */
export function writePartnerNotes(notes: PartnerNotes): string {
	return `${JSON.stringify({ format: FORMAT, ...notes }, null, '\t')}\n`;
}

export type ReadNotes = { notes: PartnerNotes } | { problem: string };

/** Reads the file of a partner. Unknown fields are dropped; what does not fit is said in words. Never throws. */
export function readPartnerNotes(text: string): ReadNotes {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		return { problem: 'This is no file of a partner’s notes: it cannot be read.' };
	}
	const read = v.safeParse(FILE, json);
	if (!read.success) {
		const path = v.getDotPath(read.issues[0]) ?? 'the whole';
		return { problem: `This is no file of a partner’s notes: ${path} is not as expected.` };
	}
	const { question, version, ticks, note } = read.output;
	return { notes: { question, version, ticks, note } };
}

/**
 * The partner's ticks as those of an evaluation, each pinned to its minute. Lines that the question no longer has
 * are counted, not taken.
 */
export function partnerTicks(
	{ ticks }: PartnerNotes,
	question: Question,
): { ticks: Tick[]; unknown: number } {
	const known = new Set(linesOf(question).map(({ id }) => id));
	const once = new Map(
		ticks.filter(({ line }) => known.has(line)).map((tick) => [tick.line, tick]),
	);
	return {
		ticks: [...once.values()].map(({ line, at }) => ({ line, pin: { kind: 'minute', at } })),
		unknown: ticks.filter(({ line }) => !known.has(line)).length,
	};
}
