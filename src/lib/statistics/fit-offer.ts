/** When there is enough new history for a fit to be worth its while. */

/** Reviews at which a first fit is offered. */
const FIRST = 400;
/** Further reviews at which the next one is, at least. */
const NEXT = 400;
/** … and as a share of those at the last one. */
const NEXT_SHARE = 0.25;

/**
 * Reviews that are new since the last fit where they are enough to offer another; `null` where they
 * are not.
 * @param reviews of all time
 * @param atLast of all time when it was last fitted; `undefined` before the first fit
 */
export function newReviewsToFit(reviews: number, atLast: number | undefined): number | null {
	if (atLast === undefined) return reviews >= FIRST ? reviews : null;
	const since = reviews - atLast;
	return since >= Math.max(NEXT, NEXT_SHARE * atLast) ? since : null;
}
