/** Whether a fit is worth offering, by counters alone. */
import { newReviewsToFit } from '../statistics/fit-offer.ts';
import { reviewsOfPreset } from './fit-material.ts';
import { readFits } from './fits.ts';
import type { OnsiteDb } from './schema.ts';

/** New reviews of a preset's decks where they are enough for another fit; `null` where they are not. */
export async function fitIsDue(db: OnsiteDb, presetId: string): Promise<number | null> {
	const [reviews, fits] = await Promise.all([
		reviewsOfPreset(db, presetId),
		readFits(db, presetId),
	]);
	return newReviewsToFit(reviews, fits[0]?.reviews);
}
