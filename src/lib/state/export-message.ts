/** What page and export worker say to each other. */
import type { CatalogCard, ExportChoice } from '$lib/db/collect-decks.ts';

export type ExportFormat = 'anki' | 'json' | 'markdown' | 'csv';

export interface ExportTask {
	/** Name of the database, and the installation that the page has opened. */
	database: string;
	install: string;
	/** Address of the WebAssembly of SQLite. */
	engine: string;
	choice: ExportChoice;
	format: ExportFormat;
	/** Of a table: cells that a spreadsheet would run as formulas are made harmless. */
	safe: boolean;
	catalog: readonly CatalogCard[];
	/** ms since the epoch, and the study day. */
	now: { t: number; day: number };
}

export interface ExportProgress {
	part: 'notes' | 'history' | 'writing' | 'media';
	done: number;
	/** 0 where it is not known. */
	total: number;
}

export interface Exported {
	file: Blob;
	notes: number;
	cards: number;
	answers: number;
	media: number;
	/** Notes that the format cannot hold. */
	skipped: number;
}

export type FromExporter =
	| { what: 'progress'; progress: ExportProgress }
	| { what: 'done'; exported: Exported }
	| { what: 'failed'; message: string };
