/** Builds zip archives byte by byte, honest ones and such as lie. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
	name: string;
	data: Uint8Array;
	/** Packed as it is instead of deflated. */
	stored?: boolean;
	/** Stated in place of what is true. */
	lies?: { size?: number; localSize?: number; crc?: number; flags?: number; offset?: number };
}

const utf8 = new TextEncoder();

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
	return utf8.encode(text);
}

/** An archive of the parts, in their order. */
export function buildZip(parts: readonly ZipPart[]): Uint8Array<ArrayBuffer> {
	const local: Uint8Array[] = [];
	const central: Uint8Array[] = [];
	let at = 0;
	for (const part of parts) {
		const name = utf8.encode(part.name);
		const packed = part.stored ? part.data : deflateRawSync(part.data);
		const { lies = {} } = part;
		const crc = lies.crc ?? crc32(part.data);
		const common = (size: number) => [
			...half(0x0800 | (lies.flags ?? 0)),
			...half(part.stored ? 0 : 8),
			...word(0x5a21_0000),
			...word(crc),
			...word(packed.length),
			...word(size),
			...half(name.length),
			...half(0),
		];
		const size = lies.size ?? part.data.length;
		const head = [...word(0x0403_4b50), ...half(20), ...common(lies.localSize ?? size)];
		local.push(Uint8Array.from(head), name, packed);
		const tail = [...half(0), ...half(0), ...half(0), ...word(0), ...word(lies.offset ?? at)];
		const record = [...word(0x0201_4b50), ...half(20), ...half(20), ...common(size), ...tail];
		central.push(Uint8Array.from(record), name);
		at += head.length + name.length + packed.length;
	}
	const directory = join(central);
	const end = [
		...word(0x0605_4b50),
		...half(0),
		...half(0),
		...half(parts.length),
		...half(parts.length),
		...word(directory.length),
		...word(at),
		...half(0),
	];
	return join([...local, directory, Uint8Array.from(end)]);
}

export function join(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const piece of pieces) {
		all.set(piece, at);
		at += piece.length;
	}
	return all;
}

function half(value: number): number[] {
	return [value & 0xff, (value >>> 8) & 0xff];
}

function word(value: number): number[] {
	return [...half(value & 0xffff), ...half(value >>> 16)];
}
