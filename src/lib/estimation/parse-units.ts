/** Reads the words behind a value: its scale, its unit, what it counts. */
import { refuseWord, type ParseState } from './parse-state.ts';
import { plain } from './quantity.ts';
import type { Node, UnitRef } from './syntax-tree.ts';
import type { Span } from './entry-fault.ts';
import { currencyOf, isAdverb, isPeople, timeMeaning } from './unit-kind.ts';
import { gluedMeanings, meaningsOf } from './unit-words.ts';

export const ARTICLE = /^an?$/i;

/** Whether the word here divides: per day, a day, every day. */
export function dividesHere({ at }: ParseState): boolean {
	if (at.isWord(/^(per|every)$/i)) return true;
	const next = at.peek();
	if (next?.type !== 'word') return false;
	if (at.isWord(/^each$/i)) return timeMeaning(meaningsOf(next.text)) !== undefined;
	return at.isWord(ARTICLE);
}

/** Whether the word here multiplies: `x`, `times` and `of` do where a value follows. */
export function multipliesHere({ at }: ParseState): boolean {
	if (!at.isWord(/^(x|times|of)$/i)) return false;
	const next = at.peek();
	if (next?.type === 'flag') return true;
	return at.valueStarts(1) || (next?.type === 'word' && currencyOf(next.text) !== undefined);
}

/** @param of the value; undefined where a unit stands for one of itself, as in /day */
export function withUnits(state: ParseState, of: Node | undefined): Node {
	const { at } = state;
	const units: UnitRef[] = [];
	for (;;) {
		if (of && takesTrailingPlus(state)) continue;
		const { token } = at;
		if (token?.type !== 'word' || endsUnits(state, token.text)) break;
		units.push(...unitsOfWord(state, token, token.text));
		at.next();
	}
	if (of && units.length === 0) return of;
	const start = (of ?? units[0] ?? at.gap()).start;
	const end = (units.at(-1) ?? at.gap()).end;
	const one: Node = { type: 'value', quantity: plain(1), start, end: start };
	return { type: 'measured', of: of ?? one, units, start, end };
}

function endsUnits(state: ParseState, word: string): boolean {
	// A label may be a name too: after a number it is the label.
	const named = state.names.has(word) && meaningsOf(word) !== undefined;
	if ((state.at.isFree(word) && !named) || dividesHere(state) || multipliesHere(state)) return true;
	return state.between && /^and$/i.test(word);
}

function unitsOfWord(state: ParseState, { start, end }: Span, text: string): UnitRef[] {
	const glued = meaningsOf(text) ? undefined : gluedMeanings(text);
	if (!glued) return [unitOf(state, { start, end }, text)];
	const middle = start + 1;
	return [
		{ text: text.slice(0, 1), meanings: [glued[0]], start, end: middle },
		{ text: text.slice(1), meanings: [glued[1]], start: middle, end },
	];
}

function unitOf(state: ParseState, { start, end }: Span, text: string): UnitRef {
	let meanings = meaningsOf(text);
	if (!meanings) return refuseWord({ start, end }, text);
	const next = state.at.peek();
	const [first, second] = meanings;
	if (isAdverb(meanings) && next?.type === 'word' && first && second) {
		if (/^active$/i.test(next.text)) meanings = [second];
		else if (isPeople(next.text)) meanings = [second, first];
	}
	const unit: UnitRef = { text, meanings, start, end };
	if (meanings.length > 1) {
		unit.choice = state.torn.length;
		state.torn.push(unit);
	}
	return unit;
}

/** 10k+ and 100M+ users: "or more". */
function takesTrailingPlus(state: ParseState): boolean {
	const { at } = state;
	const { token } = at;
	if (token?.type !== 'operator' || token.sign !== '+' || !at.touchesBefore()) return false;
	const next = at.peek();
	const ends =
		!next ||
		next.type === 'close' ||
		(next.type === 'operator' && (next.operator === '*' || next.operator === '/')) ||
		(next.type === 'word' && !at.isFree(next.text) && currencyOf(next.text) === undefined);
	if (!ends) return false;
	state.bound = 'at-least';
	at.next();
	return true;
}
