/** Builds the tree of an entry: powers before units, units before × and ÷, those before + and −. */
import { EntryCursor } from './entry-cursor.ts';
import { refuse } from './entry-fault.ts';
import type { Note } from './entry-note.ts';
import { numberNotes } from './number-notes.ts';
import { parseFactor } from './parse-literal.ts';
import { refuseHere, type ParseState } from './parse-state.ts';
import { dividesHere, multipliesHere } from './parse-units.ts';
import type { Quantity } from './quantity.ts';
import type { Node, UnitRef } from './syntax-tree.ts';
import { tokenizeEntry, type Bound, type Operator, type Token } from './tokenize-entry.ts';

export interface ParsedEntry {
	root: Node;
	approximate: boolean;
	bound?: Bound;
	/** The words that can mean several things, by `choice`. */
	torn: readonly UnitRef[];
	notes: readonly Note[];
}

/**
 * @param names values that a word alone stands for, such as the lines of a pad
 * @throws FaultSignal
 */
export function parseEntry(text: string, names: ReadonlyMap<string, Quantity>): ParsedEntry {
	const tokens = tokenizeEntry(text, names);
	if (tokens.length === 0) {
		const span = { start: 0, end: text.length };
		refuse('empty', span, 'Nothing is entered.', 'Write a number with its unit, as 12k/s.');
	}
	const state: ParseState = {
		text,
		at: new EntryCursor(text, tokens, names),
		names,
		torn: [],
		notes: numberNotes(text, tokens),
		depth: 0,
		approximate: false,
		between: false,
		whole: parseRangeOfSums,
	};
	const root = parseRangeOfSums(state);
	if (state.at.token) refuseHere(state);
	const { approximate, bound, torn, notes } = state;
	return { root, approximate, ...(bound ? { bound } : {}), torn, notes };
}

/** 10 TB/day to 20 TB/day. */
function parseRangeOfSums(state: ParseState): Node {
	const low = parseSum(state);
	const { token } = state.at;
	if (token?.type !== 'range') return low;
	if (countNumbers(low) !== 1) {
		refuse(
			'bad-range',
			token,
			'It is not clear where the range begins.',
			'Put the range in brackets, as 100M × (10 to 20).',
		);
	}
	state.at.next();
	const high = parseSum(state);
	return { type: 'range', low, high, sign: token, certain: true, start: low.start, end: high.end };
}

function parseSum(state: ParseState): Node {
	let left = parseProduct(state);
	for (;;) {
		const { token } = state.at;
		if (token?.type !== 'operator' || (token.operator !== '+' && token.operator !== '-'))
			return left;
		state.at.next();
		left = binary(token.operator, left, parseProduct(state), token);
	}
}

function parseProduct(state: ParseState): Node {
	let left = parseFactor(state, false);
	for (;;) {
		const { token } = state.at;
		const operator = token && productSign(state, token);
		if (!token || !operator) return left;
		state.at.next();
		left = binary(operator, left, parseFactor(state, operator === '/'), token);
	}
}

function productSign(state: ParseState, token: Token): '*' | '/' | undefined {
	if (token.type === 'operator') {
		return token.operator === '*' || token.operator === '/' ? token.operator : undefined;
	}
	if (token.type !== 'word') return undefined;
	return dividesHere(state) ? '/' : multipliesHere(state) ? '*' : undefined;
}

function binary(operator: Operator, left: Node, right: Node, sign: Token): Node {
	return { type: 'binary', operator, left, right, sign, start: left.start, end: right.end };
}

function countNumbers(node: Node): number {
	switch (node.type) {
		case 'number':
			return 1;
		case 'value':
			// A unit that stands for one of itself takes no room.
			return node.start === node.end ? 0 : 1;
		case 'measured':
		case 'negate':
			return countNumbers(node.of);
		case 'binary':
			return countNumbers(node.left) + countNumbers(node.right);
		case 'group':
			return 1;
		default:
			return 2;
	}
}
