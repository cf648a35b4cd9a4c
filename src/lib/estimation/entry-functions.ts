/** The functions that may be typed: roots, logarithms, rounding, least and greatest. */
import { refuse, rewritten } from './entry-fault.ts';
import type { Evaluation } from './evaluate-entry.ts';
import { isPlain, plain, sameUnits, type Quantity } from './quantity.ts';
import { squareRoot, UnitFault } from './quantity-algebra.ts';
import type { Node } from './syntax-tree.ts';

type Call = Extract<Node, { type: 'call' }>;

const LOGARITHMS = { log: Math.log10, log10: Math.log10, log2: Math.log2, ln: Math.log };
const ROUNDINGS = { ceil: Math.ceil, floor: Math.floor, round: Math.round };

/** @throws FaultSignal of kind `not-plain`; UnitFault */
export function applyFunction(call: Call, args: readonly Quantity[], run: Evaluation): Quantity {
	const { name } = call;
	const [first = plain(0)] = args;
	if (name === 'min' || name === 'max') {
		if (args.some((each) => !sameUnits(each, first) || each.currency !== first.currency)) {
			throw new UnitFault('add-mismatch', 'Amounts of different kinds cannot be compared.');
		}
		const best = name === 'min' ? Math.min : Math.max;
		return { ...first, value: best(...args.map(({ value }) => value)) };
	}
	if (name === 'sqrt') {
		if (first.value < 0) refuseArgument(call, 'A negative number has no square root.');
		return squareRoot(first);
	}
	if (!isPlain(first)) throw new UnitFault('not-plain', `${name} needs a number without a unit.`);
	if (name === 'ceil' || name === 'floor' || name === 'round') {
		const { share, ...rest } = first;
		return { ...rest, value: ROUNDINGS[name](first.value), ...(share ? {} : {}) };
	}
	if (first.value <= 0) refuseArgument(call, 'Only numbers above zero have a logarithm.');
	if (name === 'log') noteBase(call, run);
	return plain(LOGARITHMS[name](first.value));
}

function refuseArgument({ start, end }: Call, message: string): never {
	refuse('not-plain', { start, end }, message, 'Look at what stands in the brackets.');
}

function noteBase({ start }: Call, run: Evaluation): void {
	const span = { start, end: start + 3 };
	run.notes.push({
		kind: 'log-base',
		...span,
		text: 'log read to the base of 10.',
		alternatives: ['log2', 'ln'].map((name) => {
			const text = rewritten(run.text, span, name);
			return { label: text, text };
		}),
	});
}
