/** What a person is shown of a file before it is taken in: small, whatever the size of the file. */
import type { DeckFile } from '../read-deck-file.ts';
import type { ImportedCollection, RemarkList, SourceFormat } from '../imported.ts';
import type { ExistingState } from '../judge/existing-state.ts';
import type { ImportPlan, ImportReport } from '../judge/import-plan.ts';
import { rolesOf, type ColumnRole } from '../text/column-roles.ts';
import type { Encoding } from '../text/decode-text.ts';
import { deckLines, type DeckLine } from './deck-lines.ts';
import { namedMedia } from './named-media.ts';
import { refusedRemarks } from './refused-remarks.ts';
import { sampleCards, type SampleCard } from './sample-cards.ts';

export interface TableView {
	encoding: Encoding;
	separator: string;
	headed: boolean;
	html: boolean;
	noteType: string;
	/** Names of the columns where the file gives them. */
	names: readonly string[] | undefined;
	/** By column. */
	roles: readonly ColumnRole[];
	/** The first few. */
	rows: readonly (readonly string[])[];
	/** Of the whole file. */
	count: number;
}

export interface ImportSummary {
	format: SourceFormat;
	/** What made the file, in words. */
	origin: string;
	/** ms since the epoch; 0 where the file does not say. */
	made: number;
	report: Omit<ImportReport, 'skipped' | 'repaired'>;
	/** At most `MOST_LINES`; `deckCount` is of all. */
	decks: readonly DeckLine[];
	deckCount: number;
	samples: readonly SampleCard[];
	skipped: RemarkList;
	repaired: RemarkList;
	/** What of its HTML and styles no card will show, in words; '' for nothing. */
	refused: string;
	/** The same, record by record. */
	cleaned: RemarkList;
	/** Whether any card of it was ever studied. */
	hasProgress: boolean;
	media: { bytes: number; remote: readonly string[]; missing: readonly string[] };
	/** Counted whole; the lists in `media` hold the first. */
	remoteCount: number;
	missingCount: number;
	/** The one deck of a file that may not have said it itself, joined by `::`. */
	deck: string | undefined;
	table: TableView | undefined;
}

const MOST_LINES = 1000;
const MOST_NAMES = 200;
const SHOWN_ROWS = 5;
/** A cell in the preview of a table. */
const SHOWN_CELL = 200;

export function summarize(
	collection: ImportedCollection,
	plan: ImportPlan,
	existing: ExistingState,
	table: TableView | undefined,
): ImportSummary {
	const { format, origin, made, notes, noteTypes } = collection;
	const { skipped, repaired, ...report } = plan.report;
	const lines = deckLines(collection, plan, existing.decks);
	const names = new Set(collection.media.map(({ name }) => name));
	const isHere = (name: string) => names.has(name) || existing.media.has(name);
	const { remote, missing } = namedMedia(notes, noteTypes, isHere);
	const refused = refusedRemarks(collection);
	const [only] = collection.decks;
	const isText = format === 'text' || format === 'markdown';
	const coming = plan.cards.map(({ card }) => card);
	return {
		...{ format, origin, made, report, skipped, repaired, table },
		...{ refused: refused.words, cleaned: refused.list },
		...{ decks: lines.slice(0, MOST_LINES), deckCount: lines.length },
		samples: sampleCards(collection, coming.length > 0 ? coming : collection.cards),
		hasProgress: collection.reviews.length > 0 || collection.cards.some(({ schedule }) => schedule),
		media: {
			bytes: plan.addMedia.reduce((sum, { size }) => sum + size, 0),
			...{ remote: remote.slice(0, MOST_NAMES), missing: missing.slice(0, MOST_NAMES) },
		},
		...{ remoteCount: remote.length, missingCount: missing.length },
		deck: isText && collection.decks.length === 1 ? only?.path.join('::') : undefined,
	};
}

/** The part of a table that the person can change, and the first rows as they are read now. */
export function viewTable({ table, mapping, encoding }: DeckFile & { kind: 'table' }): TableView {
	const { separator, headed, names, rows, columns } = table;
	return {
		...{ encoding, separator, headed, names, count: rows.length },
		...{ html: mapping.html, noteType: mapping.noteType },
		roles: rolesOf(mapping, columns),
		rows: rows
			.slice(0, SHOWN_ROWS)
			.map(({ cells }) => cells.map((cell) => cell.slice(0, SHOWN_CELL))),
	};
}
