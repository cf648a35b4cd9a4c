/** Reads a value with its units, and what may directly follow it: the other end of a range, smaller units of time. */
import { refuse, rewritten, type Span } from './entry-fault.ts';
import { ascends, joinRange } from './parse-range.ts';
import { refuseWord, takeFlags, type ParseState } from './parse-state.ts';
import { ARTICLE, dividesHere, multipliesHere, withUnits } from './parse-units.ts';
import { parsePower, powerOf } from './parse-value.ts';
import type { Node, UnitRef } from './syntax-tree.ts';
import { currencyOf, isScaleWord, timeMeaning } from './unit-kind.ts';
import { meaningsOf } from './unit-words.ts';

/** @param denominator after a division, where a unit alone is one of it: /day */
export function parseFactor(state: ParseState, denominator: boolean): Node {
	takeFlags(state);
	const { token } = state.at;
	if (token?.type === 'operator' && (token.operator === '-' || token.operator === '+')) {
		state.at.next();
		const of = parseFactor(state, false);
		return token.operator === '+' ? of : { type: 'negate', of, start: token.start, end: of.end };
	}
	const alone = skipLeadingWords(state, denominator);
	if (alone) return withUnits(state, undefined);
	// In 10*3-20 the hyphen goes with the other signs, in 10 × 3-20 it joins a range.
	const { before } = state.at;
	const glued = before?.type === 'operator' && before.end === state.at.token?.start;
	return whatFollows(state, parseLiteral(state), glued);
}

/** A value with its power, units and sign of a currency. */
function parseLiteral(state: ParseState): Node {
	const currency = takeCurrency(state);
	const value = raised(state, withUnits(state, parsePower(state)));
	if (!currency) return value;
	return { type: 'measured', of: value, units: [currency], start: currency.start, end: value.end };
}

/** 99.9% ^ 2: what is only scaled can be raised as a whole, but 5 s^2 could mean two things. */
function raised(state: ParseState, node: Node): Node {
	const simple =
		node.type === 'measured' && (node.of.type === 'number' || node.of.type === 'group');
	if (
		!simple ||
		!node.units.every(({ meanings: [first] }) => first?.what === 'scale' || first?.share)
	) {
		return node;
	}
	return powerOf(state, node);
}

function takeCurrency({ at }: ParseState): UnitRef | undefined {
	const { token } = at;
	if (token?.type !== 'word' || currencyOf(token.text) === undefined) return undefined;
	at.next();
	const { text, start, end } = token;
	return { text, meanings: meaningsOf(text) ?? [], start, end };
}

/** Skips words before a number, as in "peak 5k qps". @returns whether a unit stands for one of itself */
function skipLeadingWords(state: ParseState, denominator: boolean): boolean {
	const { at } = state;
	const begin = at.mark();
	for (let { token } = at; token?.type === 'word'; { token } = at) {
		const { text } = token;
		if (at.isFree(text)) return false;
		if (at.mark() > begin && (dividesHere(state) || multipliesHere(state))) break;
		const next = at.peek();
		if (ARTICLE.test(text) && next?.type === 'word' && isScaleWord(next.text)) return false;
		if (currencyOf(text) !== undefined && at.valueStarts(1)) return false;
		// US$5: the country belongs to the sign.
		const country = /^us$/i.test(text) && next?.type === 'word' && currencyOf(next.text) === '$';
		if (/^between$/i.test(text)) state.between = true;
		else if (!country && !ARTICLE.test(text)) {
			const meanings = meaningsOf(text);
			if (!meanings) refuseWord(token, text);
			if (!meanings.some(({ what }) => what === 'label')) break;
		}
		at.next();
		takeFlags(state);
	}
	const { token } = at;
	if (at.valueStarts()) return false;
	if (denominator && (token?.type === 'word' || at.mark() > begin)) {
		at.reset(begin);
		return true;
	}
	if (token?.type !== 'word' && at.mark() === begin) return false;
	const missing = token?.type === 'word' ? token : (at.before ?? at.gap());
	const word = state.text.slice(missing.start, missing.end);
	return refuse(
		'missing-number',
		missing,
		`How many? There is no number with “${word}”.`,
		'Write the number first, as 100M users.',
	);
}

function whatFollows(state: ParseState, low: Node, glued: boolean): Node {
	const { at } = state;
	const { token } = at;
	if (token?.type === 'number') return compoundTime(state, low);
	const said = token?.type === 'range' || (state.between && at.isWord(/^and$/i));
	if (token && said) {
		at.next();
		takeFlags(state);
		const high = parseLiteral(state);
		return joinRange(low, high, token, 'said') ?? low;
	}
	const money = at.peek()?.type === 'word' && at.numberStarts(2);
	// Looking ahead is kept to a number, so that brackets are never read twice.
	if (token?.type !== 'operator' || token.operator !== '-' || !(at.numberStarts(1) || money))
		return low;
	const [back, torn] = [at.mark(), state.torn.length];
	at.next();
	if (money && !takesCurrencyHere(state)) {
		at.reset(back);
		return low;
	}
	const high = parseLiteral(state);
	const how = at.isTight(token) ? 'tight' : 'spaced';
	const range = glued && how === 'tight' ? undefined : joinRange(low, high, token, how);
	if (range) return range;
	if (how === 'tight' && ascends(low, high)) noteMinus(state, token);
	at.reset(back);
	state.torn.length = torn;
	return low;
}

/** 1-99.9% is taken as what is left of the whole, but may be a range. */
function noteMinus({ notes, text }: ParseState, sign: Span): void {
	const other = rewritten(text, sign, ' to ');
	notes.push({
		kind: 'range-or-minus',
		start: sign.start,
		end: sign.end,
		text: 'The hyphen is read as a minus.',
		alternatives: [{ label: `${other} (a range)`, text: other }],
	});
}

function takesCurrencyHere({ at }: ParseState): boolean {
	return at.token?.type === 'word' && currencyOf(at.token.text) !== undefined;
}

/** 1 h 30 min, with each unit smaller than the one before. */
function compoundTime(state: ParseState, first: Node): Node {
	const { at } = state;
	const parts = [first];
	let size = sizeOfTime(first);
	while (size !== undefined && at.numberStarts(0) && at.peek()?.type === 'word') {
		const [back, torn] = [at.mark(), state.torn.length];
		const next = parseLiteral(state);
		const smaller = sizeOfTime(next);
		if (smaller === undefined || smaller >= size) {
			at.reset(back);
			state.torn.length = torn;
			break;
		}
		parts.push(next);
		size = smaller;
	}
	const last = parts.at(-1);
	if (parts.length === 1 || !last) return first;
	parts.forEach((part) => settleAsTime(state, part));
	return { type: 'compound', parts, start: first.start, end: last.end };
}

/** The size of the unit of a value such as 30 min, in seconds. */
function sizeOfTime(node: Node): number | undefined {
	if (node.type !== 'measured' || node.of.type !== 'number' || node.units.length !== 1)
		return undefined;
	const meaning = timeMeaning(node.units[0]?.meanings);
	return meaning && meaning.factor * 10 ** meaning.exponent;
}

/** Among hours and seconds an m is a minute. */
function settleAsTime({ torn }: ParseState, part: Node): void {
	const unit = part.type === 'measured' ? part.units[0] : undefined;
	const meaning = timeMeaning(unit?.meanings);
	if (!unit || !meaning || unit.choice === undefined) return;
	torn.splice(torn.indexOf(unit), 1);
	torn.forEach((each, choice) => (each.choice = choice));
	unit.meanings = [meaning];
	delete unit.choice;
}
