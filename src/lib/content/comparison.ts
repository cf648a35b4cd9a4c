/** What a comparison is: patterns side by side, the tests that decide between them, and its cards. */

export const COMPARISON_SECTIONS = ['Table', 'How to decide', 'Often confused'] as const;

/** What lists and searches need of a comparison. */
export interface Comparison {
	id: string;
	name: string;
	/** Pattern ids in the order of the rows. */
	patterns: string[];
	/** Ids of the cards that ask for these differences: its own first. */
	cards: string[];
}

/** A row as text: the cells are Markdown. */
export interface ComparisonRow {
	name: string;
	/** Id of the pattern that the row is about. */
	pattern: string;
	cells: string[];
}

/** A comparison as text. */
export interface ComparisonSource {
	id: string;
	name: string;
	patterns: string[];
	/** Headings of the table, that of the first column included. */
	columns: string[];
	rows: ComparisonRow[];
	/** The tests in the order in which they are asked, as Markdown. */
	decide: string[];
	confused: string;
	/** Ids of the cards of its file. */
	cards: string[];
}

/** A comparison ready to show: cells, tests and the warning are safe HTML, the columns and names are text. */
export interface ComparisonPage {
	columns: string[];
	rows: ComparisonRow[];
	decide: string[];
	confused: string;
}
