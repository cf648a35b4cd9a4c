/** The lines that a text file for Anki may begin with: `#separator:Tab`, `#deck:Design`, `#tags column:3`. */

export interface TableDirectives {
	/** One character. */
	separator?: string;
	html?: boolean;
	/** For every row. */
	tags?: string[];
	/** Names of columns. */
	columns?: string[];
	noteType?: string;
	deck?: string;
	/** Counted from 0. */
	noteTypeColumn?: number;
	deckColumn?: number;
	tagsColumn?: number;
	guidColumn?: number;
	/** Written by us: every character counts. */
	exact?: boolean;
	/** Cells that a spreadsheet would run have a quote before them. */
	safe?: boolean;
}

export interface ReadDirectives {
	directives: TableDirectives;
	/** Number of lines that they take. */
	lines: number;
	/** Lines among them that begin with `#` and say nothing, by number from 1. */
	unknown: { line: number; text: string }[];
}

const SEPARATORS: Record<string, string> = {
	...{ comma: ',', semicolon: ';', tab: '\t', space: ' ', pipe: '|', colon: ':' },
};
const MOST_LINES = 100;

/** Reads the lines beginning with `#` at the top; none of them counts where none is a directive. */
export function readDirectives(lines: readonly string[]): ReadDirectives {
	const read: ReadDirectives = { directives: {}, lines: 0, unknown: [] };
	let known = 0;
	for (const line of lines.slice(0, MOST_LINES)) {
		// Old files of Anki say tags for all rows without a mark.
		const old = read.lines === 0 && /^tags:/i.test(line) ? `#${line}` : line;
		if (!old.startsWith('#')) break;
		read.lines += 1;
		if (takeDirective(old, read.directives)) known += 1;
		else read.unknown.push({ line: read.lines, text: line });
	}
	return known > 0 ? read : { directives: {}, lines: 0, unknown: [] };
}

function takeDirective(line: string, directives: TableDirectives): boolean {
	const found = /^#\s*([a-z ]{1,30}?)\s*:(.*)$/i.exec(line);
	const key = found?.[1]?.toLowerCase() ?? '';
	const raw = found?.[2] ?? '';
	// Spreadsheets fill the line up with delimiters when they save it.
	const value = raw.replace(key === 'separator' ? /(?<=.)[,;\t|]+$/ : /[,;\t|]+$/, '').trim();
	const column = Number.parseInt(value, 10) - 1;
	switch (key) {
		case 'separator':
			directives.separator = separatorOf(raw, value);
			return true;
		case 'html':
			if (/^(true|false)$/i.test(value)) directives.html = /^true$/i.test(value);
			return true;
		case 'tags':
			directives.tags = value.split(/\s+/).filter((tag) => tag !== '');
			return true;
		case 'columns': {
			const separator = directives.separator ?? /[\t;|,]/.exec(raw)?.[0] ?? ',';
			directives.columns = raw.split(separator).map((name) => name.trim());
			return true;
		}
		case 'notetype':
			directives.noteType = value;
			return true;
		case 'deck':
			directives.deck = value;
			return true;
		case 'notetype column':
		case 'deck column':
		case 'tags column':
		case 'guid column': {
			const name = key === 'notetype column' ? 'noteTypeColumn' : `${key.split(' ')[0]}Column`;
			if (column >= 0) directives[name as 'deckColumn'] = column;
			return true;
		}
		case 'made by':
			directives.exact = /onsite/i.test(value);
			directives.safe = /safe for spreadsheets/i.test(value);
			return true;
		case 'match scope':
		case 'if matches':
			return true;
		default:
			return false;
	}
}

/** Named, or one character; anything else means a space, as in Anki. */
function separatorOf(raw: string, value: string): string {
	const named = SEPARATORS[value.toLowerCase()];
	// Saved again by a spreadsheet that has other separators, commas fill no line up.
	const filled = /[^;\t]([;\t])\1*$/.exec(raw)?.[1];
	if (named) return named === ',' ? (filled ?? named) : named;
	if (raw === '\t' || raw.trim().length <= 1) return raw.trim() || raw[0] || ' ';
	return value.length === 1 ? value : ' ';
}
