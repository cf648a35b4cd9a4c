/** Reads a pad: lines that are calculated one by one, each of which may give its result a name for those below. */
import type { EntryFault } from './entry-fault.ts';
import type { Quantity } from './quantity.ts';
import { readEntry, type Reading } from './read-entry.ts';
import { meaningsOf } from './unit-words.ts';

export interface PadLine {
	/** The name that the line gives its result: `reads` in `reads = 10M/day`. */
	name?: string;
	/** Where the calculation begins in the line, in UTF-16 units; places in the reading count from there. */
	offset: number;
	/** What it comes to; undefined for an empty line and for a remark, which begins with # or //. */
	result?: Reading | EntryFault;
}

const NAMED = /^(\s*([\p{L}_]+)\s*[=:]\s*)(?=\S)/u;
const REMARK = /^\s*(#|\/\/|$)/;

/** The result of the last line above that has one. */
export const ANSWER = 'ans';

/**
 * Reads each line with the names of the lines above it; a later line may take a name over. `ans` is the last result
 * above. Never throws.
 * @param given values that have a name before the first line
 */
export function readPad(
	lines: readonly string[],
	given: ReadonlyMap<string, Quantity> = new Map(),
): PadLine[] {
	const names = new Map(given);
	return lines.map((line) => {
		if (REMARK.test(line)) return { offset: 0 };
		const [head = '', , name] = NAMED.exec(line) ?? [];
		if (name !== undefined && (isUnit(name) || name === ANSWER)) {
			return { offset: 0, result: refuseName(line, name) };
		}
		const result = readEntry(line.slice(head.length), { names });
		if (result.ok) names.set(ANSWER, result.quantity);
		if (name === undefined) return { offset: head.length, result };
		if (result.ok) names.set(name, result.quantity);
		else names.delete(name);
		return { name, offset: head.length, result };
	});
}

/** Words that only say what is counted may become names: users = 100M. */
function isUnit(name: string): boolean {
	return meaningsOf(name)?.some(({ what }) => what !== 'label') ?? false;
}

function refuseName(line: string, name: string): EntryFault {
	const start = line.indexOf(name);
	return {
		ok: false,
		kind: 'syntax',
		start,
		end: start + name.length,
		message:
			name === ANSWER
				? '“ans” is the result of the line above and cannot be a name.'
				: `“${name}” is a unit and cannot be a name.`,
		advice: 'Choose a longer name.',
		alternatives: [],
	};
}
