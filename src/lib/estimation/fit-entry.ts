/** Holds a calculated entry against what was asked for: sign, dimension, currency; size is judged elsewhere. */
import type { Dimension } from '../content/dimension.ts';
import {
	DIMENSION_ADVICE,
	DIMENSION_WORDS,
	MISSING_UNITS,
	sayDimension,
} from './dimension-words.ts';
import { refuse } from './entry-fault.ts';
import type { Alternative } from './entry-note.ts';
import { dimensionOf, isPlain, quantityOf, sameUnits, type Quantity } from './quantity.ts';
import type { ReadOptions } from './read-entry.ts';
import type { Node } from './syntax-tree.ts';

/**
 * The quantity, as a fraction where one is asked for and a number up to 1 stands.
 * @throws FaultSignal of kind `zero`, `negative`, `missing-unit`, `wrong-unit`, `money-not-asked`, `currency-mismatch`
 */
export function fitTo(
	text: string,
	root: Node,
	quantity: Quantity,
	options: ReadOptions,
): Quantity {
	const { expected, currency = '$' } = options;
	checkSign(text, root, quantity);
	const given = dimensionOf(quantity);
	if (expected === undefined) {
		if (given) return quantity;
		const message = `This gives ${sayDimension(quantity)}, which is no amount by itself.`;
		return refuse('wrong-unit', root, message, 'Divide or multiply by what is left over.');
	}
	const part = !quantity.labelled || (root.type === 'binary' && root.operator === '/');
	if (expected === 'fraction' && given === 'count' && part && quantity.value <= 1) {
		return { ...quantity, share: true };
	}
	if (given !== expected) return refuseDimension(text, root, quantity, expected);
	if (quantity.money !== 0 && quantity.currency !== currency) {
		const message = `You gave ${quantity.currency}; this asks for ${currency}.`;
		refuse('currency-mismatch', root, message, `Write the amount in ${currency}.`);
	}
	return quantity;
}

function checkSign(text: string, root: Node, { value }: Quantity): void {
	if (value === 0) {
		refuse('zero', root, 'This comes to zero.', 'An estimate is larger than zero.');
	}
	if (value > 0) return;
	const difference = root.type === 'binary' && root.operator === '-' ? root.sign : undefined;
	const range = difference && `${text.slice(0, difference.start)} to ${text.slice(difference.end)}`;
	const said = range?.replace(/\s+/g, ' ').trim();
	refuse(
		'negative',
		root,
		'This comes to less than zero.',
		'An estimate is larger than zero; write a range with “to”.',
		said ? [{ label: said, text: said }] : [],
	);
}

function refuseDimension(text: string, root: Node, quantity: Quantity, expected: Dimension): never {
	const advice = DIMENSION_ADVICE[expected];
	if (quantity.money !== 0 && expected !== 'money' && expected !== 'money-rate') {
		const message = `You gave ${sayDimension(quantity)}; no money is asked for here.`;
		return refuse('money-not-asked', root, message, advice);
	}
	if (isPlain(quantity) && !quantity.share && !quantity.labelled) {
		const message = `${text.trim()} of what?`;
		return refuse('missing-unit', root, message, advice, missing(text, root, expected));
	}
	const message = `You gave ${sayDimension(quantity)}; this asks for ${DIMENSION_WORDS[expected]}.`;
	const perTime = sameUnits(
		{ ...quantity, time: quantity.time - 1 },
		quantityOf(1, expected === 'fraction' ? 'count' : expected),
	);
	const alternatives = perTime ? appended(text, root, ['/s', '/day']) : [];
	return refuse('wrong-unit', root, message, advice, alternatives);
}

function missing(text: string, root: Node, expected: Dimension): Alternative[] {
	const lone = root.type === 'measured' && root.units.length === 1 ? root.units[0] : undefined;
	if (lone && expected === 'data' && /^[kKMGTP]$/.test(lone.text)) {
		return appended(text, root, ['B']);
	}
	return appended(text, root, MISSING_UNITS[expected]);
}

function appended(text: string, root: Node, endings: readonly string[]): Alternative[] {
	const sum = root.type === 'binary' || root.type === 'range' || root.type === 'negate';
	const entry = text.trim();
	return endings.map((ending) => {
		const whole = (sum ? `(${entry})` : entry) + ending;
		return { label: whole, text: whole };
	});
}
