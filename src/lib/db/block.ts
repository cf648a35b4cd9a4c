/** Reviews in columns: the form of old history in the database and of all history in a backup. */
import type { BlockRow, ReviewRow } from './schema.ts';

export const REVIEWS_PER_BLOCK = 30_000;

/** Reviews as bytes: equal reviews in equal order give equal bytes. */
export function encodeBlock(reviews: readonly ReviewRow[]): Uint8Array<ArrayBuffer> {
	throw new Error(`Not written yet: ${reviews.length}`);
}

/**
 * The reviews of a block in its order, only those of one card where asked.
 * @throws RangeError where the bytes are not a whole, sound block
 */
export function decodeBlock(
	bytes: Uint8Array<ArrayBuffer>,
	only: { cardId?: string } = {},
): ReviewRow[] {
	throw new Error(`Not written yet: ${bytes.length} ${only.cardId}`);
}

/** A block as it is stored, under the hash of its content. */
export function packBlock(bytes: Uint8Array<ArrayBuffer>): BlockRow {
	throw new Error(`Not written yet: ${bytes.length}`);
}
