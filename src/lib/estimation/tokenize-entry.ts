/** Cuts an entry into numbers, words and signs; never throws but for what no estimate can hold. */
import { refuse, rewritten, type Span } from './entry-fault.ts';
import { readNumber, type ReadNumber } from './read-number.ts';

export type Operator = '+' | '-' | '*' | '/' | '^';
export type Bound = 'at-least' | 'at-most';

export type Token = Span &
	(
		| { type: 'number'; number: ReadNumber }
		/** A word, a percent sign or a sign of a currency. */
		| { type: 'word'; text: string }
		| { type: 'operator'; operator: Operator; sign: string }
		| { type: 'open' }
		| { type: 'close' }
		| { type: 'separator' }
		| { type: 'range'; sign: string }
		| { type: 'flag'; flag: 'approximate' | Bound }
	);

/** An entry is one line of thought; more is a mistake of the clipboard. */
export const LONGEST_ENTRY = 400;

const SIGNS: Record<string, Operator> = {
	'+': '+',
	'-': '-',
	'−': '-',
	'*': '*',
	'×': '*',
	'·': '*',
	'⋅': '*',
	'∙': '*',
	'•': '*',
	'✕': '*',
	'✖': '*',
	'/': '/',
	'÷': '/',
	'∕': '/',
	'⁄': '/',
	'^': '^',
};
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const PHRASE =
	/(at\s+least|more\s+than|at\s+most|less\s+than|fewer\s+than|up\s+to|divided\s+by|multiplied\s+by|per\s+cent)(?!\p{L})/iuy;
const WORD = /[\p{L}_]+|[%‰$€£¥₹¢]/uy;
const FLAGS: Record<string, 'approximate' | Bound> = {
	'~': 'approximate',
	'≈': 'approximate',
	'≃': 'approximate',
	'≅': 'approximate',
	'∼': 'approximate',
	about: 'approximate',
	around: 'approximate',
	roughly: 'approximate',
	approx: 'approximate',
	approximately: 'approximate',
	circa: 'approximate',
	ca: 'approximate',
	nearly: 'approximate',
	almost: 'approximate',
	'>': 'at-least',
	'≥': 'at-least',
	over: 'at-least',
	above: 'at-least',
	'at least': 'at-least',
	'more than': 'at-least',
	'<': 'at-most',
	'≤': 'at-most',
	under: 'at-most',
	below: 'at-most',
	'at most': 'at-most',
	'less than': 'at-most',
	'fewer than': 'at-most',
	'up to': 'at-most',
};
const WORD_OPERATORS: Record<string, Operator> = {
	plus: '+',
	minus: '-',
	'divided by': '/',
	'multiplied by': '*',
};
const FUNCTION = /(?:sqrt|log2|log10|log|ln|ceil|floor|round|min|max)(?=\s*\()/iuy;
/** Marks of writing direction and of joining, which say nothing about a number. */
const INVISIBLE = /[\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0f\ufeff]/u;

/** Digits of other scripts, one for one, so that places in the entry stay right. */
function westernDigits(text: string): string {
	return text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/g, (digit) =>
		// Only Devanagari begins its digits elsewhere than at a multiple of sixteen.
		String((digit.charCodeAt(0) - (/[\u0966-\u096f]/.test(digit) ? 6 : 0)) & 15),
	);
}

/**
 * @param names words that stand for values, between which a hyphen is a minus
 * @throws FaultSignal of kind `too-long`, `number-format` or `unknown-unit`
 */
