/** Calculates the tree of an entry with its units, for one choice among the meanings of its words. */
import { FaultSignal, refuse, rewritten, type Span } from './entry-fault.ts';
import type { Note } from './entry-note.ts';
import { applyFunction } from './entry-functions.ts';
import { measure, type Choices } from './measure.ts';
import { isPlain, plain, sameUnits, type Quantity } from './quantity.ts';
import { add, divide, multiply, negate, power, subtract, UnitFault } from './quantity-algebra.ts';
import { shortNumber } from './short-number.ts';
import type { Node } from './syntax-tree.ts';

export interface Evaluation {
	text: string;
	choices: Choices;
	/** Of a range: its geometric mean, or one of its ends. */
	pick: 'middle' | 'low' | 'high';
	notes: Note[];
	/** Set when a range is met. */
	ranged: boolean;
}

/** @throws FaultSignal */
export function evaluateNode(node: Node, run: Evaluation): Quantity {
	try {
		const quantity = evaluate(node, run);
		if (Number.isFinite(quantity.value)) return quantity;
	} catch (error) {
		if (error instanceof FaultSignal || !(error instanceof UnitFault)) throw error;
		refuse(error.kind, node, error.message, UNIT_ADVICE[error.kind]);
	}
	return refuse(
		'overflow',
		node,
		'The number is larger than anything that could be counted.',
		'Look for a power or a scale too many.',
	);
}

const UNIT_ADVICE: Record<UnitFault['kind'], string> = {
	'add-mismatch': 'Add like to like: multiply a rate by a time, or a count by a size, first.',
	'currency-mismatch': 'Write all of it in one currency.',
	'bad-exponent': 'Raise plain numbers only, as 62^7.',
	'zero-division': 'Divide by something larger than zero.',
	'not-plain': 'Divide the unit away first, as 5 TB / 2 TB.',
};

function evaluate(node: Node, run: Evaluation): Quantity {
	switch (node.type) {
		case 'number': {
			const { digits, exponent } = node.token.number;
			return plain(Number(`${digits}e${exponent}`));
		}
		case 'value':
			return node.quantity;
		case 'group':
			return evaluateNode(node.of, run);
		case 'negate':
			return negate(evaluateNode(node.of, run));
		case 'measured': {
			// The number of a literal may overflow only together with its scale.
			const value = evaluateNode(node.of, run);
			return measure(node.of, value, node.units, run.choices);
		}
		case 'compound':
			return compound(node, node.parts, run);
		case 'range':
			return middleOf(node, run);
		case 'call':
			return applyFunction(
				node,
				node.args.map((arg) => evaluateNode(arg, run)),
				run,
			);
		case 'binary':
			return binary(node, run);
	}
}

function binary(node: Extract<Node, { type: 'binary' }>, run: Evaluation): Quantity {
	const left = evaluateNode(node.left, run);
	const right = evaluateNode(node.right, run);
	switch (node.operator) {
		case '*':
			return multiply(left, right);
		case '/':
			return divide(left, right);
		case '^': {
			const raised = power(left, right);
			if (!Number.isNaN(raised.value)) return raised;
			throw new UnitFault('bad-exponent', 'A negative number has no such power.');
		}
		default:
			if (right.share && !left.share) return relative(node, left, right, run);
			if (left.share && !right.share && sameUnits(left, right) && Math.abs(right.value) > 1) {
				throw new UnitFault('add-mismatch', 'A share and a count cannot be added.');
			}
			return node.operator === '+' ? add(left, right) : subtract(left, right);
	}
}

/** 100 + 20 % is 120, and 1 − 99.9 % is 0.1 %. */
function relative(
	node: Extract<Node, { type: 'binary' }>,
	whole: Quantity,
	{ value }: Quantity,
	run: Evaluation,
): Quantity {
	const factor = node.operator === '+' ? 1 + value : 1 - value;
	const result = { ...whole, value: whole.value * factor };
	if (isPlain(whole) && whole.value === 1) {
		return result.value < 1 ? { ...result, share: true } : result;
	}
	const said = `${shortNumber(value * 100, 6)} %`;
	const more = node.operator === '+' ? 'more' : 'less';
	const other = rewritten(run.text, node.right, String(value));
	run.notes.push({
		kind: 'relative-percent',
		start: node.right.start,
		end: node.right.end,
		text: `Read as ${said} ${more} than what stands before it.`,
		alternatives: isPlain(whole) ? [{ label: other, text: other }] : [],
	});
	return result;
}

function compound(span: Span, parts: readonly Node[], run: Evaluation): Quantity {
	const whole = parts.map((part) => evaluateNode(part, run)).reduce(add);
	run.notes.push({
		kind: 'compound-time',
		start: span.start,
		end: span.end,
		text: 'The parts are added up.',
		alternatives: [],
	});
	return whole;
}

function middleOf(node: Extract<Node, { type: 'range' }>, run: Evaluation): Quantity {
	const ends = [evaluateNode(node.low, run), evaluateNode(node.high, run)] as const;
	const [low, high] = ends[0].value <= ends[1].value ? ends : [ends[1], ends[0]];
	if (!sameUnits(low, high) || low.currency !== high.currency) {
		refuse(
			'bad-range',
			node,
			'The ends of the range are of different kinds.',
			'Write both ends with the same unit, as 10 to 20 TB.',
		);
	}
	if (low.value <= 0) {
		refuse(
			'bad-range',
			node,
			'A range begins above zero: its middle is the geometric mean.',
			'Write the smallest value that is still possible.',
		);
	}
	run.ranged = true;
	const other = rewritten(run.text, node.sign, ' - ');
	// Alone, a difference would be negative and cannot be meant.
	const partly = run.text.trim().length > node.end - node.start;
	const minus = !node.certain && (high.share || partly);
	run.notes.push({
		kind: 'range',
		start: node.start,
		end: node.end,
		text: 'Read as a range; its middle is the geometric mean.',
		alternatives: minus ? [{ label: `${other} (minus)`, text: other }] : [],
	});
	const middle = Math.sqrt(low.value) * Math.sqrt(high.value);
	const value = { middle, low: low.value, high: high.value }[run.pick];
	return { ...low, ...high, value };
}
