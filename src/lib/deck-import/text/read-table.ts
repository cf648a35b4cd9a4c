/** Cuts CSV, TSV and the like into rows, and proposes what each column is, for the preview to change. */
import Papa from 'papaparse';
import { ImportError } from '../import-error.ts';
import { LIMITS, type Limits } from '../limits.ts';
import { Remarks } from '../remarks.ts';
import { clozeNumbers } from '../template/cloze.ts';
import { readDirectives, type TableDirectives } from './table-directives.ts';

export interface TextTable {
	separator: string;
	directives: TableDirectives;
	/** Names of the columns, where the file gives them. */
	names: string[] | undefined;
	/** Whether the first row was taken for the names. */
	headed: boolean;
	rows: { cells: string[]; line: number }[];
	/** Most cells of any row. */
	columns: number;
	skipped: Remarks;
	repaired: Remarks;
}

/** What the columns of a table are; counted from 0. */
export interface TableMapping {
	fields: { name: string; column: number }[];
	noteType: string;
	deck: string;
	/** For every row. */
	tags: string[];
	html: boolean;
	noteTypeColumn?: number;
	deckColumn?: number;
	tagsColumn?: number;
	guidColumn?: number;
}

const CANDIDATES = ['\t', ';', ',', '|'];
const SAMPLE = 50;
/** Names by which people head the columns of a table. */
const HEADS =
	/^(front|back|question|answer|q|a|term|definition|text|extra|hint|prompt|notes?|id|guid|tags?|deck|type|notetype|note type)$/i;
