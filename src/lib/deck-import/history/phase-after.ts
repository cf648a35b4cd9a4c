/** Tells the phase of a card after an entry of its log from what came next. */
import type { Phase } from '../../scheduler/review.ts';
import type { ImportedReview, ImportedSchedule } from '../imported.ts';

/** @param after the next entry; @param schedule where the card stands in the end, absent for a new one */
export function retrievedPhase(
	review: ImportedReview,
	after: ImportedReview | undefined,
	schedule: ImportedSchedule | undefined,
): Phase {
	if (review.kind === 'reset') return 'new';
	switch (after?.kind) {
		case 'learn':
			return 'learning';
		case 'relearn':
			return 'relearning';
		case 'review':
			return 'review';
	}
	const ends = after === undefined ? schedule?.phase : undefined;
	if (ends) return ends;
	if (review.next > 0) return 'review';
	return review.kind === 'learn' ? 'learning' : 'relearning';
}
