/** The daily limits of a preset. */
import type { CardState } from './card-state.ts';
import type { Preset } from './preset.ts';

/** Cards still allowed today. */
export interface LimitsLeft {
	new: number;
	review: number;
}

/**
 * The limit that an answer uses up, judged by the card as it was before: a first answer counts as
 * new, a review or a step of a day or more as review, a step within the day as nothing.
 */
export function limitUsedBy(
	before: Pick<CardState, 'phase' | 'intraday'>,
): keyof LimitsLeft | null {
	if (before.phase === 'new') return 'new';
	return before.intraday ? null : 'review';
}

/** The preset's limits less what was used today. */
export function limitsLeft(
	preset: Pick<Preset, 'newPerDay' | 'reviewsPerDay'>,
	used: LimitsLeft,
): LimitsLeft {
	return {
		new: Math.max(0, preset.newPerDay - used.new),
		review: Math.max(0, preset.reviewsPerDay - used.review),
	};
}
