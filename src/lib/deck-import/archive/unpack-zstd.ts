/** Unpacks zstd data within bounds: headers are judged first, and the output is counted as it comes. */
import { Decompress } from 'fzstd';
import { ImportError } from '../import-error.ts';
import { LIMITS, type Limits } from '../limits.ts';
import { ByteCollector } from './collect-bytes.ts';
import { zstdFrames } from './zstd-frames.ts';

/** So little at a time that a block cannot go far beyond the limit. */
const PIECE = 128 * 1024;

/** Whether bytes begin as a zstd frame does. */
export function isZstd(bytes: Uint8Array): boolean {
	return bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd;
}

/**
 * The content of zstd data.
 * @param most bytes that are taken at most
 * @param what the thing that is unpacked, for messages: `The list of media`
 * @throws ImportError
 */
export function unpackZstd(
	bytes: Uint8Array,
	most: number,
	what: string,
	limits: Limits = LIMITS,
): Uint8Array<ArrayBuffer> {
	const collector = new ByteCollector(most, what);
	for (const frame of zstdFrames(bytes, limits)) {
		unpackFrame(bytes.subarray(frame.start, frame.end), collector, what);
	}
	return collector.bytes();
}

function unpackFrame(frame: Uint8Array, collector: ByteCollector, what: string): void {
	try {
		const stream = new Decompress((chunk) => collector.add(chunk));
		for (let at = 0; at < frame.length; at += PIECE) {
			stream.push(frame.subarray(at, at + PIECE), at + PIECE >= frame.length);
		}
	} catch (error) {
		if (error instanceof ImportError) throw error;
		throw new ImportError('damaged', `${what} is damaged and cannot be unpacked.`, error);
	}
}
