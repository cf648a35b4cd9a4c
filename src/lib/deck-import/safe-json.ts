/** Reads JSON from anywhere: of bounded depth, into values whose names cannot reach the prototype of anything. */
import { ImportError } from './import-error.ts';
import { LIMITS } from './limits.ts';

export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject;
/** A map, since a file may call a key `__proto__`. */
export type JsonObject = ReadonlyMap<string, JsonValue>;

/**
 * @param what the thing that is read, for the message: `The list of media`
 * @throws ImportError `damaged` for text that is no JSON or is nested too deep
 */
export function readJson(text: string, what: string, depth: number = LIMITS.depth): JsonValue {
	return fresh(parseJson(text, what, depth));
}

/** As `readJson`, for a schema to check: an object may still have a key `__proto__` of its own. */
export function parseJson(text: string, what: string, depth: number = LIMITS.depth): unknown {
	if (deeperThan(text, depth)) {
		throw new ImportError('damaged', `${what} is nested more than ${depth} levels deep.`);
	}
	try {
		return JSON.parse(text) as unknown;
	} catch (error) {
		throw new ImportError('damaged', `${what} is not valid JSON.`, error);
	}
}

/** Counts brackets outside of strings, so that the parser is never driven deep. */
function deeperThan(text: string, most: number): boolean {
	let depth = 0;
	let quoted = false;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (quoted) {
			if (code === 0x5c) at += 1;
			else if (code === 0x22) quoted = false;
		} else if (code === 0x22) quoted = true;
		else if (code === 0x5b || code === 0x7b) {
			depth += 1;
			if (depth > most) return true;
		} else if (code === 0x5d || code === 0x7d) depth -= 1;
	}
	return false;
}

function fresh(value: unknown): JsonValue {
	if (Array.isArray(value)) return value.map(fresh);
	if (typeof value === 'object' && value !== null) {
		return new Map(Object.entries(value).map(([name, item]) => [name, fresh(item)]));
	}
	if (typeof value === 'string') return value.toWellFormed();
	if (typeof value === 'number' || typeof value === 'boolean') return value;
	return null;
}

const NOTHING: JsonObject = new Map();

/** The object, or an empty one for anything else. */
export function asObject(value: JsonValue | undefined): JsonObject {
	return value instanceof Map ? value : NOTHING;
}

export function asList(value: JsonValue | undefined): JsonValue[] {
	return Array.isArray(value) ? value : [];
}

/** The text, or '' for anything else. */
export function asText(value: JsonValue | undefined): string {
	return typeof value === 'string' ? value : '';
}

/** A finite number, also one written as text; undefined for anything else. */
export function asNumber(value: JsonValue | undefined): number | undefined {
	const number = typeof value === 'string' && value !== '' ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** An id, written as a number or as text. */
export function asId(value: JsonValue | undefined): string {
	return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : asText(value);
}
