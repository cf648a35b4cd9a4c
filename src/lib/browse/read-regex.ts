/** Reads a regular expression as Anki has it: anywhere in a text, in any case, with accents or without. */
import { QUOTES, type RawTerm } from './raw-term.ts';
import { SearchError } from './search-error.ts';

/** With `u` a backslash stands before these alone, and before letters that have a meaning. */
const SYNTAX = '^$\\.*+?()[]{}|/';
const ACCENTS = /[\u0300-\u036f]/g;
const EXAMPLE = 'In quotes where it has blanks or parentheses: "re:(read|write) path".';

/** @throws SearchError where nothing stands there, or no regular expression */
export function readRegex(name: string, value: RawTerm): string {
	const source = value.characters
		.map(({ character, literal }) =>
			literal && !QUOTES.includes(character) ? `\\${character}` : character,
		)
		.join('');
	const { from, to } = value;
	if (source === '') {
		const what = `Nothing stands behind ${name}:.`;
		throw new SearchError({ from, to, what, accepted: `A regular expression. ${EXAMPLE}` });
	}
	try {
		toRegExp(source);
	} catch (problem) {
		const [, detail = ''] = /: ([^:]+)$/.exec(String((problem as Error).message)) ?? [];
		const what = `This is no regular expression${detail && ` (${detail.toLowerCase()})`}.`;
		throw new SearchError({
			...{ from, to, what },
			accepted: `For a character such as ( itself write \\(. ${EXAMPLE}`,
		});
	}
	return source;
}

/**
 * The expression for texts that are folded already. Knows what Rust, and so Anki, writes otherwise than
 * JavaScript: `\A`, `\z`, `(?P<name>`, `(?i)` at the start, a backslash before any sign.
 * @throws SyntaxError
 */
export function toRegExp(source: string): RegExp {
	const [, flags = '', rest = source] = /^\(\?([ims]+)\)([^]*)$/u.exec(source) ?? [];
	// What may be anything at the begin says nothing, and is tried at every place of every text.
	const needed = rest.replace(/^(?:\.\*\??)+(?![*+?{])/u, '');
	const plain = needed.normalize('NFD').replace(ACCENTS, '').normalize('NFC');
	let written = '';
	let inClass = false;
	for (let at = 0; at < plain.length; at += 1) {
		const character = plain.charAt(at);
		if (character === '\\') {
			at += 1;
			written += escaped(plain.charAt(at), inClass);
			continue;
		}
		if (character === '[') inClass = true;
		else if (character === ']') inClass = false;
		const named = !inClass && plain.startsWith('(?P<', at);
		if (named) at += 2;
		written += named ? '(?' : character;
	}
	return new RegExp(written, [...new Set(`iu${flags}`)].join(''));
}

function escaped(character: string, inClass: boolean): string {
	if (!inClass && character === 'A') return '(?<![^])';
	if (!inClass && character === 'z') return '(?![^])';
	const isSign = /[!-/:-@[-`{-~ ]/.test(character);
	const standsAlone = isSign && !SYNTAX.includes(character) && !(inClass && character === '-');
	return standsAlone ? character : `\\${character}`;
}
