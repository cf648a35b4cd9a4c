/** The answers of a preset's cards, out of the log as it is stored. */
import { decodeBlock } from '$lib/db/block.ts';
import { byTime } from '$lib/db/review-fact.ts';
import type { FitMaterial } from '$lib/db/fit-material.ts';
import type { ReviewRow } from '$lib/db/schema.ts';
import { fitCard, type FitCard } from '$lib/statistics/fit-history.ts';

/** Cards without an answer that fits are left out, and blocks that cannot be read are passed over. */
export function cardsOfLog({ blocks, rows, undone, cards }: FitMaterial): FitCard[] {
	const voids = new Set(undone);
	const logs = new Map<string, ReviewRow[]>(cards.map((id) => [id, []]));
	const take = (review: ReviewRow) => {
		if (!voids.has(review.id)) logs.get(review.cardId)?.push(review);
	};
	for (const bytes of blocks) soundRows(bytes).forEach(take);
	rows.forEach(take);
	return [...logs.values()].map((log) => fitCard(log.sort(byTime))).filter(({ length }) => length);
}

function soundRows(bytes: Uint8Array<ArrayBuffer>): ReviewRow[] {
	try {
		return decodeBlock(bytes);
	} catch {
		// The check of the database tells of it; what is left still fits.
		return [];
	}
}
