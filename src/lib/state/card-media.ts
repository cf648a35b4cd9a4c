/** The pictures and sounds that a card names, read before it is shown, so that nothing moves when it is. */
import type { CardMedia } from '$lib/content/card.ts';
import { pictureSize } from '$lib/deck-import/media/sniff-media.ts';

/** The bytes of a file by the name that notes say; undefined where there are none. */
export type MediaSource = (
	name: string,
) => Promise<{ type: string; bytes: ArrayBuffer } | undefined>;

const MOST_FILES = 60;
const MOST_BYTES = 64 * 1024 * 1024;
/** Larger pictures would take more memory than a phone has. */
const MOST_PIXELS = 40_000_000;
const SHOWN = /^(?:image|audio|video)\//;

export interface GatheredMedia {
	/** Key by name, as `data-media` will say it. */
	keys: ReadonlyMap<string, string>;
	media: ReadonlyMap<string, CardMedia>;
}

/** @throws what `source` throws */
export async function gatherMedia(
	names: readonly string[],
	source: MediaSource,
): Promise<GatheredMedia> {
	const wanted = [...new Set(names)].slice(0, MOST_FILES);
	const files = await Promise.all(wanted.map((name) => source(name)));
	const keys = new Map<string, string>();
	const media = new Map<string, CardMedia>();
	let total = 0;
	for (const [at, file] of files.entries()) {
		if (!file || !SHOWN.test(file.type)) continue;
		total += file.bytes.byteLength;
		if (total > MOST_BYTES) break;
		const size = pictureSize(new Uint8Array(file.bytes), file.type);
		if (size && size.width * size.height > MOST_PIXELS) continue;
		const key = at.toString(16);
		keys.set(wanted[at]!, key);
		media.set(key, { type: file.type, bytes: file.bytes, ...(size ? { size } : {}) });
	}
	return { keys, media };
}
