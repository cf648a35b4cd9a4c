/** Calculates a formula over named quantities, with their units; there is no eval in it. */
import { FormulaError, type FormulaFunction, type FormulaNode } from './formula.ts';
import { isPlain, plain, sameUnits, type Quantity } from './quantity.ts';
import {
	add,
	divide,
	multiply,
	negate,
	power,
	squareRoot,
	subtract,
	UnitFault,
} from './quantity-algebra.ts';

/** What a name stands for; undefined for one that stands for nothing. */
export type NameLookup = (name: string) => Quantity | undefined;

/**
 * @param formula its text, for errors
 * @throws FormulaError for an unknown name, units that do not go together, or a result that is no finite number
 */
export function evaluateFormula(formula: string, node: FormulaNode, lookup: NameLookup): Quantity {
	const result = evaluate(formula, node, lookup);
	if (Number.isFinite(result.value)) return result;
	throw new FormulaError(formula, 0, 'the result is not a finite number');
}

/** The same over plain numbers, without units. @throws FormulaError */
export function evaluateNumbers(
	formula: string,
	node: FormulaNode,
	values: Readonly<Record<string, number>>,
): number {
	const lookup = (name: string) => {
		const value = Object.hasOwn(values, name) ? values[name] : undefined;
		return value === undefined ? undefined : plain(value);
	};
	return evaluateFormula(formula, node, lookup).value;
}

function evaluate(formula: string, node: FormulaNode, lookup: NameLookup): Quantity {
	const of = (each: FormulaNode) => evaluate(formula, each, lookup);
	switch (node.type) {
		case 'number':
			return plain(node.value);
		case 'name': {
			const quantity = lookup(node.name);
			if (quantity) return quantity;
			throw new FormulaError(formula, node.at, `nothing is called “${node.name}”`);
		}
		case 'negate':
			return negate(of(node.of));
		default: {
			const args = node.type === 'binary' ? [of(node.left), of(node.right)] : node.args.map(of);
			try {
				return node.type === 'binary'
					? OPERATIONS[node.operator](args[0] ?? plain(0), args[1] ?? plain(0))
					: call(node.name, args);
			} catch (error) {
				if (!(error instanceof UnitFault)) throw error;
				throw new FormulaError(formula, node.at, error.message.replace(/\.$/, ''));
			}
		}
	}
}

const OPERATIONS = {
	'+': add,
	'-': subtract,
	'*': multiply,
	'/': divide,
	'^': power,
} as const;

const PLAIN_ONLY: Partial<Record<FormulaFunction, (value: number) => number>> = {
	ceil: (value) => Math.ceil(value - hair(value)),
	floor: (value) => Math.floor(value + hair(value)),
	round: Math.round,
	log: Math.log,
	log2: Math.log2,
	log10: Math.log10,
	exp: Math.exp,
};

/** A whole number that was calculated may lie a hair beside itself: 3.0000000000000004 servers are 3. */
function hair(value: number): number {
	return Math.abs(value) * 1e-12;
}

function call(name: FormulaFunction, args: readonly Quantity[]): Quantity {
	const [first = plain(0), second = plain(0)] = args;
	if (name === 'sqrt') return squareRoot(first);
	const single = PLAIN_ONLY[name];
	if (single) {
		if (!isPlain(first)) throw new UnitFault('not-plain', `${name} needs a number without a unit.`);
		return plain(single(first.value));
	}
	if (args.some((each) => !sameUnits(each, first))) {
		throw new UnitFault('add-mismatch', `${name} needs values of one kind.`);
	}
	const values = args.map(({ value }) => value);
	if (name === 'mod') {
		if (second.value === 0) throw new UnitFault('zero-division', 'Nothing is left over of zero.');
		return { ...first, value: first.value - second.value * Math.floor(first.value / second.value) };
	}
	return { ...first, value: name === 'min' ? Math.min(...values) : Math.max(...values) };
}
