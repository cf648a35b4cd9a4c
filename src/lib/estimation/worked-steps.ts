/** The solution of a drill step by step, exact and as one calculates it in the head, side by side. */
import type { DrillStep } from '../content/drill.ts';
import { asExpected, lookupIn, type AskInstance, type DrillInstance } from './drill-instance.ts';
import { evaluateFormula, type NameLookup } from './evaluate-formula.ts';
import { formatQuantity } from './format-quantity.ts';
import { formulaUnit } from './formula-unit.ts';
import { parseFormula } from './formula.ts';
import { isPlain, type Quantity } from './quantity.ts';
import { renderFormula } from './render-formula.ts';
import { roundTo } from './short-number.ts';

export interface WorkedStep {
	say: string;
	exact: WorkedSide;
	/** With 10^5 seconds a day, 400 days a year, and each result rounded to two digits. */
	head: WorkedSide;
}

export interface WorkedSide {
	/** The sum with its values: `50 million × 10 ÷ 86,400 s`. */
	sum: string;
	/** Its result in a sensible unit. */
	result: string;
	quantity: Quantity;
}

/** Both ways through one ask, step by step. */
export function workedSteps(
	drill: DrillInstance,
	ask: AskInstance,
	own: ReadonlyMap<string, Quantity> = new Map(),
): WorkedStep[] {
	const before = new Map<string, Quantity>();
	for (const { id, target } of drill.asks) {
		if (id === ask.id) break;
		before.set(id, own.get(id) ?? target.quantity);
	}
	const inputs = drill.inputs.map((input) => ({
		...input,
		quantity: own.get(input.name) ?? input.quantity,
	}));
	const [exact, head] = [new Map(before), new Map(before)];
	const rough = ask.target.tolerance === 'log' || ask.target.tolerance === 'whole';
	const shownInput = (name: string, alone: boolean) => {
		const input = drill.inputs.find((each) => each.name === name);
		// A named case says nothing within a sum, and everything beside its number.
		return input && (alone || !input.hidden) && !own.has(name) ? input.shown : undefined;
	};
	const { steps, expect } = ask.source;
	return steps.map((step, index) => {
		const id = step.id ?? `step ${index}`;
		// Only the answer is known to be a share; a plain 0.99999 would be shown as 1.
		const answer = (value: Quantity) =>
			index === steps.length - 1 ? asExpected(value, expect) : value;
		const exactSide = side(step.formula, lookupIn(inputs, exact), shownInput, 'shown', answer);
		const headLookup = rough ? withHeadUnits(lookupIn(inputs, head)) : lookupIn(inputs, head);
		const headSide = side(
			headFormula(step),
			headLookup,
			shownInput,
			rough ? 'shownHead' : 'shown',
			(value) => answer(rough ? roundRoughly(value) : value),
		);
		exact.set(id, exactSide.quantity);
		head.set(id, headSide.quantity);
		return { say: step.say, exact: exactSide, head: headSide };
	});
}

/** 86,400 exactly, 10^5 in the head. */
const DIGITS = { shown: 5, shownHead: 2 } as const;

function headFormula({ head, formula }: DrillStep): string {
	return head ?? formula;
}

function side(
	formula: string,
	lookup: NameLookup,
	shownInput: (name: string, alone: boolean) => string | undefined,
	way: 'shown' | 'shownHead',
	finish: (quantity: Quantity) => Quantity,
): WorkedSide {
	const node = parseFormula(formula);
	const quantity = finish(evaluateFormula(formula, node, lookup));
	const sum = renderFormula(node, (name) => {
		const unit = formulaUnit(name);
		const value = lookup(name);
		return (
			shownInput(name, node.type === 'name') ??
			(unit ? (unit[way] ?? unit.shown) : value ? formatQuantity(value, DIGITS[way]) : name)
		);
	});
	return { sum, result: formatQuantity(quantity, DIGITS[way]), quantity };
}

function withHeadUnits(lookup: NameLookup): NameLookup {
	return (name) => formulaUnit(name)?.head ?? lookup(name);
}

/** Two digits; a share close to the whole keeps what is missing to it. */
function roundRoughly(quantity: Quantity): Quantity {
	const { value } = quantity;
	if (isPlain(quantity) && value > 0.9 && value < 1) {
		return { ...quantity, value: 1 - roundTo(1 - value, 2) };
	}
	return { ...quantity, value: roundTo(value, 2) };
}