export function tokenizeEntry(
	entry: string,
	names: ReadonlyMap<string, unknown> = new Map(),
): Token[] {
	if (entry.length > LONGEST_ENTRY) {
		refuse(
			'too-long',
			{ start: LONGEST_ENTRY, end: entry.length },
			`An entry has at most ${LONGEST_ENTRY} characters.`,
			'Keep the number and drop the rest.',
		);
	}
	const text = westernDigits(entry);
	const tokens: Token[] = [];
	/** For each open bracket, whether a function's arguments stand in it. */
	const calls: boolean[] = [];
	let at = 0;
	const push = (
		token: { [K in Token['type']]: Omit<Extract<Token, { type: K }>, keyof Span> }[Token['type']],
		length: number,
	) => {
		tokens.push({ ...token, start: at, end: at + length } as Token);
		at += length;
	};
	while (at < text.length) {
		const char = text[at] ?? '';
		if (INVISIBLE.test(char)) {
			at++;
			continue;
		}
		const number = readNumber(text, at, calls.at(-1) ?? false);
		if (number) {
			if (number.broken)
				refuseGroups(entry, { start: at, end: at + number.length }, number.broken.others);
			push({ type: 'number', number }, number.length);
			continue;
		}
		if (text.startsWith('**', at)) {
			push({ type: 'operator', operator: '^', sign: '**' }, 2);
		} else if (text.startsWith('..', at) || char === '…' || char === '–' || char === '—') {
			push({ type: 'range', sign: char }, char === '.' ? 2 : 1);
		} else if (text.startsWith('>=', at) || text.startsWith('<=', at)) {
			push({ type: 'flag', flag: char === '>' ? 'at-least' : 'at-most' }, 2);
		} else if (SUPERSCRIPTS.includes(char) || char === '⁻') {
			pushSuperscript();
		} else if (Object.hasOwn(SIGNS, char)) {
			pushOperator(char);
		} else if (char === '(' || char === ')') {
			if (char === '(') calls.push(false);
			else calls.pop();
			push({ type: char === '(' ? 'open' : 'close' }, 1);
		} else if (char === ',' || char === ';') {
			push({ type: 'separator' }, 1);
		} else if (Object.hasOwn(FLAGS, char)) {
			push({ type: 'flag', flag: FLAGS[char] ?? 'approximate' }, 1);
		} else if (char === '.' ? isLast() : char === '=' && (tokens.length === 0 || isLast())) {
			at++;
		} else pushWord();
	}
	return tokens;

	function isLast(): boolean {
		return text.slice(at + 1).trim() === '';
	}

	function pushOperator(char: string): void {
		const [before] = /[\p{L}_]+$/u.exec(text.slice(0, at)) ?? [];
		const [after] = /^[\p{L}_]+/u.exec(text.slice(at + 1)) ?? [];
		const values = names.has(before ?? '') || names.has(after ?? '');
		const between = before !== undefined && after !== undefined && !values;
		// A hyphen inside of words, as in "read-requests", joins them.
		if (char === '-' && between) at++;
		else push({ type: 'operator', operator: SIGNS[char] ?? '+', sign: char }, 1);
	}

	function pushSuperscript(): void {
		const [run = ''] = /^⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]*/.exec(text.slice(at)) ?? [];
		const digits = [...run].map((each) => SUPERSCRIPTS.indexOf(each)).filter((each) => each >= 0);
		const span = { start: at, end: at + run.length };
		if (digits.length === 0) refuseSign(span);
		tokens.push({ type: 'operator', operator: '^', sign: '^', start: at, end: at });
		if (run.startsWith('⁻')) {
			tokens.push({ type: 'operator', operator: '-', sign: '⁻', start: at, end: at + 1 });
		}
		push(
			{ type: 'number', number: { digits: digits.join(''), exponent: 0, length: run.length } },
			run.length,
		);
	}

	function pushWord(): void {
		FUNCTION.lastIndex = at;
		const [name] = FUNCTION.exec(text) ?? [];
		if (name !== undefined) {
			push({ type: 'word', text: `${name.toLowerCase()}(` }, name.length);
			at = text.indexOf('(', at);
			push({ type: 'open' }, 1);
			calls.push(true);
			return;
		}
		PHRASE.lastIndex = at;
		WORD.lastIndex = at;
		const [word] = PHRASE.exec(text) ?? WORD.exec(text) ?? [];
		if (word === undefined) {
			const length = String.fromCodePoint(text.codePointAt(at) ?? 0).length;
			return refuseSign({ start: at, end: at + length });
		}
		const small = word.toLowerCase().replace(/\s+/g, ' ');
		const flag = Object.hasOwn(FLAGS, small) ? FLAGS[small] : undefined;
		const operator = Object.hasOwn(WORD_OPERATORS, small) ? WORD_OPERATORS[small] : undefined;
		if (flag) push({ type: 'flag', flag }, word.length);
		else if (operator) push({ type: 'operator', operator, sign: small }, word.length);
		else if (small === 'to') push({ type: 'range', sign: 'to' }, word.length);
		else push({ type: 'word', text: small === 'per cent' ? '%' : word }, word.length);
	}

	function refuseSign(span: Span): never {
		const sign = entry.slice(span.start, span.end);
		if (sign === '=') {
			refuse(
				'syntax',
				span,
				'There is an = in the middle.',
				'Write one side of it: the sum, or its result.',
				[
					{ label: entry.slice(0, at).trim(), text: entry.slice(0, at).trim() },
					{ label: entry.slice(at + 1).trim(), text: entry.slice(at + 1).trim() },
				],
			);
		}
		return refuse(
			'unknown-unit',
			span,
			`“${sign}” is not something that can be calculated.`,
			'Use numbers, units, words for what is counted, and + − × ÷ ^ ( ).',
		);
	}
}

function refuseGroups(entry: string, span: Span, others: string[]): never {
	const written = entry.slice(span.start, span.end);
	refuse(
		'number-format',
		span,
		`“${written}” is grouped in a way that can be read as several numbers.`,
		'Write groups of three, as 1,000,000, or none.',
		others.map((other) => ({ label: other, text: rewritten(entry, span, other) })),
	);
}
