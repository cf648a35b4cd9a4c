/** Walks the frames of zstd data without unpacking them, so that nothing is allocated on a header's word. */
import { ImportError } from '../import-error.ts';
import { inWords, LIMITS, type Limits } from '../limits.ts';

export interface ZstdFrame {
	start: number;
	end: number;
	/** Bytes that the frame can unpack to at most. */
	most: number;
}

const MAGIC = 0xfd2f_b528;
/** 16 magic numbers of frames to pass over. */
const SKIPPABLE = 0x184d_2a50;
/** No block unpacks to more than this. */
const BLOCK = 128 * 1024;

const broken = (): ImportError =>
	new ImportError('damaged', 'The zstd data is damaged or breaks off.');

class Cursor {
	at = 0;
	constructor(private readonly bytes: Uint8Array) {}

	/** Little-endian, at most six bytes exactly. */
	number(length: number): number {
		if (this.at + length > this.bytes.length) throw broken();
		let value = 0;
		for (let i = length - 1; i >= 0; i--) value = value * 256 + (this.bytes[this.at + i] ?? 0);
		this.at += length;
		return value;
	}

	skip(length: number): void {
		if (this.at + length > this.bytes.length) throw broken();
		this.at += length;
	}

	get ended(): boolean {
		return this.at >= this.bytes.length;
	}
}

/**
 * The frames of zstd data, each judged: window within the limit, no dictionary, whole blocks.
 * @throws ImportError
 */
export function zstdFrames(bytes: Uint8Array, limits: Limits = LIMITS): ZstdFrame[] {
	const cursor = new Cursor(bytes);
	const frames: ZstdFrame[] = [];
	while (!cursor.ended) {
		const start = cursor.at;
		const magic = cursor.number(4);
		if ((magic & ~0xf) >>> 0 === SKIPPABLE) {
			cursor.skip(cursor.number(4));
			continue;
		}
		if (magic !== MAGIC) throw broken();
		const { promised, checksum } = judgedHeader(cursor, limits);
		const blocks = walkBlocks(cursor);
		if (checksum) cursor.skip(4);
		frames.push({ start, end: cursor.at, most: Math.min(promised, blocks * BLOCK) });
	}
	if (frames.length === 0) throw broken();
	return frames;
}

/** Reads the header of a frame behind its magic number. */
function judgedHeader(cursor: Cursor, limits: Limits): { promised: number; checksum: boolean } {
	const descriptor = cursor.number(1);
	const single = (descriptor & 0x20) !== 0;
	if ((descriptor & 0x08) !== 0) throw broken();
	let window = 0;
	if (!single) {
		const byte = cursor.number(1);
		const base = 2 ** (10 + (byte >> 3));
		window = base + (base / 8) * (byte & 7);
	}
	const dictionary = cursor.number([0, 1, 2, 4][descriptor & 3] ?? 0);
	const sizeBytes = [single ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
	const low = cursor.number(Math.min(sizeBytes, 4));
	const size = sizeBytes === 8 ? low + cursor.number(4) * 2 ** 32 : low;
	const promised = sizeBytes === 0 ? Infinity : sizeBytes === 2 ? size + 256 : size;
	if (single) window = promised;
	if (dictionary !== 0) {
		throw new ImportError('not-this-format', 'The zstd data needs a dictionary of its own.');
	}
	if (window > limits.window) {
		throw new ImportError(
			'too-large',
			`The zstd data asks for a window of ${inWords(window)}; up to ${inWords(limits.window)} is given.`,
		);
	}
	return { promised, checksum: (descriptor & 0x04) !== 0 };
}

/** Passes over the blocks of a frame and says how many there are. */
function walkBlocks(cursor: Cursor): number {
	for (let count = 1; ; count++) {
		const head = cursor.number(3);
		const [type, size] = [(head >> 1) & 3, head >> 3];
		if (type === 3 || size > BLOCK) throw broken();
		cursor.skip(type === 1 ? 1 : size);
		if ((head & 1) === 1) return count;
	}
}
