/** The tables of the database: what is truth, what is a cache of it. */
import Dexie, { type Table } from 'dexie';
import type { DrillAttempt } from '../estimation/drill-attempt.ts';
import type { Marks, Memory } from '../scheduler/card-state.ts';
import type { Review } from '../scheduler/review.ts';
import type { CardRow } from './card-row.ts';
import type {
	Draft,
	EventRow,
	InterviewRow,
	RecordingBytes,
	RecordingInfo,
} from './interview-rows.ts';
import type { Pane } from '../interview/interview-event.ts';
import type { Fields, Json, RecordKind, StampedRecord } from './record.ts';
import type { DayCount, DueCount, Total } from './tally.ts';

/** A review as stored: the undo mark lives in a `void` record, so that the fact is never rewritten. */
export type ReviewRow = Omit<Review, 'void'>;

/** An attempt as stored: it is undone where its review is. */
export type AttemptRow = Omit<DrillAttempt, 'void'>;

/** Up to 30,000 reviews of past days in columns; never changed, only added and removed whole. */
export interface BlockRow {
	/** Hash of the content. */
	id: string;
	count: number;
	fromDay: number;
	toDay: number;
	bytes: Uint8Array<ArrayBuffer>;
}

/** FSRS parameters that some review was made with; a fact. */
export interface ParameterRow {
	id: string;
	weights: readonly number[];
}

export interface MarkChange {
	cardId: string;
	from: Partial<Marks>;
	to: Partial<Marks>;
}

export interface FieldChange {
	kind: RecordKind;
	id: string;
	from: Fields;
	to: Fields;
}

/** What one act of the person changed, so that it can be undone and redone within the day. */
export interface ActionRow {
	seq?: number;
	day: number;
	t: number;
	/** 1 after undo: waits for redo. */
	undone: 0 | 1;
	/** What it was, for the button: "Undo Good". */
	name: string;
	reviewIds: string[];
	/** Cards whose memory changed. */
	cards: { cardId: string; before: Memory; after: Memory }[];
	marks: MarkChange[];
	edits: FieldChange[];
	/** What it added to the counters of study days. */
	days: DayCount[];
	/** The import that it brought in, or took back where `back`; nothing else is in it then. */
	import?: { id: string; back: boolean };
	/** The preset whose weights it changed: memory of all cards of its decks follows from them anew. */
	replayed?: string;
}

/** What changed since the last kept copy. */
export type OutboxRow = { seq?: number } & (
	| { what: 'review'; id: string }
	| { what: 'attempt'; id: string }
	| { what: 'interview'; id: string }
	/** Facts of an interview. */
	| { what: 'events'; interview: string; ids: string[] }
	| { what: 'draft'; interview: string; pane: Pane }
	| { what: 'record'; kind: RecordKind; id: string }
	| { what: 'cards' }
	/** An import came in, was undone or redone: notes, cards and history at once. */
	| { what: 'import'; id: string }
	/** A backup made at `made` was merged in. */
	| { what: 'restore'; made: number }
);

/** Single values: `install`, `clock`, `today`, which `library` and `drills` were taken in last, what was `counted`, what a plan has `planned` for today (see kept-plan.ts), damaged answers set `aside`. */
export interface MetaRow {
	key:
		| ('install' | 'clock' | 'today' | 'library' | 'drills' | 'counted' | 'planned' | 'aside')
		| `cards-of-block/${string}`;
	value: Json;
	/** Of a block: hashes of its cards. Of `counted`: the sealed history as counted for statistics (see log-statistics.ts). */
	bytes?: Uint8Array<ArrayBuffer>;
}

/** A picture or a sound by its content; what notes call it, `media` records say. */
export interface MediaRow {
	/** SHA-256, hexadecimal. */
	hash: string;
	/** By its first bytes: `image/png`. */
	type: string;
	size: number;
	bytes: ArrayBuffer;
}

/** An import of decks, on this device. */
export interface ImportRow {
	/** UUIDv7. */
	id: string;
	/** Name of the file. */
	file: string;
	/** ms since the epoch. */
	t: number;
	/** `staging` while its media are brought in before it. */
	state: 'staging' | 'done' | 'undone';
	/** Hashes of the media that it brought. */
	media: string[];
	/** What was added and updated, for the list. */
	counts: Record<string, number>;
	/** When it was undone, ms since the epoch. */
	undone?: number;
	/** In a row of its own (see import-record.ts). */
	undo?: ImportUndo;
}

/** What undoing an import needs, and redoing it after that. */
export interface ImportUndo {
	/** Notes that it added. */
	notes: string[];
	/** Cards whose rows it made. */
	cards: string[];
	/** Cards that were here and took their progress from it. */
	studied: string[];
	/** Decks, presets, types and names of media that it added. */
	made: { kind: RecordKind; id: string }[];
	marks: MarkChange[];
	/** Notes that it changed. */
	edits: FieldChange[];
	/** Blocks of its history. */
	blocks: string[];
	/** While it is undone: the blocks themselves, and what of `notes` and `made` was left as it was. */
	kept?: { blocks: BlockRow[]; others: string[] };
}

/**
 * Truth: reviews, blocks, attempts, interviews with their events, params, records, media, and which cards there
 * are. Drafts, recordings and the list of imports belong to this device. The rest is rebuilt from the truth.
 */
export class OnsiteDb extends Dexie {
	declare cards: Table<CardRow, string>;
	declare reviews: Table<ReviewRow, string>;
	declare blocks: Table<BlockRow, string>;
	declare attempts: Table<AttemptRow, string>;
	declare interviews: Table<InterviewRow, string>;
	declare interviewEvents: Table<EventRow, string>;
	declare drafts: Table<Draft, [interview: string, pane: Pane]>;
	declare recordings: Table<RecordingInfo, string>;
	declare recordingBytes: Table<RecordingBytes, string>;
	declare media: Table<MediaRow, string>;
	declare imports: Table<ImportRow, string>;
	declare params: Table<ParameterRow, string>;
	declare records: Table<StampedRecord, [RecordKind, string]>;
	declare days: Table<DayCount, [number, string]>;
	declare dueCounts: Table<DueCount, [string, number]>;
	declare totals: Table<Total, string>;
	declare actions: Table<ActionRow, number>;
	declare outbox: Table<OutboxRow, number>;
	declare meta: Table<MetaRow, string>;
}
