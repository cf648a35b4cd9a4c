/** Cuts a search into what stands between blanks and parentheses, quotes and backslashes undone. */
import { SearchError } from './search-error.ts';

/** A character of a term. */
export interface RawCharacter {
	character: string;
	/** Stands for itself, as a backslash came before. */
	literal: boolean;
	/** Its place in the search, from 0. */
	at: number;
}

export interface RawTerm {
	characters: readonly RawCharacter[];
	/** A part of it stood in quotes: it is no `or`, and may be empty. */
	quoted: boolean;
	from: number;
	to: number;
}

/** Phones write the latter two. */
export const QUOTES = '"“”';
/** What a backslash takes its meaning from; before anything else it stands for itself. */
const ESCAPABLE = '\\"“”*_:()-';
export const BLANK = /\s/u;

/**
 * The term that begins at `from`, where neither a blank nor a parenthesis is.
 * @throws SearchError for a quote without its end
 */
export function readRawTerm(text: string, from: number): RawTerm {
	const characters: RawCharacter[] = [];
	let opened = -1;
	let quoted = false;
	let at = from;
	for (; at < text.length; at += 1) {
		const character = text.charAt(at);
		const next = text.charAt(at + 1);
		if (character === '\\' && next !== '' && ESCAPABLE.includes(next)) {
			characters.push({ character: next, literal: true, at });
			at += 1;
		} else if (QUOTES.includes(character)) {
			quoted = true;
			opened = opened < 0 ? at : -1;
		} else if (opened < 0 && (BLANK.test(character) || character === '(' || character === ')')) {
			break;
		} else characters.push({ character, literal: false, at });
	}
	if (opened >= 0) {
		throw new SearchError({
			...{ from: opened, to: text.length, what: 'This quote has no end.' },
			accepted: 'Another " behind the last word; for the character itself write \\".',
		});
	}
	return { characters, quoted, from, to: at };
}

/** The characters as they read. */
export function rawText(characters: readonly RawCharacter[]): string {
	return characters.map(({ character }) => character).join('');
}
