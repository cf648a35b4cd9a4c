/** Multiplies a number by the words behind it, and refuses words that cannot stand together. */
import { refuse } from './entry-fault.ts';
import type { Quantity } from './quantity.ts';
import { multiply } from './quantity-algebra.ts';
import type { Node, UnitRef } from './syntax-tree.ts';
import { isAdverbial } from './unit-kind.ts';
import type { UnitMeaning } from './unit-meaning.ts';

/** The meanings that a reading has chosen for the words that have several, by `choice`. */
export type Choices = readonly number[];

export function meaningOf(unit: UnitRef, choices: Choices): UnitMeaning {
	const meaning = unit.meanings[unit.choice === undefined ? 0 : (choices[unit.choice] ?? 0)];
	if (!meaning) throw new RangeError(`“${unit.text}” has no meaning of that number`);
	return meaning;
}

/**
 * @param node what the units stand behind
 * @param value its quantity
 * @throws FaultSignal of kind `two-units`; UnitFault
 */
export function measure(
	node: Node,
	value: Quantity,
	units: readonly UnitRef[],
	choices: Choices,
): Quantity {
	checkOrder(units, choices);
	const meanings = units.map((unit) => meaningOf(unit, choices));
	const exponent = meanings.reduce((sum, each) => sum + each.exponent, 0);
	const factor = meanings.reduce((product, each) => product * each.factor, 1);
	const scaled = scaledValue(node, value, exponent) * factor;
	const unit = meanings.reduce<Quantity>(
		(whole, each) => multiply(whole, asQuantity(each)),
		asQuantity(undefined),
	);
	const share =
		meanings.some((each) => each.share) || (value.share && unit.time === 0 && unit.data === 0);
	const labelled = value.labelled || meanings.some(({ what }) => what === 'label');
	return {
		...multiply({ ...value, value: 1 }, unit),
		value: scaled,
		...(share ? { share: true as const } : {}),
		...(labelled ? { labelled: true as const } : {}),
	};
}

/** Decimal scales move the point of a written number, so that 4.35 GB is exactly 4.35e9. */
function scaledValue(node: Node, { value }: Quantity, exponent: number): number {
	if (node.type === 'number') {
		const { digits, exponent: own } = node.token.number;
		return Number(`${digits}e${own + exponent}`);
	}
	return exponent < 0 ? value / 10 ** -exponent : value * 10 ** exponent;
}

function asQuantity(meaning: UnitMeaning | undefined): Quantity {
	const { data = 0, time = 0, money = 0, currency } = meaning ?? {};
	return { value: 1, data, time, money, ...(currency !== undefined ? { currency } : {}) };
}

function checkOrder(units: readonly UnitRef[], choices: Choices): void {
	let measured: UnitRef | undefined;
	let worded: UnitRef | undefined;
	units.forEach((unit, index) => {
		const meaning = meaningOf(unit, choices);
		if (meaning.what === 'label') worded = unit;
		else if (meaning.what === 'scale') {
			const before =
				measured ?? worded ?? (meaning.letter && index > 0 ? units[index - 1] : undefined);
			if (before) refuseBoth(before, unit);
		} else if (!isAdverbial(meaning)) {
			if (measured) refuseBoth(measured, unit);
			measured = unit;
		}
	});
}

function refuseBoth(first: UnitRef, second: UnitRef): never {
	refuse(
		'two-units',
		{ start: first.start, end: second.end },
		`“${first.text}” and “${second.text}” stand side by side.`,
		'Write / or × between two units, and a scale such as k or million directly behind its number.',
	);
}
