/** Judges one media file and hands its bytes to their keeper, under the hash of the content. */
import type { ImportEnvironment } from '../import-environment.ts';
import type { ImportedMedia } from '../imported.ts';
import { inWords } from '../limits.ts';
import { pixelsOf, sniffMedia } from './sniff-media.ts';

/** More than any screen shows, and more than a phone unpacks. */
const MOST_PIXELS = 40_000_000;
const LONGEST_NAME = 500;
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The media file as kept, or why it is left out. */
export async function takeMedia(
	name: string,
	bytes: Uint8Array<ArrayBuffer>,
	{ limits, keepMedia }: ImportEnvironment,
): Promise<ImportedMedia | string> {
	if (bytes.length === 0) return 'it is empty';
	if (bytes.length > limits.media) return tooLarge(bytes.length, limits.media);
	if (name === '' || name.length > LONGEST_NAME) return 'its name is empty or too long';
	const type = sniffMedia(bytes);
	if (type === undefined) return 'its content is no picture, sound or film';
	if (pixelsOf(bytes, type) > MOST_PIXELS) return 'the picture has more than 40 million pixels';
	const hash = await hashOf(bytes, 'SHA-256');
	await keepMedia(hash, bytes, type);
	return { name: name.normalize('NFC'), hash, type, size: bytes.length };
}

export function tooLarge(size: number, most: number): string {
	return `it has ${inWords(size)}, more than the ${inWords(most)} that are taken`;
}

/** Hexadecimal. */
export async function hashOf(
	bytes: Uint8Array<ArrayBuffer>,
	kind: 'SHA-1' | 'SHA-256',
): Promise<string> {
	const hash = new Uint8Array(await crypto.subtle.digest(kind, bytes));
	return hash.reduce((text, byte) => text + (HEX[byte] ?? ''), '');
}
