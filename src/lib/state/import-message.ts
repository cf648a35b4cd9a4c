/** What the page and the worker that reads decks say to each other. */
import type { ImportProgress } from '$lib/deck-import/import-watch.ts';
import type { ImportSummary } from '$lib/deck-import/summary/import-summary.ts';
import type { ColumnRole } from '$lib/deck-import/text/column-roles.ts';
import type { Encoding } from '$lib/deck-import/text/decode-text.ts';
import type { WriteMoment } from '$lib/db/write-moment.ts';
import type { Zone } from '$lib/scheduler/study-day.ts';

/** What is to be read: a file that was brought, or what an address gives. */
export type ImportSource = { file: Blob; name: string } | { address: string };

export interface TableChoices {
	encoding: Encoding;
	/** One character. */
	separator: string;
	headed: boolean;
	html: boolean;
	noteType: string;
	/** By column. */
	roles: readonly ColumnRole[];
}

/** What a person says of the whole import. */
export interface ImportChoices {
	/** With progress, where the file has any. */
	scheduling: boolean;
	/** With pictures and sounds. */
	media: boolean;
	/** New decks come in the daily review. */
	daily: boolean;
	/** Joined by `::`; for a file that has one deck and may not have named it itself. */
	deck?: string;
	table?: TableChoices;
}

export interface ImportBegin {
	/** Name of the database. */
	database: string;
	/** Of this import, by which what it keeps aside is found again. */
	id: string;
	source: ImportSource;
	/** Address of the SQLite engine. */
	engine: string;
	zone: Zone;
	moment: WriteMoment;
	choices: ImportChoices;
}

export type ToImporter =
	| ({ what: 'read' } & ImportBegin)
	| { what: 'judge'; choices: ImportChoices }
	| { what: 'apply'; choices: ImportChoices; moment: WriteMoment };

/** Why it cannot go on, in the words of the app. */
export interface ImportFailure {
	what: string;
	safe: string;
	todo: string;
	/** The device has no room; without pictures and sounds there may be enough. */
	full?: true;
}

export interface Fetched {
	name: string;
	size: number;
	/** Where it came from in the end, where that is not what was asked for. */
	redirectedTo?: string;
}

export type FromImporter =
	| { what: 'progress'; progress: ImportProgress }
	| { what: 'alive' }
	| { what: 'fetched'; fetched: Fetched }
	| { what: 'judged'; summary: ImportSummary; choices: ImportChoices }
	| { what: 'applied'; summary: ImportSummary; roots: string[] }
	| { what: 'failed'; failure: ImportFailure };
