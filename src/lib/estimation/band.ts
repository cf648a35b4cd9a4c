/** How far an estimate is from its target, by the bands in which interviewers think. */

/** From best to worst; `not-exact` is for numbers that are right or wrong. */
export const BANDS = ['spot-on', 'good', 'same-order', 'off', 'wrong-order', 'not-exact'] as const;
export type Band = (typeof BANDS)[number];

/** The largest ratio of each band. 1.25 lets pass 10^5 seconds a day, a year of 400 days, KiB for KB. */
const LIMITS: readonly (readonly [limit: number, band: Band])[] = [
	[1.25, 'spot-on'],
	[2, 'good'],
	[3.2, 'same-order'],
	[10, 'off'],
];
/** What a calculation in doubles may add to a ratio that stands on a limit. */
const HAIR = 1 + 1e-9;

export const BAND_WORDS: Record<Band, string> = {
	'spot-on': 'Spot on',
	good: 'Good: right for an interview',
	'same-order': 'Same order: one step differs',
	off: 'Off: the right neighborhood; look for a factor left out or counted twice',
	'wrong-order': 'Another order: it would choose another architecture',
	'not-exact': 'Not the number: this one is exact',
};

/** The distance of two positive numbers as a ratio of at least 1, the same for too much and too little. */
export function distance(answer: number, target: number): number {
	return answer > target ? answer / target : target / answer;
}

/** @param ratio answer to target or target to answer, of any size above zero */
export function bandOf(ratio: number): Band {
	const r = ratio < 1 ? 1 / ratio : ratio;
	return LIMITS.find(([limit]) => r <= limit * HAIR)?.[1] ?? 'wrong-order';
}

export type SuggestedGrade = 1 | 2 | 3 | 4;

export interface GradeSuggestion {
	/** What is preselected: 1 Again, 2 Hard, 3 Good, 4 Easy. */
	grade: SuggestedGrade;
	/** What the band leaves to the person beside it. */
	also: SuggestedGrade[];
}

/** The middle of 3.2 to 10 by ratio; above it, Again is the better guess. */
const FAR_OFF = Math.sqrt(32);

/** @param r of at least 1; decides within `off` */
export function suggestGrade(band: Band, r: number): GradeSuggestion {
	switch (band) {
		case 'spot-on':
			return { grade: 3, also: [4] };
		case 'good':
			return { grade: 3, also: [] };
		case 'same-order':
			return { grade: 2, also: [] };
		case 'off':
			return r <= FAR_OFF ? { grade: 2, also: [1] } : { grade: 1, also: [2] };
		default:
			return { grade: 1, also: [] };
	}
}
