/** Names what an import brings by what it is, so that two devices which import the same file agree. */
import { hashText } from '../content/hash.ts';
import { ownNoteId } from '../content/own-note.ts';
import { hash32 } from '../scheduler/seed.ts';
import { readUuid } from './uuid-bytes.ts';

/** 132 bits: more notes than anybody has share none. */
const NOTE_CHARS = 22;
/** Digests that wait at once. */
const AT_ONCE = 1000;

/** The ids of notes by their guids. */
export async function importedNoteIds(guids: readonly string[]): Promise<Map<string, string>> {
	const ids = new Map<string, string>();
	const encoder = new TextEncoder();
	for (let from = 0; from < guids.length; from += AT_ONCE) {
		const some = guids.slice(from, from + AT_ONCE);
		const digests = await Promise.all(
			some.map((guid) => crypto.subtle.digest('SHA-256', encoder.encode(guid))),
		);
		some.forEach((guid, at) => {
			const digest = digests[at];
			if (digest) ids.set(guid, ownNoteId(inLetters(new Uint8Array(digest))));
		});
	}
	return ids;
}

function inLetters(digest: Uint8Array): string {
	const text = btoa(String.fromCharCode(...digest));
	return text.replaceAll('+', '-').replaceAll('/', '_').slice(0, NOTE_CHARS);
}

export function importedDeckId(path: readonly string[]): string {
	return `deck/${twice(JSON.stringify(path))}`;
}

/** @param content all that makes the preset what it is */
export function importedPresetId(content: unknown): string {
	return `preset/${twice(JSON.stringify(content))}`;
}

function twice(text: string): string {
	return hashText(text) + hashText(`2${text}`);
}

/** Makes ids for the answers of one card, by their times: valid UUIDv7. */
export class AnswerIds {
	readonly #seeds: readonly [number, number, number];
	readonly #used = new Set<string>();
	readonly #bytes = new Uint8Array(16);

	constructor(guid: string, ordinal: number) {
		const name = `${ordinal}/${guid}`;
		const seed = (basis: number) => hash32(name, basis);
		this.#seeds = [seed(0x811c9dc5), seed(0x9747b28c), seed(0xc2b2ae35)];
	}

	/** @param t ms since the epoch */
	at(t: number): string {
		const time = Math.min(Math.max(0, Math.floor(t)), 0xffff_ffff_ffff);
		const view = new DataView(this.#bytes.buffer);
		view.setUint16(0, Math.floor(time / 0x1_0000_0000));
		view.setUint32(2, time >>> 0);
		for (let turn = 0; ; turn += 1) {
			const b = mixed(this.#seeds[1], time, turn);
			// Version 7, and the variant of the standard.
			view.setUint16(6, 0x7000 | (mixed(this.#seeds[0], time, turn) & 0xfff));
			view.setUint16(8, 0x8000 | (b & 0x3fff));
			view.setUint16(10, b >>> 16);
			view.setUint32(12, mixed(this.#seeds[2], time, turn));
			const id = readUuid(this.#bytes, 0);
			if (this.#used.has(id)) continue;
			this.#used.add(id);
			return id;
		}
	}
}

function mixed(seed: number, time: number, turn: number): number {
	let hash = seed ^ Math.imul(time >>> 0, 0x9e3779b1);
	hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
	hash ^= Math.imul(Math.floor(time / 0x1_0000_0000) + turn * 0x1_0001, 0xc2b2ae35);
	hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f);
	return (hash ^ (hash >>> 16)) >>> 0;
}
