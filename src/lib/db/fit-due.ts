/** Whether a fit is worth offering, by counters alone. */
import { newReviewsToFit } from '../statistics/fit-offer.ts';
import { reviewsByPreset } from './fit-material.ts';
import { readFits } from './fits.ts';
import type { OnsiteDb } from './schema.ts';

/** New reviews of the decks of each preset where they are enough for another fit; `null` where they are not. */
export async function fitsDue(
	db: OnsiteDb,
	presetIds: readonly string[],
): Promise<(number | null)[]> {
	const reviews = await reviewsByPreset(db);
	return Promise.all(
		presetIds.map(async (id) => {
			const [latest] = await readFits(db, id);
			return newReviewsToFit(reviews.get(id) ?? 0, latest?.reviews);
		}),
	);
}
