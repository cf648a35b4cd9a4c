/** Undoes Transit, in which newer Mochi decks are written: tags, keywords and its short forms become plain values. */
import { asNumber, type JsonValue } from '../safe-json.ts';

/** Short codes run over 44 characters from `0` on. */
const BASE = 44;

/** The plain value: keywords without their mark, lists and sets as lists, instants as ms or as text. */
export function readTransit(value: JsonValue): JsonValue {
	return new TransitReader().read(value, false);
}

class TransitReader {
	private readonly cache: string[] = [];

	read(value: JsonValue, isKey: boolean): JsonValue {
		if (typeof value === 'string') return plain(this.word(value, isKey));
		if (Array.isArray(value)) return this.list(value);
		if (!(value instanceof Map)) return value;
		const entries = [...value].map(([key, item]): [string, JsonValue] => {
			const word = this.word(key, true);
			return [word, this.read(item, false)];
		});
		const [only] = entries;
		if (entries.length === 1 && only?.[0].startsWith('~#')) return only[1];
		return new Map(entries.map(([key, item]) => [String(plain(key)), item]));
	}

	private list(items: JsonValue[]): JsonValue {
		const [first, second] = items;
		if (first === '^ ') {
			const map = new Map<string, JsonValue>();
			for (let at = 1; at + 1 < items.length; at += 2) {
				const key = this.read(items[at]!, true);
				map.set(String(key), this.read(items[at + 1]!, false));
			}
			return map;
		}
		if (typeof first === 'string' && items.length === 2) {
			const tag = this.word(first, false, false);
			if (tag.startsWith('~#')) {
				this.word(first, false);
				return this.read(second!, false);
			}
		}
		return items.map((item) => this.read(item, false));
	}

	/** A word, or what its short code stands for. */
	private word(text: string, isKey: boolean, keep = true): string {
		if (text.startsWith('^') && text !== '^ ' && text.length <= 3) {
			const [low = 48, high] = [...text.slice(1)].reverse().map((char) => char.charCodeAt(0));
			return this.cache[low - 48 + (high === undefined ? 0 : (high - 48) * BASE)] ?? '';
		}
		const short = text.length > 3 && (isKey || /^~[:$#]/.test(text));
		if (short && keep) {
			if (this.cache.length >= BASE * BASE) this.cache.length = 0;
			this.cache.push(text);
		}
		return text;
	}
}

function plain(text: string): JsonValue {
	if (!text.startsWith('~')) return text;
	const rest = text.slice(2);
	switch (text[1]) {
		case ':':
		case '$':
		case 'u':
		case 't':
			return rest;
		case 'm':
		case 'i':
		case 'd':
			return asNumber(rest) ?? 0;
		case '?':
			return rest === 't';
		case '_':
			return null;
		default:
			return text.slice(1);
	}
}
