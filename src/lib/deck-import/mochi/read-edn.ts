/** Reads EDN, in which older Mochi decks are written, into the values of JSON; keywords lose their colon. */
import { ImportError } from '../import-error.ts';
import { LIMITS } from '../limits.ts';
import type { JsonValue } from '../safe-json.ts';

const broken = (): ImportError =>
	new ImportError('damaged', 'The data of the deck is not valid EDN.');

const SPACE = /(?:[\s,]|;[^\n]*)*/y;
const ATOM = /[^\s,;"()[\]{}]+/y;
const STRING = /"((?:[^"\\]|\\[\s\S])*)"/y;
const CLOSE: Record<string, string> = { '(': ')', '[': ']', '{': '}' };
const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r', '"': '"', '\\': '\\' };

/** @throws ImportError `damaged` */
export function readEdn(text: string): JsonValue {
	const reader = new EdnReader(text);
	const value = reader.value(0);
	reader.end();
	return value;
}

class EdnReader {
	private at = 0;
	constructor(private readonly text: string) {}

	value(depth: number): JsonValue {
		if (depth > LIMITS.depth) throw broken();
		this.match(SPACE);
		const char = this.text[this.at];
		if (char === undefined) throw broken();
		if (char === '"') return this.string();
		if (char === '#') return this.tagged(depth);
		const close = CLOSE[char];
		if (close) {
			this.at += 1;
			const items = this.items(close, depth + 1);
			return char === '{' ? mapOf(items) : items;
		}
		return atom(this.match(ATOM) ?? '');
	}

	/** Sets are lists; a tag such as `#inst` leaves its value as it is; `#_` drops what follows. */
	private tagged(depth: number): JsonValue {
		this.at += 1;
		if (this.text[this.at] === '{') {
			this.at += 1;
			return this.items('}', depth + 1);
		}
		if (this.text[this.at] === '_') {
			this.at += 1;
			this.value(depth + 1);
			return this.value(depth + 1);
		}
		this.match(ATOM);
		return this.value(depth + 1);
	}

	private items(close: string, depth: number): JsonValue[] {
		const items: JsonValue[] = [];
		for (;;) {
			this.match(SPACE);
			if (this.text[this.at] === close) {
				this.at += 1;
				return items;
			}
			items.push(this.value(depth));
		}
	}

	private string(): string {
		STRING.lastIndex = this.at;
		const found = STRING.exec(this.text);
		if (!found) throw broken();
		this.at = STRING.lastIndex;
		return found[1]!
			.replace(/\\(?:u([\da-f]{4})|([\s\S]))/gi, (_, code?: string, char?: string) =>
				code ? String.fromCharCode(parseInt(code, 16)) : (ESCAPES[char ?? ''] ?? char ?? ''),
			)
			.toWellFormed();
	}

	private match(pattern: RegExp): string | undefined {
		pattern.lastIndex = this.at;
		const found = pattern.exec(this.text)?.[0];
		if (found === undefined) {
			if (pattern === ATOM) throw broken();
			return undefined;
		}
		this.at += found.length;
		return found;
	}

	end(): void {
		this.match(SPACE);
		if (this.at < this.text.length) throw broken();
	}
}

function mapOf(items: JsonValue[]): JsonValue {
	const map = new Map<string, JsonValue>();
	for (let at = 0; at + 1 < items.length; at += 2) map.set(String(items[at]), items[at + 1]!);
	return map;
}

function atom(word: string): JsonValue {
	if (word.startsWith(':')) return word.slice(1);
	if (word === 'nil') return null;
	if (word === 'true' || word === 'false') return word === 'true';
	const number = Number(word.replace(/[NM]$/, ''));
	return Number.isFinite(number) && word !== '' ? number : word;
}
