/** What a media file is by its first bytes; its name and what it calls itself count for nothing. */

/** Magic bytes from an offset, and the type that they tell. */
const MAGIC: readonly [at: number, bytes: string, type: string][] = [
	[0, '\x89PNG\r\n\x1a\n', 'image/png'],
	[0, '\xff\xd8\xff', 'image/jpeg'],
	[0, 'GIF87a', 'image/gif'],
	[0, 'GIF89a', 'image/gif'],
	[8, 'WEBP', 'image/webp'],
	[4, 'ftypavif', 'image/avif'],
	[0, 'BM', 'image/bmp'],
	[0, 'ID3', 'audio/mpeg'],
	[0, '\xff\xfb', 'audio/mpeg'],
	[0, '\xff\xf3', 'audio/mpeg'],
	[0, '\xff\xf2', 'audio/mpeg'],
	[0, 'OggS', 'audio/ogg'],
	[0, 'fLaC', 'audio/flac'],
	[8, 'WAVE', 'audio/wav'],
	[4, 'ftypM4A', 'audio/mp4'],
	[4, 'ftyp', 'video/mp4'],
	[0, '\x1a\x45\xdf\xa3', 'video/webm'],
];

/** The type, or undefined for what is no picture, sound or film that a card could show. */
export function sniffMedia(bytes: Uint8Array): string | undefined {
	const head = String.fromCharCode(...bytes.subarray(0, 512));
	const found = MAGIC.find(([at, magic]) => head.startsWith(magic, at))?.[2];
	if (found) return found;
	const text = head.replace(/^\xef\xbb\xbf/, '').trimStart();
	const drawing = /^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i;
	return drawing.test(text) ? 'image/svg+xml' : undefined;
}

export interface PictureSize {
	width: number;
	height: number;
}

/** px of a picture by its header; undefined where the header does not say, or for anything else. */
export function pictureSize(bytes: Uint8Array, type: string): PictureSize | undefined {
	const size = sizeOf(bytes, type);
	return size && size.width > 0 && size.height > 0 ? size : undefined;
}

function sizeOf(bytes: Uint8Array, type: string): PictureSize | undefined {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	if (type === 'image/png' && bytes.length >= 24) {
		return { width: view.getUint32(16), height: view.getUint32(20) };
	}
	if (type === 'image/gif' && bytes.length >= 10) {
		return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
	}
	if (type === 'image/bmp' && bytes.length >= 26) {
		const [width, height] = [view.getInt32(18, true), view.getInt32(22, true)];
		return { width: Math.abs(width), height: Math.abs(height) };
	}
	if (type === 'image/jpeg') return jpegSize(view);
	if (type === 'image/avif') return avifSize(bytes, view);
	return type === 'image/webp' ? webpSize(view) : undefined;
}

/** Pixels of a picture by its header; 0 where the header does not say, or for anything else. */
export function pixelsOf(bytes: Uint8Array, type: string): number {
	const size = pictureSize(bytes, type);
	return size ? size.width * size.height : 0;
}

/** Walks the segments to the frame header. */
function jpegSize(view: DataView): PictureSize | undefined {
	for (let at = 2; at + 9 < view.byteLength;) {
		if (view.getUint8(at) !== 0xff) return undefined;
		const mark = view.getUint8(at + 1);
		const isFrame = mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark);
		if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
		at += 2 + Math.max(2, view.getUint16(at + 2));
	}
	return undefined;
}

/** The largest of the sizes that the boxes at its beginning tell. */
function avifSize(bytes: Uint8Array, view: DataView): PictureSize | undefined {
	const head = String.fromCharCode(...bytes.subarray(0, 4096));
	const sizes = [...head.matchAll(/ispe/g)].flatMap(({ index }): PictureSize[] =>
		index + 16 > bytes.length
			? []
			: [{ width: view.getUint32(index + 8), height: view.getUint32(index + 12) }],
	);
	return sizes.sort((a, b) => b.width * b.height - a.width * a.height)[0];
}

function webpSize(view: DataView): PictureSize | undefined {
	if (view.byteLength < 30) return undefined;
	const kind = view.getUint8(15);
	const three = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
	if (kind === 0x58) return { width: three(24) + 1, height: three(27) + 1 };
	if (kind === 0x20) {
		const [width, height] = [view.getUint16(26, true), view.getUint16(28, true)];
		return { width: width & 0x3fff, height: height & 0x3fff };
	}
	const bits = view.getUint32(21, true);
	return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
}
