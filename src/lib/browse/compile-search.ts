/** Makes of a search the test of a row, and finds what passes it. */
import type { Moment, Zone } from '../scheduler/study-day.ts';
import type { CardColumns } from './card-columns.ts';
import { compileTerm } from './compile-term.ts';
import type { SearchNode } from './search-node.ts';

/** When a search is made, and in whose days. */
export interface SearchMoment {
	now: Moment;
	zone: Zone;
}

export type RowTest = (row: number) => boolean;

/** The test of a row that holds a card; good until the columns change. */
export function compileSearch(
	node: SearchNode,
	columns: CardColumns,
	moment: SearchMoment,
): RowTest {
	if ('all' in node) return () => true;
	const compile = (part: SearchNode) => compileSearch(part, columns, moment);
	if ('and' in node) {
		const tests = cheapFirst(node.and).map(compile);
		return (row) => tests.every((test) => test(row));
	}
	if ('or' in node) {
		const tests = cheapFirst(node.or).map(compile);
		return (row) => tests.some((test) => test(row));
	}
	if ('not' in node) {
		const test = compile(node.not);
		return (row) => !test(row);
	}
	return compileTerm(node, columns, moment);
}

/** A look at a number is quicker than one at a text. */
function cheapFirst(parts: readonly SearchNode[]): SearchNode[] {
	return [...parts].sort((a, b) => costOf(a) - costOf(b));
}

function costOf(node: SearchNode): number {
	if ('all' in node) return 0;
	if ('and' in node) return Math.max(...node.and.map(costOf));
	if ('or' in node) return Math.max(...node.or.map(costOf));
	if ('not' in node) return costOf(node.not);
	if (hasRegex(node)) return 5;
	if (node.term === 'word') return 4;
	if (node.term === 'field') return 3;
	if (node.term === 'text') return 2;
	return node.term === 'prop' ? 1 : 0;
}

/** Whether a search asks for a regular expression, which may take any time. */
export function hasRegex(node: SearchNode): boolean {
	if ('all' in node) return false;
	if ('and' in node) return node.and.some(hasRegex);
	if ('or' in node) return node.or.some(hasRegex);
	if ('not' in node) return hasRegex(node.not);
	return node.term === 'regex' || node.term === 'fieldRegex' || node.term === 'tagRegex';
}

/** The rows of `order` that pass, in that order. Each is one of the columns. */
export function findRows(
	columns: CardColumns,
	order: Uint32Array,
	test: RowTest,
	/** Called before each row; ends the search by throwing. */
	pause?: () => void,
): Uint32Array<ArrayBuffer> {
	// Looked at as they are stored: texts that lie side by side are read several times as fast.
	const passed = new Uint8Array(columns.count);
	let size = 0;
	for (let row = 0; row < columns.count; row += 1) {
		pause?.();
		if (!columns.has(row) || !test(row)) continue;
		passed[row] = 1;
		size += 1;
	}
	const found = new Uint32Array(size);
	let count = 0;
	for (const row of order) if (passed[row] === 1) found[count++] = row;
	return found;
}
