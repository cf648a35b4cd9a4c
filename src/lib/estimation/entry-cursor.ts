/** Walks over the tokens of an entry, one at a time, and back. */
import type { Span } from './entry-fault.ts';
import { numberOfWord } from './number-words.ts';
import type { Quantity } from './quantity.ts';
import type { Token } from './tokenize-entry.ts';

export class EntryCursor {
	readonly #text: string;
	readonly #tokens: readonly Token[];
	readonly #names: ReadonlyMap<string, Quantity>;
	#index = 0;

	constructor(text: string, tokens: readonly Token[], names: ReadonlyMap<string, Quantity>) {
		this.#text = text;
		this.#tokens = tokens;
		this.#names = names;
	}

	get token(): Token | undefined {
		return this.#tokens[this.#index];
	}

	get before(): Token | undefined {
		return this.#tokens[this.#index - 1];
	}

	/** The token `ahead` places after this one. */
	peek(ahead = 1): Token | undefined {
		return this.#tokens[this.#index + ahead];
	}

	next(): void {
		this.#index++;
	}

	mark(): number {
		return this.#index;
	}

	reset(mark: number): void {
		this.#index = mark;
	}

	isWord(pattern: RegExp): boolean {
		return this.token?.type === 'word' && pattern.test(this.token.text);
	}

	/** Whether a word stands for a value: a name, a number in words, a function. */
	isFree(word: string): boolean {
		return this.#names.has(word) || numberOfWord(word) !== undefined || word.endsWith('(');
	}

	/** Whether a value begins `ahead` places after this one. */
	valueStarts(ahead = 0): boolean {
		const token = this.peek(ahead);
		if (token?.type === 'word') return this.isFree(token.text);
		return token?.type === 'number' || token?.type === 'open';
	}

	/** Whether a plain number stands there, with neither a power nor brackets. */
	numberStarts(ahead: number): boolean {
		const after = this.peek(ahead + 1);
		const raised = after?.type === 'operator' && after.operator === '^';
		return this.peek(ahead)?.type === 'number' && !raised;
	}

	/** Whether no space stands on either side of a token. */
	isTight({ start, end }: Span): boolean {
		return !/\s/.test(this.#text.slice(start - 1, start) + this.#text.slice(end, end + 1));
	}

	touchesBefore(): boolean {
		return this.token !== undefined && this.token.start === this.before?.end;
	}

	/** The empty place behind the last token. */
	gap(): Span {
		const end = this.#tokens.at(-1)?.end ?? 0;
		return { start: end, end };
	}
}
