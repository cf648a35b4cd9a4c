/** Builds zstd frames of stored and repeated blocks, which every unpacker takes. */
import { join } from './build-zip.ts';

const MAGIC = [0x28, 0xb5, 0x2f, 0xfd];
const BLOCK = 128 * 1024;

/** A frame with a window of 128 KiB and no stated size, as a stream writes it. */
export function buildZstd(data: Uint8Array): Uint8Array<ArrayBuffer> {
	const pieces: Uint8Array[] = [Uint8Array.from([...MAGIC, 0x00, 7 << 3])];
	for (let at = 0; at === 0 || at < data.length; at += BLOCK) {
		const block = data.subarray(at, at + BLOCK);
		pieces.push(blockHead(0, block.length, at + BLOCK >= data.length), block);
	}
	return join(pieces);
}

/** A frame that unpacks to `blocks` × 128 KiB of zeros. */
export function buildZstdBomb(blocks: number): Uint8Array<ArrayBuffer> {
	const pieces: Uint8Array[] = [Uint8Array.from([...MAGIC, 0x00, 7 << 3])];
	for (let block = 1; block <= blocks; block++) {
		pieces.push(blockHead(1, BLOCK, block === blocks), Uint8Array.of(0));
	}
	return join(pieces);
}

/** A frame that asks for a window of 2^(10 + exponent) bytes. */
export function zstdOfWindow(exponent: number): Uint8Array<ArrayBuffer> {
	return Uint8Array.from([...MAGIC, 0x00, exponent << 3, 1, 0, 0]);
}

function blockHead(type: number, size: number, last: boolean): Uint8Array {
	const head = (size << 3) | (type << 1) | (last ? 1 : 0);
	return Uint8Array.of(head & 0xff, (head >> 8) & 0xff, (head >> 16) & 0xff);
}
