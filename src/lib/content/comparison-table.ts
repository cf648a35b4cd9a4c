/** Reads the table and the list of tests of a comparison from their Markdown. */
import type { ComparisonRow } from './comparison.ts';
import type { TextPiece } from './text-piece.ts';

export type Report = (line: number, what: string, right: string) => void;

function cellsOf(line: string): string[] {
	return line
		.replace(/^\s*\||\|\s*$/g, '')
		.split('|')
		.map((cell) => cell.trim());
}

/** The rows of a table whose first column links the patterns. */
export function readTable(
	piece: TextPiece,
	report: Report,
): { columns: string[]; rows: (ComparisonRow & { line: number })[] } {
	const lines = piece.text.split('\n');
	const [head = '', rule = ''] = lines;
	const columns = cellsOf(head);
	if (!head.startsWith('|') || !/^\|(\s*-{3,}\s*\|)+$/.test(rule.trim())) {
		report(piece.line, 'the section "Table" holds no table', 'a head, a line of dashes, the rows');
		return { columns: [], rows: [] };
	}
	const rows = lines.slice(2).flatMap((text, at) => {
		const line = piece.line + at + 2;
		const [first = '', ...cells] = cellsOf(text);
		const link = /\[([^\]]+)\]\(([a-z0-9-]+)\)/.exec(first);
		if (!link) {
			report(line, 'the row names no pattern', 'begin it with "| [Name](pattern-id) |"');
			return [];
		}
		if (cells.length + 1 !== columns.length) {
			const what = `the row has ${cells.length + 1} cells, the head ${columns.length}`;
			report(line, what, 'one for each column');
		}
		const name = first.replace(link[0], link[1] ?? '');
		return { line, name, pattern: link[2] ?? '', cells };
	});
	return { columns, rows };
}

const FEWEST_TESTS = 3;
const MOST_TESTS = 6;

/** The tests of "How to decide", without their numbers. */
export function readTests(piece: TextPiece, report: Report): string[] {
	const tests: string[] = [];
	for (const line of piece.text.split('\n')) {
		const item = /^\d+\. (.+)$/.exec(line);
		if (item) tests.push(item[1] ?? '');
		else if (/^ {3}\S/.test(line) && tests.length > 0) tests[tests.length - 1] += ` ${line.trim()}`;
		else if (line.trim() !== '') {
			report(
				piece.line,
				'"How to decide" is more than a numbered list',
				'write tests "1. …" alone',
			);
			break;
		}
	}
	if (tests.length < FEWEST_TESTS || tests.length > MOST_TESTS) {
		report(piece.line, `the tests: ${tests.length}`, `${FEWEST_TESTS} to ${MOST_TESTS}, in order`);
	}
	return tests;
}
