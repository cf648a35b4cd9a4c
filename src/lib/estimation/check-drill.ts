/** The rules for a drill that its schema cannot see: names, units, and every number over many draws. */
import type { DrillAsk, DrillTemplate } from '../content/drill.ts';
import { distance } from './band.ts';
import {
	instantiateDrill,
	lookupIn,
	type AskInstance,
	type DrillInstance,
} from './drill-instance.ts';
import { drawable } from './draw-input.ts';
import { evaluateFormula } from './evaluate-formula.ts';
import { FORMULA_FUNCTIONS, namesIn, parseFormula } from './formula.ts';
import { FORMULA_UNITS, formulaUnit, unitByText } from './formula-unit.ts';
import { dimensionOf, isPlain, quantityOf, sameUnits } from './quantity.ts';
import { soWhatOf } from './so-what.ts';
import { workedSteps } from './worked-steps.ts';
import { DIMENSION_WORDS, sayDimension } from './dimension-words.ts';

export interface DrillFault {
	/** Where in the template, such as `['asks', 0, 'formula']`. */
	path: (string | number)[];
	what: string;
	/** What would be right, as a clause. */
	right: string;
}

/** Draws enough to meet nearly every value of every input. */
const DRAWS = 40;
/** A way through the head that lands outside of "good" teaches a wrong number. */
const HEAD_LIMIT = 2;

/** Everything wrong with a template that fits the schema; empty for a sound one. */
export function checkDrill(template: DrillTemplate): DrillFault[] {
	const faults = [...checkInputs(template), ...checkTexts(template), ...checkNames(template)];
	if (faults.length > 0) return faults;
	for (let seed = 0; seed < DRAWS; seed++) {
		const found = checkDraw(template, seed);
		if (found.length > 0) return found;
	}
	return checkChoices(template);
}

function checkInputs({ inputs }: DrillTemplate): DrillFault[] {
	return Object.entries(inputs).flatMap(([name, input]) => {
		const path = ['inputs', name];
		const faults: DrillFault[] = [];
		if (formulaUnit(name) || FORMULA_FUNCTIONS.some((each) => each === name)) {
			faults.push({
				path,
				what: `“${name}” is a unit or a function`,
				right: 'give it another name',
			});
		}
		if (!unitByText(input.unit)) {
			const right = `1, %, $, or one of ${FORMULA_UNITS.join(', ')}, also with / between them`;
			faults.push({ path: [...path, 'unit'], what: `unknown unit “${input.unit}”`, right });
		}
		const values = drawable(input);
		if (values.length === 0 || values.some((value) => !(value > 0))) {
			const right =
				'a range above zero that holds a number such as 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6 or 8';
			faults.push({ path, what: 'nothing above zero can be drawn', right });
		}
		const [least = 0, most = Infinity] = input.plausible ?? [];
		if (values.some((value) => value < least || value > most)) {
			const right = 'let plausible hold all that is drawn';
			faults.push({ path: [...path, 'plausible'], what: 'a drawn number is not plausible', right });
		}
		return faults;
	});
}

function checkTexts({ inputs, story, asks }: DrillTemplate): DrillFault[] {
	const texts: [path: (string | number)[], text: string][] = [
		[['story'], story],
		...asks.map(({ ask }, index): [(string | number)[], string] => [['asks', index, 'ask'], ask]),
	];
	const all = texts.map(([, text]) => text).join(' ');
	const unknown = texts.flatMap(([path, text]) =>
		[...text.matchAll(/\{([^}]*)\}/g)]
			.filter(([, name = '']) => !Object.hasOwn(inputs, name))
			.map(([placeholder]): DrillFault => ({
				path,
				what: `nothing is called ${placeholder}`,
				right: `use the name of an input: ${Object.keys(inputs).join(', ')}`,
			})),
	);
	const unsaid = Object.keys(inputs)
		.filter((name) => !all.includes(`{${name}}`))
		.map((name): DrillFault => ({
			path: ['inputs', name],
			what: `{${name}} stands in no text`,
			right: 'say the number in the story',
		}));
	return [...unknown, ...unsaid];
}

/** Every formula is read, and every name in it stands for something that comes before it. */
function checkNames({ inputs, asks }: DrillTemplate): DrillFault[] {
	const names = new Set(Object.keys(inputs));
	return asks.flatMap((ask, index) => {
		const at = ['asks', index];
		const local = new Set(names);
		const faults = [
			...formulaFaults([...at, 'formula'], ask.formula, names),
			...ask.known.flatMap(({ factor }, k) =>
				formulaFaults([...at, 'known', k, 'factor'], factor, names),
			),
			...ask.steps.flatMap(({ id, formula, head }, k) => {
				const found = [formula, ...(head === undefined ? [] : [head])].flatMap((text) =>
					formulaFaults([...at, 'steps', k, 'formula'], text, local),
				);
				if (id !== undefined) local.add(id);
				return found;
			}),
		];
		const taken = names.has(ask.id) || formulaUnit(ask.id);
		names.add(ask.id);
		if (!taken) return faults;
		return [...faults, { path: [...at, 'id'], what: `“${ask.id}” is taken`, right: 'another id' }];
	});
}

function formulaFaults(
	path: (string | number)[],
	formula: string,
	names: ReadonlySet<string>,
): DrillFault[] {
	try {
		return namesIn(parseFormula(formula))
			.filter((name) => !names.has(name) && !formulaUnit(name))
			.map((name) => ({
				path,
				what: `nothing before it is called “${name}”`,
				right: `use ${[...names].join(', ')} or a unit`,
			}));
	} catch (error) {
		return [{ path, what: messageOf(error), right: 'mend the formula' }];
	}
}

