/** Reviews in columns: the form of old history in the database and of all history in a backup. */
import type { Grade } from '../scheduler/review.ts';
import { faultOf, isInteger, KINDS, PHASES } from './review-fact.ts';
import { readUuid, writeUuid } from './uuid-bytes.ts';
import type { BlockRow, ReviewRow } from './schema.ts';

export const REVIEWS_PER_BLOCK = 30_000;

interface Head {
	format: 1;
	count: number;
	cards: string[];
	params: string[];
	devs: string[];
}

/** Bytes of one review in all columns: three doubles, two of 4, four of 2, three of 1, an id. */
const ROW_BYTES = 3 * 8 + 2 * 4 + 4 * 2 + 3 + 16;

/** The columns over the bytes behind the head; little-endian, as every platform that has browsers. */
function columnsOf(bytes: Uint8Array<ArrayBuffer>, start: number, count: number) {
	let at = bytes.byteOffset + start;
	const next = (size: number) => {
		const here = at;
		at += size * count;
		return here;
	};
	const { buffer } = bytes;
	return {
		t: new Float64Array(buffer, next(8), count),
		duration: new Float64Array(buffer, next(8), count),
		next: new Float64Array(buffer, next(8), count),
		card: new Uint32Array(buffer, next(4), count),
		day: new Int32Array(buffer, next(4), count),
		tz: new Int16Array(buffer, next(2), count),
		left: new Uint16Array(buffer, next(2), count),
		params: new Uint16Array(buffer, next(2), count),
		dev: new Uint16Array(buffer, next(2), count),
		grade: new Uint8Array(buffer, next(1), count),
		kind: new Uint8Array(buffer, next(1), count),
		phase: new Uint8Array(buffer, next(1), count),
		id: new Uint8Array(buffer, next(16), count * 16),
	};
}

/** Where the columns begin: behind the length and the head, on a multiple of 8. */
function columnStart(headBytes: number): number {
	return Math.ceil((4 + headBytes) / 8) * 8;
}

/**
 * Reviews as bytes: equal reviews in equal order give equal bytes.
 * @throws RangeError for a review that is not sound (see `faultOf`)
 */
export function encodeBlock(reviews: readonly ReviewRow[]): Uint8Array<ArrayBuffer> {
	const count = reviews.length;
	const [cards, params, devs] = [new Codes(), new Codes(0xffff), new Codes(0xffff)];
	for (const review of reviews) {
		const fault = faultOf(review);
		if (fault) throw new RangeError(`Review ${review.id}: ${fault}`);
		cards.add(review.cardId);
		params.add(review.params);
		devs.add(review.dev);
	}
	const head: Head = { format: 1, count, cards: cards.list, params: params.list, devs: devs.list };
	const headBytes = new TextEncoder().encode(JSON.stringify(head));
	const start = columnStart(headBytes.length);
	const bytes = new Uint8Array(start + count * ROW_BYTES);
	new DataView(bytes.buffer).setUint32(0, headBytes.length, true);
	bytes.set(headBytes, 4);
	const columns = columnsOf(bytes, start, count);
	reviews.forEach((review, row) => {
		columns.t[row] = review.t;
		columns.duration[row] = review.duration;
		columns.next[row] = review.next;
		columns.card[row] = cards.add(review.cardId);
		columns.day[row] = review.day;
		columns.tz[row] = review.tz;
		columns.left[row] = review.left;
		columns.params[row] = params.add(review.params);
		columns.dev[row] = devs.add(review.dev);
		columns.grade[row] = review.grade;
		columns.kind[row] = KINDS.indexOf(review.kind);
		columns.phase[row] = PHASES.indexOf(review.phase);
		writeUuid(columns.id, row * 16, review.id);
	});
	return bytes;
}

/** A dictionary that grows while it is asked. */
class Codes {
	readonly list: string[] = [];
	readonly #codes = new Map<string, number>();
	readonly #most: number;

