/** What the calculator says about a reading that could have been another. */

export const NOTE_KINDS = [
	'million-or-minutes',
	'billion-or-bytes',
	'billion-or-bits',
	'bits-or-bytes',
	'counted-bits',
	'decimal-comma',
	'comma-groups',
	'dot-groups',
	'dot-decimal',
	'lakh-groups',
	'letter-case',
	'daily',
	'range',
	'range-scale',
	'range-or-minus',
	'relative-percent',
	'compound-time',
	'log-base',
	'division-order',
] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** Another reading, one tap away. */
export interface Alternative {
	/** What the tap would make of the entry, such as "100 Mbit (bits)". */
	label: string;
	/** The whole entry, rewritten so that it means that. */
	text: string;
}

export interface Note {
	kind: NoteKind;
	/** Where in the entry, in UTF-16 units. */
	start: number;
	end: number;
	/** One sentence. */
	text: string;
	alternatives: Alternative[];
}
