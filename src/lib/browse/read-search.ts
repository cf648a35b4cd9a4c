/** Reads the search language: terms side by side, `or`, `-`, parentheses; every mistake with its place. */
import { BLANK, rawText, readRawTerm } from './raw-term.ts';
import { readTerm } from './read-term.ts';
import { SearchError } from './search-error.ts';
import type { SearchNode, SearchProblem } from './search-node.ts';

/** Characters of a search at most. */
export const LONGEST_SEARCH = 2_000;
/** Parentheses and minus signs within each other at most. */
const DEEPEST = 50;

export type ReadSearch = { search: SearchNode } | { problem: SearchProblem };

const A_TERM = 'A word, a "phrase", or a term such as tag:redis or is:due.';

/** What a text asks for, or the first thing in it that is no search. Never throws. */
export function readSearch(text: string): ReadSearch {
	try {
		if (text.length > LONGEST_SEARCH) {
			throw new SearchError({
				...{ from: LONGEST_SEARCH, to: text.length, what: 'This search is too long.' },
				accepted: `At most ${LONGEST_SEARCH.toLocaleString('en-US')} characters.`,
			});
		}
		return { search: new Reader(text).whole() };
	} catch (error) {
		if (error instanceof SearchError) return { problem: error.problem };
		throw error;
	}
}

class Reader {
	readonly #text: string;
	#at = 0;
	#depth = 0;

	constructor(text: string) {
		this.#text = text;
	}

	whole(): SearchNode {
		this.#skip();
		if (this.#at === this.#text.length) return { all: true };
		const search = this.#either();
		if (this.#at < this.#text.length) {
			this.#fail(
				this.#at,
				this.#at + 1,
				'This parenthesis closes nothing.',
				'An ( before it; for the character itself write \\).',
			);
		}
		return search;
	}

	#either(): SearchNode {
		const parts = [this.#together()];
		while (this.#takeWord('or')) parts.push(this.#together());
		const [only] = parts;
		return only && parts.length === 1 ? only : { or: parts };
	}

	#together(): SearchNode {
		const parts = [this.#one()];
		while (this.#takeWord('and') || this.#goesOn()) parts.push(this.#one());
		const [only] = parts;
		return only && parts.length === 1 ? only : { and: parts };
	}

	/** Whether another term follows without a word between. */
	#goesOn(): boolean {
		this.#skip();
		const next = this.#text.charAt(this.#at);
		return next !== '' && next !== ')' && !this.#isWord('or');
	}

	#one(): SearchNode {
		this.#skip();
		const from = this.#at;
		const first = this.#text.charAt(from);
		if (first === '-') {
			this.#at += 1;
			const next = this.#text.charAt(this.#at);
			if (next === '' || next === ')' || BLANK.test(next)) {
				this.#fail(
					from,
					from + 1,
					'Nothing stands right behind this minus.',
					'What shall not be found, without a blank between: -is:new.',
				);
			}
			return { not: this.#deeper(from, () => this.#one()) };
		}
		if (first === '(') {
			this.#at += 1;
			return this.#deeper(from, () => this.#group(from));
		}
		for (const word of ['or', 'and'] as const) {
			if (this.#isWord(word)) {
				this.#fail(
					from,
					from + word.length,
					`“${word}” needs something to find on both sides.`,
					`${A_TERM} To find the word itself, write "${word}".`,
				);
			}
		}
		if (first === '' || first === ')') {
			this.#fail(
				from,
				Math.max(from, Math.min(from + 1, this.#text.length)),
				'Here something to find is missing.',
				A_TERM,
			);
		}
		const raw = readRawTerm(this.#text, from);
		this.#at = raw.to;
		return readTerm(raw);
	}

	#group(from: number): SearchNode {
		this.#skip();
		if (this.#text.charAt(this.#at) === ')') {
			this.#fail(from, this.#at + 1, 'Nothing stands between these parentheses.', A_TERM);
		}
		const inner = this.#either();
		this.#skip();
		if (this.#text.charAt(this.#at) !== ')') {
			this.#fail(
				from,
				from + 1,
				'This parenthesis is never closed.',
				'A ) further on; for the character itself write \\(.',
			);
		}
		this.#at += 1;
		return inner;
	}

	#deeper<T>(from: number, read: () => T): T {
		this.#depth += 1;
		if (this.#depth > DEEPEST) {
			this.#fail(
				from,
				from + 1,
				'Too much stands within each other here.',
				`At most ${DEEPEST} parentheses and minus signs.`,
			);
		}
		const result = read();
		this.#depth -= 1;
		return result;
	}

	/** Whether `or` or `and` stands here, neither quoted nor part of a word. */
	#isWord(word: 'or' | 'and'): boolean {
		const first = this.#text.charAt(this.#at);
		if (!/[oa]/i.test(first)) return false;
		const raw = readRawTerm(this.#text, this.#at);
		return !raw.quoted && rawText(raw.characters).toLowerCase() === word;
	}

	#takeWord(word: 'or' | 'and'): boolean {
		this.#skip();
		if (!this.#isWord(word)) return false;
		this.#at += word.length;
		return true;
	}

	#skip(): void {
		while (this.#at < this.#text.length && BLANK.test(this.#text.charAt(this.#at))) this.#at += 1;
	}

	#fail(from: number, to: number, what: string, accepted: string): never {
		throw new SearchError({ from, to, what, accepted });
	}
}