	constructor(most = 0xffff_ffff) {
		this.#most = most;
	}

	add(text: string): number {
		const known = this.#codes.get(text);
		if (known !== undefined) return known;
		const code = this.list.length;
		if (code > this.#most) throw new RangeError(`More than ${this.#most} different values`);
		this.list.push(text);
		this.#codes.set(text, code);
		return code;
	}
}

/**
 * The reviews of a block in its order, only those of some cards where asked.
 * @throws RangeError where the bytes are not a whole, sound block
 */
export function decodeBlock(
	bytes: Uint8Array<ArrayBuffer>,
	{ cardIds }: { cardIds?: ReadonlySet<string> } = {},
): ReviewRow[] {
	return [...decodeParts(bytes, Infinity, cardIds)].flat();
}

/**
 * As `decodeBlock`, in parts of so many rows of the block, each decoded when it is asked for.
 * @throws RangeError as `decodeBlock`, once it comes to what is damaged
 */
export function* decodeParts(
	bytes: Uint8Array<ArrayBuffer>,
	size: number,
	cardIds?: ReadonlySet<string>,
): Generator<ReviewRow[], void> {
	const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
	const { head, start } = readHead(aligned);
	const columns = columnsOf(aligned, start, head.count);
	const wanted = cardIds && head.cards.map((id) => cardIds.has(id));
	if (wanted?.includes(true) === false) return;
	for (let from = 0; from < head.count; from += size) {
		const reviews: ReviewRow[] = [];
		for (let row = from; row < Math.min(head.count, from + size); row += 1) {
			if (wanted?.[columns.card[row] ?? -1] === false) continue;
			reviews.push(rowAt(row, head, columns));
		}
		yield reviews;
	}
}

function rowAt(row: number, head: Head, columns: ReturnType<typeof columnsOf>): ReviewRow {
	const review = {
		id: readUuid(columns.id, row * 16),
		cardId: head.cards[columns.card[row] ?? -1],
		t: columns.t[row],
		tz: columns.tz[row],
		day: columns.day[row],
		grade: columns.grade[row] as 0 | Grade,
		kind: KINDS[columns.kind[row] ?? -1],
		duration: columns.duration[row],
		next: columns.next[row],
		phase: PHASES[columns.phase[row] ?? -1],
		left: columns.left[row],
		params: head.params[columns.params[row] ?? -1],
		dev: head.devs[columns.dev[row] ?? -1],
	};
	if (!isWhole(review)) throw new RangeError(`Row ${row} of the block names what is not there`);
	const fault = faultOf(review);
	if (fault) throw new RangeError(`Row ${row} of the block: ${fault}`);
	return review;
}

/** The cards that a block has answers of. @throws RangeError where its head cannot be read */
export function cardsOfBlock(bytes: Uint8Array<ArrayBuffer>): readonly string[] {
	return readHead(bytes).head.cards;
}

/** A review of a block while it is looked at: the same object for each, changed in between. */
export interface ScannedReview extends Omit<ReviewRow, 'id' | 'cardId' | 'params' | 'dev'> {
	/** Place of its card in the list of the block. */
	card: number;
	id: () => string;
	/** The last 32 bits of the id, which are quicker to have. */
	tail: () => number;
}

/**
 * Looks at the reviews of a block in its order, without making an object of each.
 * @param begin is told the cards of the block, and returns what looks
 * @throws RangeError where the bytes are not a whole block
 */
export function scanBlock(
	bytes: Uint8Array<ArrayBuffer>,
	begin: (cards: readonly string[]) => (review: Readonly<ScannedReview>) => void,
): void {
	const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
	const { head, start } = readHead(aligned);
	const columns = columnsOf(aligned, start, head.count);
	const visit = begin(head.cards);
	const tails = new DataView(columns.id.buffer, columns.id.byteOffset);
	let row = 0;
	const seen: ScannedReview = {
		...{ card: 0, t: 0, tz: 0, day: 0, grade: 0, kind: 'cram', duration: 0, next: 0 },
		...{ phase: 'new', left: 0, id: () => readUuid(columns.id, row * 16) },
		tail: () => tails.getUint32(row * 16 + 12),
	};
	for (; row < head.count; row += 1) {
		const [kind, phase] = [KINDS[columns.kind[row] ?? -1], PHASES[columns.phase[row] ?? -1]];
		if (!kind || !phase) throw new RangeError(`Row ${row} of the block names what is not there`);
		seen.card = columns.card[row] ?? 0;
		seen.t = columns.t[row] ?? 0;
		seen.tz = columns.tz[row] ?? 0;
		seen.day = columns.day[row] ?? 0;
		seen.grade = (columns.grade[row] ?? 0) as 0 | Grade;
		seen.kind = kind;
		seen.duration = columns.duration[row] ?? 0;
		seen.next = columns.next[row] ?? 0;
		seen.phase = phase;
		seen.left = columns.left[row] ?? 0;
		visit(seen);
	}
}

type Maybe<T> = { [Key in keyof T]: T[Key] | undefined };

function isWhole(review: Maybe<ReviewRow>): review is ReviewRow {
	const { cardId, kind, phase, params, dev } = review;
	return ![cardId, kind, phase, params, dev].includes(undefined);
}

function readHead(bytes: Uint8Array<ArrayBuffer>): { head: Head; start: number } {
	if (bytes.length < 4) throw new RangeError('The block is shorter than its own length');
	const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
	if (4 + length > bytes.length) throw new RangeError('The block ends within its head');
	let head: unknown;
	try {
		head = JSON.parse(
			new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(4, 4 + length)),
		);
	} catch {
		throw new RangeError('The head of the block is not JSON');
	}
	if (!isHead(head)) throw new RangeError('The head of the block is not one of format 1');
	const start = columnStart(length);
	if (bytes.length !== start + head.count * ROW_BYTES) {
		throw new RangeError(`The block does not hold the ${head.count} reviews that it names`);
	}
	return { head, start };
}

