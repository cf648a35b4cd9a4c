/** The daily limits of a preset. */
import type { Preset } from './preset.ts';

/** Cards still allowed today. */
export interface LimitsLeft {
	new: number;
	review: number;
}

/**
 * The preset's limits less what was used today. As in Anki, cards learned today count against the
 * limit of reviews as well, unless new cards ignore it.
 */
export function limitsLeft(
	preset: Pick<Preset, 'newPerDay' | 'reviewsPerDay' | 'newIgnoresReviewLimit'>,
	used: LimitsLeft,
): LimitsLeft {
	const reviews = used.review + (preset.newIgnoresReviewLimit ? 0 : used.new);
	return {
		new: Math.max(0, preset.newPerDay - used.new),
		review: Math.max(0, preset.reviewsPerDay - reviews),
	};
}

/** What of the reviews that are due and of the new cards there are the limits let through today. */
export function withinLimits(
	waiting: LimitsLeft,
	left: LimitsLeft,
	{ newIgnoresReviewLimit }: Pick<Preset, 'newIgnoresReviewLimit'>,
): LimitsLeft {
	const review = Math.min(waiting.review, left.review);
	const room = newIgnoresReviewLimit ? Infinity : Math.max(0, left.review - review);
	return { review, new: Math.min(waiting.new, left.new, room) };
}

/** What of today's reviews and new cards comes with one part of the reviews, as they are read in parts. */
export interface PartOfDay {
	left: LimitsLeft;
	/** Reviews that are due, all of them. */
	due: number;
	/** Of these, how many the part holds. */
	atHand: number;
}

/**
 * New cards to show along with a part of today's reviews: as many as the limits leave beside all of
 * the reviews, then by the mix: spread evenly over the parts, all in the first, or none before the last.
 */
export function newInPart(
	{ left, due, atHand }: PartOfDay,
	{ newIgnoresReviewLimit, newMix }: Pick<Preset, 'newIgnoresReviewLimit' | 'newMix'>,
): number {
	const reviews = Math.min(due, left.review);
	const fresh = newIgnoresReviewLimit ? left.new : Math.min(left.new, left.review - reviews);
	const isLast = atHand >= reviews;
	if (isLast || newMix === 'new-first') return fresh;
	return newMix === 'new-last' ? 0 : Math.round((fresh * atHand) / reviews);
}
