/** Why an entry could not be taken: a kind, a place, and advice in words. */
import type { Alternative } from './entry-note.ts';

export const FAULT_KINDS = [
	'empty',
	'too-long',
	'too-deep',
	'syntax',
	'unknown-unit',
	'number-format',
	'two-numbers',
	'two-units',
	'missing-number',
	'missing-unit',
	'wrong-unit',
	'ambiguous-unit',
	'add-mismatch',
	'bad-exponent',
	'not-plain',
	'bad-range',
	'negative',
	'zero',
	'zero-division',
	'overflow',
	'money-not-asked',
	'currency-mismatch',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface EntryFault {
	ok: false;
	kind: FaultKind;
	/** Where in the entry, in UTF-16 units; `start === end` marks a gap. */
	start: number;
	end: number;
	/** What is wrong, in one sentence. */
	message: string;
	/** What to write instead, in one sentence. */
	advice: string;
	/** Rewritings of the whole entry that might be meant. */
	alternatives: Alternative[];
}

/** Carries a fault out of the depth of reading; it never leaves this folder. */
export class FaultSignal extends Error {
	readonly fault: EntryFault;
	constructor(fault: EntryFault) {
		super(fault.message);
		this.name = 'FaultSignal';
		this.fault = fault;
	}
}

export interface Span {
	start: number;
	end: number;
}

/** @throws FaultSignal always */
export function refuse(
	kind: FaultKind,
	{ start, end }: Span,
	message: string,
	advice: string,
	alternatives: Alternative[] = [],
): never {
	throw new FaultSignal({ ok: false, kind, start, end, message, advice, alternatives });
}

/** The entry with a part of it rewritten. */
export function rewritten(text: string, { start, end }: Span, by: string): string {
	const before = text.slice(0, start);
	return (before + (/\s$/.test(before) ? by.trimStart() : by) + text.slice(end)).trim();
}