function isHead(value: unknown): value is Head {
	if (typeof value !== 'object' || value === null) return false;
	const { format, count, cards, params, devs } = value as Partial<Record<keyof Head, unknown>>;
	const lists = [cards, params, devs];
	return (
		format === 1 &&
		typeof count === 'number' &&
		isInteger(count, 0, 0x7fff_ffff) &&
		lists.every((list) => Array.isArray(list) && list.every((item) => typeof item === 'string'))
	);
}

/** Reviews as a block to store, under the hash of its content: the same reviews never make two. */
export function packBlock(reviews: readonly ReviewRow[]): BlockRow {
	const bytes = encodeBlock(reviews);
	let [fromDay, toDay] = [Infinity, -Infinity];
	for (const { day } of reviews) {
		fromDay = Math.min(fromDay, day);
		toDay = Math.max(toDay, day);
	}
	return { id: contentHash(bytes), count: reviews.length, fromDay, toDay, bytes };
}

/** 64 bits of FNV-1a over 32-bit words, as hex: names content, does not protect it. */
function contentHash(bytes: Uint8Array<ArrayBuffer>): string {
	const words = new Uint32Array(bytes.buffer, 0, Math.floor(bytes.length / 4));
	let [a, b] = [0x811c9dc5, 0x9747b28c ^ bytes.length];
	for (const word of words) {
		a = Math.imul(a ^ word, 0x01000193);
		b = Math.imul(b ^ (word >>> 15) ^ (word << 17), 0x85ebca6b);
		a ^= a >>> 15;
		b ^= b >>> 13;
	}
	for (const byte of bytes.subarray(words.length * 4)) a = Math.imul(a ^ byte, 0x01000193);
	const hex = (word: number) => (word >>> 0).toString(16).padStart(8, '0');
	return hex(a) + hex(b);
}
