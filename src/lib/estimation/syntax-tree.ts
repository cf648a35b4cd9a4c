/** An entry after parsing: what is done with what, each part knowing its place. */
import type { Span } from './entry-fault.ts';
import type { Operator, Token } from './tokenize-entry.ts';
import type { Quantity } from './quantity.ts';
import type { UnitMeaning } from './unit-meaning.ts';

/** A word after a number; `choice` numbers those that can mean several things, in order. */
export interface UnitRef extends Span {
	text: string;
	meanings: readonly UnitMeaning[];
	choice?: number;
}

export type FunctionName =
	'sqrt' | 'log' | 'log2' | 'log10' | 'ln' | 'ceil' | 'floor' | 'round' | 'min' | 'max';

export type NumberToken = Extract<Token, { type: 'number' }>;

export type Node = Span &
	(
		| { type: 'number'; token: NumberToken }
		/** A number said in words, or a value known by a name. */
		| { type: 'value'; quantity: Quantity }
		/** `of` times its units. */
		| { type: 'measured'; of: Node; units: UnitRef[] }
		| { type: 'negate' | 'group'; of: Node }
		| { type: 'binary'; operator: Operator; left: Node; right: Node; sign: Span }
		| { type: 'range'; low: Node; high: Node; sign: Span; certain: boolean }
		| { type: 'call'; name: FunctionName; args: Node[] }
		/** 1 h 30 min. */
		| { type: 'compound'; parts: Node[] }
	);