function checkDraw(template: DrillTemplate, seed: number): DrillFault[] {
	let drill: DrillInstance;
	try {
		drill = instantiateDrill(template, seed);
	} catch (error) {
		return [{ path: ['asks'], what: messageOf(error), right: 'mend the formula' }];
	}
	return drill.asks.flatMap((ask, index) => {
		const path = ['asks', index];
		try {
			return checkAsk(drill, ask, path);
		} catch (error) {
			return [{ path: [...path, 'steps'], what: messageOf(error), right: 'mend the step' }];
		}
	});
}

function checkAsk(drill: DrillInstance, ask: AskInstance, path: (string | number)[]): DrillFault[] {
	const { quantity } = ask.target;
	const { expect, tolerance } = ask.source;
	const numbers = drill.inputs.map(({ name, shown }) => `${name} = ${shown}`).join(', ');
	if (dimensionOf(quantity) !== expect) {
		const what = `the formula gives ${sayDimension(quantity)} instead of ${DIMENSION_WORDS[expect]}`;
		return [
			{ path: [...path, 'formula'], what, right: 'mend the units of the formula or the expect' },
		];
	}
	if (!(quantity.value > 0)) {
		const what = `the answer is ${quantity.value} for ${numbers}`;
		return [{ path: [...path, 'formula'], what, right: 'an answer above zero for every draw' }];
	}
	if (tolerance === 'availability' && (expect !== 'fraction' || quantity.value >= 1)) {
		const right = 'a fraction below 1, or another tolerance';
		return [{ path: [...path, 'tolerance'], what: 'this is no availability', right }];
	}
	return [
		...checkSteps(drill, ask, path, numbers),
		...checkKnown(drill, ask.source, path),
		...checkUnit(ask, path),
	];
}

function checkSteps(
	drill: DrillInstance,
	ask: AskInstance,
	path: (string | number)[],
	numbers: string,
): DrillFault[] {
	const last = workedSteps(drill, ask).at(-1);
	const { quantity } = ask.target;
	const at = [...path, 'steps', ask.source.steps.length - 1];
	const exact = last?.exact.quantity;
	if (
		!last ||
		!exact ||
		!sameUnits(exact, quantity) ||
		distance(exact.value, quantity.value) > 1 + 1e-6
	) {
		const what = `the last step gives ${last?.exact.result} where the formula gives ${quantity.value} for ${numbers}`;
		return [{ path: at, what, right: 'end with what the formula calculates' }];
	}
	if (distance(last.head.quantity.value, quantity.value) > HEAD_LIMIT) {
		const what = `the way through the head ends at ${last.head.result} instead of ${last.exact.result} for ${numbers}`;
		return [{ path: at, what, right: 'give steps a head formula that lands within a factor of 2' }];
	}
	return [];
}

function checkKnown(drill: DrillInstance, ask: DrillAsk, path: (string | number)[]): DrillFault[] {
	const before = new Map(drill.asks.map(({ id, target }) => [id, target.quantity]));
	return ask.known.flatMap(({ factor }, index) => {
		const value = evaluateFormula(factor, parseFormula(factor), lookupIn(drill.inputs, before));
		if (isPlain(value) && value.value > 0) return [];
		const at = [...path, 'known', index, 'factor'];
		return [
			{ path: at, what: 'the factor is no plain number above zero', right: 'divide its unit away' },
		];
	});
}

function checkUnit({ source, target }: AskInstance, path: (string | number)[]): DrillFault[] {
	if (source.unit === undefined) {
		if (!source.so_what || isPlain(target.quantity)) return [];
		const right = 'say in which unit the numbers of so_what are';
		return [{ path, what: 'the unit is missing', right }];
	}
	const unit = unitByText(source.unit);
	const expected = quantityOf(1, source.expect);
	if (unit && sameUnits(unit, expected)) return [];
	const what = `“${source.unit}” is not ${DIMENSION_WORDS[source.expect]}`;
	return [{ path: [...path, 'unit'], what, right: 'a unit of what is asked for' }];
}

/** The limits of a decision rise, and the numbers that are drawn reach at least two of its choices. */
function checkChoices(template: DrillTemplate): DrillFault[] {
	const draws = Array.from({ length: DRAWS }, (_, seed) => instantiateDrill(template, seed));
	return template.asks.flatMap(({ so_what: asked }, index) => {
		if (!asked) return [];
		const path = ['asks', index, 'so_what', 'options'];
		const limits = asked.options.flatMap(({ up_to, never }) => (never ? [] : [up_to ?? Infinity]));
		if (
			limits.length === 0 ||
			limits.some((limit, at) => at > 0 && limit <= (limits[at - 1] ?? 0))
		) {
			return [{ path, what: 'the limits do not rise', right: 'order the choices by up_to' }];
		}
		const reached = new Set(
			draws.map((draw) => {
				const ask = draw.asks[index];
				return ask && soWhatOf(ask)?.right;
			}),
		);
		const fixed = draws.every(({ inputs }) => inputs.every(({ hidden }) => hidden));
		if (limits.length < 2 || reached.size > 1 || fixed) return [];
		const right = 'move a limit into what can be drawn, or mark the others never: true';
		return [{ path, what: 'every draw leads to the same choice', right }];
	});
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
