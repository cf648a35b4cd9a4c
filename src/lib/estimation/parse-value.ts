/** Reads a bare value: a number in figures or words, nines, brackets, a function, and powers of these. */
import { refuse, type Span } from './entry-fault.ts';
import { numberOfWord } from './number-words.ts';
import { ARTICLE } from './parse-units.ts';
import { refuseHere, refuseWord, type ParseState } from './parse-state.ts';
import { plain } from './quantity.ts';
import type { FunctionName, Node } from './syntax-tree.ts';
import { isScaleWord } from './unit-kind.ts';

const DEEPEST = 30;
const MOST_NINES = 12;

/** A value, raised or not; 2^3^2 is 2^9. */
export function parsePower(state: ParseState): Node {
	return powerOf(state, parseBase(state));
}

/** The base itself, or raised if a `^` follows. */
export function powerOf(state: ParseState, base: Node): Node {
	const { token } = state.at;
	if (token?.type !== 'operator' || token.operator !== '^') return base;
	state.at.next();
	const right = parseExponent(state);
	const { start } = base;
	return { type: 'binary', operator: '^', left: base, right, sign: token, start, end: right.end };
}

function parseExponent(state: ParseState): Node {
	const { token } = state.at;
	if (token?.type !== 'operator' || token.operator !== '-') return parsePower(state);
	state.at.next();
	const of = parseExponent(state);
	return { type: 'negate', of, start: token.start, end: of.end };
}

function parseBase(state: ParseState): Node {
	const { at } = state;
	const { token } = at;
	if (token?.type === 'number') {
		at.next();
		const { start, end } = token;
		const nines = parseNines(state, Number(token.number.digits), token);
		return nines ?? { type: 'number', token, start, end };
	}
	if (token?.type === 'open') {
		at.next();
		const inner = inBrackets(state, token, () => state.whole(state));
		return { type: 'group', of: inner.value, start: token.start, end: inner.end };
	}
	if (token?.type === 'word') return parseWord(state, token, token.text);
	return refuseHere(state);
}

function parseWord(state: ParseState, { start, end }: Span, word: string): Node {
	const { at } = state;
	const named = state.names.get(word);
	const number = numberOfWord(word) ?? (ARTICLE.test(word) ? 1 : undefined);
	if (!word.endsWith('(') && !named && number === undefined)
		return refuseWord({ start, end }, word);
	at.next();
	if (word.endsWith('('))
		return parseCall(state, { start, end }, word.slice(0, -1) as FunctionName);
	if (named) return { type: 'value', quantity: named, start, end };
	const count = number ?? 1;
	const nines = parseNines(state, count, { start, end });
	const next = at.peek();
	// Half a million: the article belongs to the scale.
	if (at.isWord(ARTICLE) && next?.type === 'word' && isScaleWord(next.text)) at.next();
	return nines ?? { type: 'value', quantity: plain(count), start, end };
}

/** Four nines, 4 nines, 3 9s. */
function parseNines({ at }: ParseState, count: number, { start }: Span): Node | undefined {
	const [here, next] = [at.token, at.peek()];
	const figure =
		here?.type === 'number' &&
		here.number.digits === '9' &&
		next?.type === 'word' &&
		next.text === 's' &&
		next.start === here.end;
	if (!here || !(figure || at.isWord(/^nines?$/i))) return undefined;
	const { end } = figure ? next : here;
	if (!Number.isInteger(count) || count < 1 || count > MOST_NINES) {
		const message = `Nines are counted in whole numbers from 1 to ${MOST_NINES}.`;
		refuse('number-format', { start, end }, message, 'Write the percentage, as 99.95%.');
	}
	at.next();
	if (figure) at.next();
	const quantity = { ...plain(Number(`0.${'9'.repeat(count)}`)), share: true as const };
	return { type: 'value', quantity, start, end };
}

function parseCall(state: ParseState, span: Span, name: FunctionName): Node {
	const { at } = state;
	const open = at.token ?? span;
	at.next();
	const { value: args, end } = inBrackets(state, open, () => {
		const list = [state.whole(state)];
		while (at.token?.type === 'separator') {
			at.next();
			list.push(state.whole(state));
		}
		return list;
	});
	if (name !== 'min' && name !== 'max' && args.length !== 1) {
		refuse(
			'syntax',
			{ start: span.start, end },
			`${name} takes one value.`,
			`Write ${name}(value).`,
		);
	}
	return { type: 'call', name, args, start: span.start, end };
}

function inBrackets<T>(state: ParseState, open: Span, read: () => T): { value: T; end: number } {
	if (++state.depth > DEEPEST) {
		const message = `Brackets go at most ${DEEPEST} deep.`;
		refuse('too-deep', open, message, 'Calculate the inner part first.');
	}
	const value = read();
	state.depth--;
	const { token } = state.at;
	if (!token) {
		const text = `${state.text.trim()})`;
		const advice = 'Add a ) behind what it holds.';
		refuse('syntax', open, 'This bracket is never closed.', advice, [{ label: text, text }]);
	}
	if (token.type !== 'close') return refuseHere(state);
	state.at.next();
	return { value, end: token.end };
}
