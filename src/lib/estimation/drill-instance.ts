/** A drill with its numbers: drawn from a seed, its story told, its targets calculated. */
import type { DrillAsk, DrillTemplate } from '../content/drill.ts';
import { drawInput, type DrawnInput } from './draw-input.ts';
import { evaluateFormula, type NameLookup } from './evaluate-formula.ts';
import { formulaUnit } from './formula-unit.ts';
import { namesIn, parseFormula } from './formula.ts';
import { dimensionOf, type Quantity } from './quantity.ts';
import type { KnownFactor, Target } from './target.ts';

export interface DrillInstance {
	template: DrillTemplate;
	seed: string;
	inputs: readonly DrawnInput[];
	/** The story with its numbers. */
	story: string;
	asks: readonly AskInstance[];
}

export interface AskInstance {
	id: string;
	/** The question with its numbers. */
	ask: string;
	source: DrillAsk;
	target: Target;
}

/**
 * The drill of a seed. The same template and seed give the same drill on every device.
 * @throws RangeError or FormulaError for a template that `checkDrill` would refuse
 */
export function instantiateDrill(template: DrillTemplate, seed: string | number): DrillInstance {
	const inputs = Object.entries(template.inputs).map(([name, input]) =>
		drawInput(name, input, `${template.id}/${seed}`),
	);
	const known = new Map<string, Quantity>();
	const asks = template.asks.map((source): AskInstance => {
		const target = targetOf(source, inputs, known);
		known.set(source.id, target.quantity);
		return { id: source.id, ask: fill(source.ask, inputs), source, target };
	});
	return { template, seed: String(seed), inputs, story: fill(template.story, inputs), asks };
}

/**
 * The target of one ask, from given values of names where there are some, from the drawn ones elsewhere.
 * @param own values by the names of inputs and earlier asks
 * @throws RangeError for an ask that the drill does not have
 */
export function targetFrom(
	drill: DrillInstance,
	askId: string,
	own: ReadonlyMap<string, Quantity>,
): Target {
	const inputs = drill.inputs.map((input) => withOwn(input, own.get(input.name)));
	const known = new Map<string, Quantity>();
	for (const { id, source } of drill.asks) {
		const target = targetOf(source, inputs, known);
		if (id === askId) return target;
		known.set(id, own.get(id) ?? target.quantity);
	}
	throw new RangeError(`the drill ${drill.template.id} asks for nothing called “${askId}”`);
}

/** What names stand for in the formulas of a drill. */
export function lookupIn(
	inputs: readonly DrawnInput[],
	known: ReadonlyMap<string, Quantity>,
): NameLookup {
	return (name) =>
		inputs.find((input) => input.name === name)?.quantity ??
		known.get(name) ??
		formulaUnit(name)?.exact;
}

function withOwn(input: DrawnInput, own: Quantity | undefined): DrawnInput {
	if (!own) return input;
	const { between, ...rest } = input;
	// A value of one's own leaves nothing for sources to disagree about.
	return between ? { ...rest, quantity: own } : { ...input, quantity: own };
}

function targetOf(
	source: DrillAsk,
	inputs: readonly DrawnInput[],
	known: ReadonlyMap<string, Quantity>,
): Target {
	const node = parseFormula(source.formula);
	const value = (lookup: NameLookup) =>
		asExpected(evaluateFormula(source.formula, node, lookup), source.expect);
	const lookup = lookupIn(inputs, known);
	const used = namesIn(node);
	const spread = inputs.filter(({ name, between }) => between && used.includes(name));
	const ends = (['low', 'high'] as const).map(
		(end) =>
			value((name) => {
				const input = spread.find((each) => each.name === name);
				return input?.between ? { ...input.quantity, value: input.between[end] } : lookup(name);
			}).value,
	);
	return {
		quantity: value(lookup),
		...(spread.length > 0 ? { between: { low: Math.min(...ends), high: Math.max(...ends) } } : {}),
		tolerance: source.tolerance,
		known: source.known.map((factor) => knownFactor(factor, lookup)),
		hasData: inputs.some(({ name, quantity }) => used.includes(name) && quantity.data !== 0),
	};
}

function knownFactor(
	{ factor, slip, say, fine }: DrillAsk['known'][number],
	lookup: NameLookup,
): KnownFactor {
	const { value } = evaluateFormula(factor, parseFormula(factor), lookup);
	return { ratio: slip === 'left out' ? 1 / value : value, say, fine };
}

/** 1 − SLO comes out as a plain number, where a share is asked for. */
export function asExpected(quantity: Quantity, expect: DrillAsk['expect']): Quantity {
	const given = dimensionOf(quantity);
	if (expect === 'fraction' && given === 'count') return { ...quantity, share: true };
	if (expect !== 'count' || given !== 'fraction') return quantity;
	const { share, ...rest } = quantity;
	return share ? rest : quantity;
}

function fill(text: string, inputs: readonly DrawnInput[]): string {
	return text.replace(/\{([a-z0-9_]+)\}/g, (whole, name: string) => {
		return inputs.find((input) => input.name === name)?.shown ?? whole;
	});
}
