/** Takes in a picture that was pasted or dropped: kept under its hash, named by it. */
import { nameMedia, putMedia } from '$lib/db/media.ts';
import { sniffMedia } from '$lib/deck-import/media/sniff-media.ts';
import type { App } from './app.svelte.ts';

/** Bytes of one picture; larger ones are photos that a phone sends, and cost every backup. */
const MOST_BYTES = 5 * 1024 * 1024;

const ENDINGS: Record<string, string> = {
	'image/png': 'png',
	'image/jpeg': 'jpg',
	'image/gif': 'gif',
	'image/webp': 'webp',
	'image/avif': 'avif',
	'image/svg+xml': 'svg',
};

export class PictureError extends Error {}

/** The name by which the note may call it. @throws PictureError, DbError */
export async function takePicture(app: App, file: Blob): Promise<string> {
	if (file.size > MOST_BYTES) {
		throw new PictureError('The picture is larger than 5 MB. Make it smaller, then add it again.');
	}
	const bytes = await file.arrayBuffer();
	const type = sniffMedia(new Uint8Array(bytes)) ?? '';
	const ending = ENDINGS[type];
	if (!ending) {
		throw new PictureError('This is no picture that a card can show: PNG, JPEG, GIF, WebP or SVG.');
	}
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	const hash = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
	const name = `picture-${hash.slice(0, 16)}.${ending}`;
	app.mustWrite();
	await putMedia(app.db, hash, type, bytes);
	await nameMedia(app.db, name, { hash, type, size: bytes.byteLength }, app.writeMoment());
	return name;
}