/** A quote before what a spreadsheet would run, or before another quote. */
const DEFUSED = /^'(?=[=+\-@\t\r'])/;
const TAG = /<\/?[a-z][a-z\d]{0,20}(\s[^<>]{0,500})?\/?>|&(?:[a-z]{2,8}|#\d{1,6});/i;

/** What a person says of a table, in place of what it seems to be. */
export interface TableReading {
	/** One character. */
	separator?: string;
	/** Whether the first row names the columns. */
	headed?: boolean;
}

/** @throws ImportError where nothing could be read */
export function readTable(
	text: string,
	limits: Limits = LIMITS,
	said: TableReading = {},
): TextTable {
	const top = text.split(/\r\n|\r|\n/, 101);
	const { directives, lines, unknown } = readDirectives(top);
	const skipped = new Remarks();
	const repaired = new Remarks();
	for (const { line, text: written } of unknown) {
		skipped.add('note', line, written, 'it begins with # and is no directive that is known');
	}
	// Saved again by a spreadsheet, its line ends are those of that.
	if (/^[^\n\r]*\r/.test(text)) delete directives.exact;
	const body = withoutLines(text, lines);
	const separator = said.separator ?? directives.separator ?? sniffSeparator(body);
	const table: TextTable = {
		...{ separator, directives, names: directives.columns, rows: [], columns: 0 },
		...{ headed: false, skipped, repaired },
	};
	readRows(body, lines, table, limits);
	if (table.rows.length === 0) {
		throw new ImportError('not-this-format', 'The file holds no row of text.');
	}
	setAsideComments(table);
	const first = table.rows[0]?.cells ?? [];
	const seemsHead =
		!table.names && first.length > 1 && first.every((cell) => HEADS.test(cell.trim()));
	table.headed = said.headed ?? seemsHead;
	if (table.headed) {
		table.names = first.map((name) => name.trim());
		table.rows.shift();
	}
	return table;
}

function withoutLines(text: string, count: number): string {
	let at = 0;
	for (let line = 0; line < count; line++) {
		const end = /\r\n|\r|\n/g;
		end.lastIndex = at;
		const found = end.exec(text);
		at = found ? found.index + found[0].length : text.length;
	}
	return text.slice(at);
}

/** The character by which most of the first rows fall into the same number of cells. */
function sniffSeparator(body: string): string {
	const sample = body.slice(0, 20_000);
	const scores = CANDIDATES.map((delimiter) => {
		const { data } = Papa.parse<string[]>(sample, { delimiter, preview: SAMPLE });
		const counts = data.filter((row) => row.some((cell) => cell !== '')).map((row) => row.length);
		const usual = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
		return usual < 2 ? 0 : counts.filter((count) => count === usual).length / counts.length;
	});
	const best = Math.max(...scores);
	return best > 0 ? CANDIDATES[scores.indexOf(best)]! : '\t';
}

function readRows(body: string, before: number, table: TextTable, limits: Limits): void {
	let number = before;
	const { exact, safe } = table.directives;
	// The parser takes one kind of line end per file; a mixture is made one.
	const even = exact ? body : body.replace(/\r\n|\r/g, '\n');
	Papa.parse<string[]>(even, {
		delimiter: table.separator,
		newline: '\n',
		step({ data, errors }, parser) {
			const cells = safe ? data.map((cell) => cell.replace(DEFUSED, '')) : data;
			number += 1;
			const line = number;
			number += cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
			const label = cells[0] ?? '';
			if (cells.every((cell) => cell.trim() === '')) return;
			if (errors.some(({ code }) => code === 'MissingQuotes')) {
				table.skipped.add('note', line, label, 'a quote in it is not closed');
			} else if (cells.some((cell) => cell.length > limits.field)) {
				table.skipped.add('note', line, label, 'a cell is too long');
			} else if (cells.length > limits.fields) {
				table.skipped.add('note', line, label, `it has more than ${limits.fields} cells`);
			} else if (table.rows.length >= limits.notes) {
				table.skipped.add('note', line, label, `only ${limits.notes} rows are taken`);
				parser.abort();
			} else {
				table.rows.push({ cells, line });
				table.columns = Math.max(table.columns, cells.length);
			}
		},
	});
}

/** A row of one cell that begins with `#` among rows of several is a comment; any other such row is taken. */
function setAsideComments(table: TextTable): void {
	if (table.columns < 2 || table.directives.exact) return;
	const isComment = ({ cells }: { cells: string[] }) =>
		cells.length === 1 && cells[0]!.startsWith('#');
	for (const { line, cells } of table.rows.filter(isComment)) {
		table.skipped.add('note', line, cells[0]!, 'it begins with # and has one cell: a comment');
	}
	table.rows = table.rows.filter((row) => !isComment(row));
}

/** Whether a text holds blanks, as Anki writes them. */
export function hidesWords(text: string): boolean {
	return clozeNumbers(text).length > 0;
}

/** What the columns seem to be. @param fileName without its ending, for the deck */
export function suggestMapping(table: TextTable, fileName: string): TableMapping {
	const { directives, names, columns } = table;
	const special = (name: string, pattern: RegExp): number | undefined => {
		const said = directives[`${name}Column` as 'deckColumn'];
		const found = said ?? names?.findIndex((head) => pattern.test(head)) ?? -1;
		return found >= 0 && found < columns ? found : undefined;
	};
	const places = {
		noteTypeColumn: special('noteType', /^(notetype|note type)$/i),
		deckColumn: special('deck', /^deck$/i),
		tagsColumn: special('tags', /^tags?$/i),
		guidColumn: special('guid', /^(guid|id)$/i),
	};
	const taken = new Set(Object.values(places));
	const free = Array.from({ length: columns }, (_, column) => column).filter(
		(column) => !taken.has(column),
	);
	const usual = ['Front', 'Back'];
	const cells = table.rows.slice(0, 200).flatMap((row) => row.cells);
	const [first = 0] = free;
	const sample = table.rows.slice(0, 200);
	const hiding = sample.filter(({ cells: row }) => hidesWords(row[first] ?? '')).length;
	return {
		fields: free.map((column, at) => ({
			name: names?.[column] || usual[at] || `Field ${at + 1}`,
			column,
		})),
		noteType: directives.noteType ?? (hiding * 2 > sample.length ? 'Cloze' : 'Basic'),
		deck: directives.deck || fileName,
		tags: directives.tags ?? [],
		html: directives.html ?? cells.some((cell) => TAG.test(cell)),
		...Object.fromEntries(Object.entries(places).filter(([, column]) => column !== undefined)),
	};
}
